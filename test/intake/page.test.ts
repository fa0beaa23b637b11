import { describe, expect, test } from 'vitest';
import { takePage } from '../../src/intake/page.ts';
import { text } from '../servers/faults/handlers.ts';
import { saved } from '../store/keep.ts';
import { LATE } from '../store/made-up.ts';
import { HOUR, madeUp, openIntake, pageOf, YESTERDAY } from './opened.ts';

const URDU =
  'یہ ایک فرضی خبر ہے جو صرف آزمائش کے لیے لکھی گئی ہے اور اس میں کوئی حقیقی واقعہ بیان نہیں کیا گیا۔ شہر کے بازار میں لوگ معمول کے مطابق خریداری کرتے رہے اور موسم بھی خوشگوار رہا۔ حکام نے کہا کہ تمام سڑکیں کھلی ہیں اور اسکول بھی معمول کے مطابق کھلے رہیں گے۔ ';

const RECIPE =
  'This made-up recipe of lentils and rice serves a whole family. Wash the lentils, soak them for an hour and let them simmer with turmeric until they are soft. Fry onions in a little oil, add cumin and coriander, and pour all of it over the rice before it is served warm with yoghurt.';

describe('a page', () => {
  test('that is not in English is kept, found by its words, and read for no figures', async () => {
    const { server, intake, store } = await openIntake();
    server.serve('/urdu', pageOf('فرضی خبر', URDU.repeat(3)));
    const outcome = saved(await takePage(intake, server.url('/urdu')));
    expect(outcome).toMatchObject({
      kind: 'other-language',
      reason: 'it is in Urdu; figures are read out of English alone',
    });
    const id = outcome === 'stopped' ? '' : (outcome.article ?? '');
    expect(store.versions(id)).toMatchObject([{ language: 'ur', relevant: false }]);
    expect(store.sentences(id, LATE).length).toBeGreaterThan(0);
    expect(store.figures({ asOf: LATE, article: id })).toEqual([]);
  });

  test.for([
    ['/rss', '<?xml version="1.0"?><rss version="2.0"><channel><title>Made up</title></channel></rss>'],
    ['/atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Made up</title></feed>'],
    ['/json', '{"version": "https://jsonfeed.org/version/1.1", "title": "Made up", "items": []}'],
  ] as const)('that is a feed, %s, says how a feed is followed', async ([path, feed]) => {
    const { server, intake } = await openIntake();
    server.serve(path, feed);
    const reason = 'this is a feed and no page; /feed add and its address follows it';
    expect(saved(await takePage(intake, server.url(path)))).toMatchObject({ kind: 'unreadable', reason });
  });

  test('without a figure or incident is kept for search, and is not relevant', async () => {
    const { server, intake, store } = await openIntake();
    server.serve('/recipe', pageOf('A made-up recipe', RECIPE));
    const outcome = saved(await takePage(intake, server.url('/recipe')));
    expect(outcome).toMatchObject({ kind: 'not-relevant' });
    const id = outcome === 'stopped' ? '' : (outcome.article ?? '');
    expect(store.versions(id)).toMatchObject([{ language: 'en', relevant: false }]);
  });

  test('that prints what another has printed is listed as a report of one origin; a copy of a copy as well', async () => {
    const { server, intake, store } = await openIntake();
    const hosts = ['one.example.org', 'two.example.net', 'three.example.com'];
    const ids: string[] = [];
    for (const [n, host] of hosts.entries()) {
      const words = `${madeUp(1)}\nWith reporting of made-up outlet number ${n}.`;
      server.serve(`/wire/${n}`, pageOf('Made-up blast', words, YESTERDAY));
      const outcome = saved(await takePage(intake, server.url(`/wire/${n}`, host)));
      expect(outcome).toMatchObject({ kind: n === 0 ? 'taken' : 'copy-of' });
      ids.push(outcome === 'stopped' ? '' : (outcome.article ?? ''));
    }
    expect(new Set(ids).size).toBe(3);
    expect(store.copiesOf(ids[0] ?? '')).toEqual([ids[1], ids[2]].sort());
    expect(store.figures({ asOf: LATE, article: ids[2] ?? '' }).length).toBeGreaterThan(0);
  });

  test('of another happening told in like words is no copy', async () => {
    const { server, intake } = await openIntake();
    for (const n of [1, 2]) {
      server.serve(`/page/${n}`, pageOf(`Made-up blast ${n}`, madeUp(n), YESTERDAY));
      expect(saved(await takePage(intake, server.url(`/page/${n}`)))).toMatchObject({ kind: 'taken' });
    }
  });

  test('in all its spellings, and under its canonical address, is one article', async () => {
    const { server, intake, store } = await openIntake();
    const page = pageOf('Made-up blast', madeUp(1), YESTERDAY).replace(
      '<head>',
      '<head><link rel="canonical" href="/blast">',
    );
    for (const path of ['/blast', '/blast?utm_source=made-up', '/blast/', '/amp/blast-1'])
      server.serve(path, page);
    for (const path of ['/blast', '/blast?utm_source=made-up', '/blast/', '/amp/blast-1'])
      saved(await takePage(intake, server.url(path)));
    expect(store.counts(LATE).articles).toBe(1);
    expect(store.pages.of(`https://127.0.0.1:${server.port}/amp/blast-1`)).toMatchObject([{ kind: 'taken' }]);
  });

  test('that is fetched again is unchanged, also when only its date is another', async () => {
    const { server, intake, store, clock } = await openIntake();
    server.serve('/page', pageOf('Made-up blast', madeUp(1), YESTERDAY));
    saved(await takePage(intake, server.url('/page')));
    clock.move(HOUR);
    server.serve('/page', pageOf('Made-up blast', madeUp(1), '2025-03-01T08:00:00Z'));
    const outcome = saved(await takePage(intake, server.url('/page')));
    expect(outcome).toMatchObject({ kind: 'unchanged' });
    expect(store.versions(outcome === 'stopped' ? '' : (outcome.article ?? ''))).toHaveLength(1);
  });

  test.for<
    [what: string, body: string, headers: Readonly<Record<string, string>>, status: number, kind: string]
  >([
    ['that shows no article', '<p>Nothing here.</p>', {}, 200, 'unreadable'],
    ['that is a picture', 'made up', { 'content-type': 'image/png' }, 200, 'unreadable'],
    ['that is gone', '', {}, 410, 'unreadable'],
    ['that is not there', '', {}, 404, 'failed'],
  ])('%s has an outcome in words', async ([, body, headers, status, kind]) => {
    const { server, intake } = await openIntake();
    server.serve('/page', text(body, { status, headers }));
    expect(saved(await takePage(intake, server.url('/page')))).toMatchObject({
      kind,
      article: null,
      reason: expect.stringMatching(/\w/),
    });
  });

  test('at an address that nobody may ask is refused, and said why', async () => {
    const { intake } = await openIntake();
    expect(saved(await takePage(intake, 'http://169.254.169.254/latest'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('metadata'),
    });
  });

  test('at which our reading breaks is told as our error, and keeps nothing else out', async () => {
    const bugs: unknown[] = [];
    const { server, intake, store } = await openIntake();
    const broken = {
      ...intake,
      onBug: (error: unknown) => bugs.push(error),
      read: (article: Parameters<typeof intake.read>[0]) => {
        const reading = intake.read(article);
        // Facts of another article: the store refuses them as a contradiction.
        return { ...reading, figures: reading.figures.map(figure => ({ ...figure, article: 'other' })) };
      },
    };
    server.serve('/page', pageOf('Made-up blast', madeUp(1), YESTERDAY));
    expect(saved(await takePage(broken, server.url('/page')))).toMatchObject({
      kind: 'failed',
      article: null,
    });
    expect(bugs).toHaveLength(1);
    expect(store.counts(LATE).articles).toBe(0);
    expect(store.pages.counts().failed).toBe(1);
  });
});
