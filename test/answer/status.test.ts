import { describe, expect, test } from 'vitest';
import type { TakingIn } from '../../src/core/taking-in.ts';
import type { FeedVisit } from '../../src/store/ports/feeds.ts';
import { annual } from '../made-up/readings.ts';
import { saved } from '../store/keep.ts';
import { administrator, MOMENT } from './intake.ts';

const URL = 'https://example.org/feed.xml?key=made-up';

const visited = (visit: Partial<FeedVisit>, title: string | null = 'Made-up Times') => {
  const made = administrator();
  const at = '2026-03-09T12:00:00.000Z';
  saved(made.store.feeds.add({ url: URL, title, addedBy: 'made-up', at, nextRun: at }));
  const visit0 = { url: URL, at: '2026-03-10T09:00:00.000Z', nextRun: '2026-03-10T12:30:00.000Z' };
  saved(made.store.feeds.visited({ ...visit0, failure: null, broughtNew: false, ...visit }));
  return made;
};

describe('/status says of a feed', () => {
  test.for<[claim: string, visit: Partial<FeedVisit>, line: string]>([
    [
      'when it was fetched, that it brought nothing, and when it runs next',
      {},
      'in order · last fetch 3 hours ago (10 March 2026, 09:00 UTC) · nothing new so far · next run in 30 minutes (10 March 2026, 12:30 UTC)',
    ],
    [
      'when it brought something new',
      { broughtNew: true },
      'last new item 3 hours ago (10 March 2026, 09:00 UTC)',
    ],
    [
      'since when and why it fails',
      { failure: 'the server takes no connections' },
      'failed once, since 3 hours ago (10 March 2026, 09:00 UTC): the server takes no connections',
    ],
    [
      'why it is paused',
      { failure: 'gone', pause: 'it was taken away for good' },
      'paused: it was taken away for good',
    ],
    ['that it is due', { nextRun: MOMENT }, 'next run due'],
  ])('%s', async ([, visit, line]) => {
    const { ask } = visited(visit);
    expect((await ask('/status')).text).toContain(line);
  });

  test('nothing of its address to who is no administrator', async () => {
    for (const title of ['Made-up Times', null]) {
      const { ask } = visited({}, title);
      expect((await ask('/status', true)).text).toContain(URL);
      const shown = (await ask('/status', false)).text;
      expect(shown).toContain(title ?? 'example.org');
      expect(shown).not.toContain('key=');
    }
  });

  test('those that fail before those that wait, and these before those in order', async () => {
    const { ask, store } = visited({});
    const at = MOMENT;
    for (const [name, failure, pause] of [
      ['paused', 'x', 'x'],
      ['failing', 'x', null],
    ] as const) {
      const url = `https://${name}.example.org/`;
      saved(store.feeds.add({ url, title: name, addedBy: 'made-up', at, nextRun: at }));
      saved(store.feeds.visited({ url, at, nextRun: at, failure, pause, broughtNew: false }));
    }
    const { text } = await ask('/status');
    const found = ['- failing', '- paused', '- Made-up Times'].map(line => text.indexOf(line));
    expect(found.includes(-1)).toBe(false);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });
});

describe('/status', () => {
  test('counts what there is at the moment, and what is to be read again', async () => {
    const { ask, at, store } = administrator([annual]);
    const { text } = await ask('/status');
    const counts = store.counts({ day: '2026-03-10', instant: MOMENT });
    expect(text).toContain(`Articles: 1\nFigures: ${counts.figures}\nReports of incidents: 0`);
    expect(text).toContain('Articles to read again: none');
    const before = at('2024-03-10T12:00:00.000Z');
    expect((await ask('/status', true, before)).text).toContain('Articles: 0\n');
    const other = { ...at(MOMENT).intake, rules: 'rules 2' };
    const stale = await ask('/status', true, { ...at(MOMENT), intake: other });
    expect(stale.text).toContain('Articles to read again: 1 read by other rules');
  });

  test('tells pages by what became of them, and leaves out what there is none of', async () => {
    const { ask, store } = administrator();
    expect((await ask('/status')).text).toContain('No page has come in yet.');
    const page = { article: null, reason: null, at: MOMENT, feed: null };
    const kinds = ['taken', 'taken', 'copy-of', 'other-language', 'not-relevant', 'refused'] as const;
    saved(store.pages.record(kinds.map((kind, i) => ({ ...page, kind, url: `https://example.org/${i}` }))));
    const { text } = await ask('/status');
    expect(text).toContain(
      [
        'Taken in: 2',
        'Copies of other articles: 1',
        'Not about security: 1',
        'In another language than English: 1',
        'Not fetched: 1',
      ].join('\n'),
    );
    expect(text).not.toContain('Failed');
  });

  test('names the file and the writer to administrators alone', async () => {
    const { ask, at, database } = administrator();
    const early = at('2026-01-01T01:00:00.000Z');
    const writer =
      'another program, since 1 hour ago (1 January 2026, 00:00 UTC): a made-up writer (process 1 on nowhere)';
    const shown = (await ask('/status', true, early)).text;
    expect(shown).toContain(`Database: ${database}, 0.`);
    expect(shown).toContain(`Written by: ${writer}`);
    const guest = (await ask('/status', false, early)).text;
    expect(guest).not.toContain(database);
    expect(guest).toContain('Written by: another program, since 1 hour ago');
    expect((await ask('/status')).text).toContain('Written by: nobody at the moment');
  });

  test.for<[taking: TakingIn, words: string]>([
    ['no', 'another program, since 1 hour ago (1 January 2026, 00:00 UTC)'],
    ['here', 'this program, since 1 hour ago (1 January 2026, 00:00 UTC)'],
    [
      'waits',
      'another program, since 1 hour ago (1 January 2026, 00:00 UTC); this program takes over when that one ends',
    ],
    ['fails', 'this program, since 1 hour ago (1 January 2026, 00:00 UTC); this program cannot write'],
  ])('says whether this program takes articles in: %s', async ([taking, words]) => {
    const { ask, at } = administrator();
    const early = at('2026-01-01T01:00:00.000Z');
    const services = { ...early, intake: { ...early.intake, takingIn: () => taking } };
    expect((await ask('/status', false, services)).text).toContain(`Written by: ${words}\n`);
  });

  test('is the same for the same moment', async () => {
    const { ask } = visited({ failure: 'x' });
    expect(await ask('/status')).toEqual(await ask('/status'));
  });
});
