import { describe, expect, test } from 'vitest';
import { articleId } from '../../src/ingest/identity/article-id.ts';
import type { Reading, Traits } from '../../src/store/ports/archive.ts';
import type { PageKind } from '../../src/store/ports/pages.ts';
import { reading } from '../made-up/corpus.ts';
import { keep, saved } from '../store/keep.ts';
import { administrator, MOMENT } from './intake.ts';

const PAGE = 'https://example.org/news/1';
const FEED = 'https://example.org/feed.xml?key=made-up';

/** Made up. */
const pageArticle = (url: string, text: string, traits: Partial<Traits> = {}): Reading => {
  const made = reading({
    id: articleId(url),
    published: '2026-03-09',
    text,
    figures: text.includes('900') ? [{ at: '900 people killed', number: 900, body: 'crss' }] : [],
  });
  const all = { language: 'en', relevant: true, copyOf: null, signature: [], ...traits };
  return { ...made, article: { ...made.article, url, title: 'A made-up page' }, traits: all };
};

const FIGURES = 'CRSS counted 900 people killed in Pakistan in 2024.';

const outcome = (kind: PageKind, at: string, reason: string | null = null) =>
  ({ url: PAGE, kind, article: null, reason, at, feed: FEED }) as const;

const withFeed = () => {
  const made = administrator();
  const feed = { url: FEED, title: 'Made-up Times', addedBy: 'made-up', at: MOMENT, nextRun: MOMENT };
  saved(made.store.feeds.add(feed));
  return made;
};

describe('/why of a page', () => {
  test('that came in tells when, by which feed, the article and its figures', async () => {
    const { ask, store } = withFeed();
    const at = '2026-03-10T09:00:00.000Z';
    const article = articleId(PAGE);
    const pages = [{ ...outcome('taken', at), article }];
    keep(store, [pageArticle(PAGE, FIGURES)], { at, pages });
    const { text, citations } = await ask(`/why http://www.example.org/news/1/?utm_source=x`);
    for (const line of [
      `Page: ${PAGE}`,
      'What became of it: it came in and was read',
      'Since: 3 hours ago (10 March 2026, 09:00 UTC)',
      `Named by: Made-up Times (${FEED})`,
      `Article: A made-up page (/article ${article})`,
      'Published: 9 March 2026',
      '- 900 people killed · CRSS · 2024 · Pakistan [1]',
    ])
      expect(text).toContain(line);
    expect(citations.map(({ sentence }) => sentence)).toEqual([FIGURES]);
    expect(text).not.toContain('Versions');
  });

  test('keeps the key of the feed from who is no administrator', async () => {
    const { ask, store } = withFeed();
    saved(store.pages.record([outcome('failed', MOMENT, 'the server takes no connections')]));
    const { text } = await ask(`/why ${PAGE}`, false);
    expect(text).toContain('Named by: Made-up Times');
    expect(text).not.toContain('key=');
  });

  test.for<[kind: PageKind, reason: string | null, line: string]>([
    [
      'refused',
      'its robots.txt asks programs not to fetch this page',
      'it was not fetched: its robots.txt asks',
    ],
    [
      'unreadable',
      'The page asks about cookies',
      'no article could be read on it: The page asks about cookies',
    ],
    ['failed', 'the server took longer than 20 s', 'fetching it failed: the server took longer than 20 s'],
    ['other-language', 'it is in Urdu', 'it is kept, and no figures are read in it: it is in Urdu'],
  ])('that was %s says why', async ([kind, reason, line]) => {
    const { ask, store } = withFeed();
    saved(store.pages.record([outcome(kind, MOMENT, reason)]));
    const { text, refused } = await ask(`/why <${PAGE}>`);
    expect(refused).toBe(false);
    expect(text).toContain(`What became of it: ${line}`);
  });

  test('tells what became of it before, and its versions', async () => {
    const { ask, store } = withFeed();
    const [first, second, third] = ['08', '09', '10'].map(day => `2026-03-${day}T09:00:00.000Z`);
    const article = articleId(PAGE);
    saved(store.pages.record([outcome('failed', first ?? '', 'it was away')]));
    for (const [at = '', kind, text] of [
      [second, 'taken', 'Nothing happened.'],
      [third, 'updated', FIGURES],
    ] as const)
      keep(store, [pageArticle(PAGE, text)], { at, pages: [{ ...outcome(kind, at), article }] });
    const { text } = await ask(`/why ${PAGE}`);
    expect(text).toContain('it had changed, and was read again');
    expect(text).toContain('version 1: seen 9 March 2026, 09:00 UTC; replaced 10 March 2026, 09:00 UTC');
    expect(text).toContain('version 2: seen 10 March 2026, 09:00 UTC; it holds');
    expect(text).toContain('- 9 March 2026, 09:00 UTC: it came in and was read');
    expect(text).toContain('- 8 March 2026, 09:00 UTC: fetching it failed: it was away');
  });

  test.for<[claim: string, traits: Partial<Traits>, line: string]>([
    ['is not in English', { language: 'ur' }, 'No figure was read: only English is read.'],
    ['tells of no figure', { relevant: false }, 'No figure and no incident of security was read in it'],
  ])('that %s says why there is none', async ([, traits, line]) => {
    const { ask, store } = administrator();
    keep(store, [pageArticle(PAGE, 'Nothing happened.', traits)]);
    expect((await ask(`/why ${PAGE}`)).text).toContain(line);
  });

  test('says of old news that nobody is told of it', async () => {
    const { ask, store } = administrator();
    keep(store, [pageArticle(PAGE, FIGURES, { history: true })]);
    expect((await ask(`/why ${PAGE}`)).text).toContain('Old news: it was old when it came in');
  });

  test('names what it copies, and what copies it', async () => {
    const { ask, store } = administrator();
    const copy = 'https://example.com/copy';
    keep(store, [pageArticle(PAGE, FIGURES)]);
    keep(store, [pageArticle(copy, `${FIGURES} So it is.`, { copyOf: articleId(PAGE) })]);
    expect((await ask(`/why ${copy}`)).text).toContain(
      `Copy of: A made-up page (/article ${articleId(PAGE)})`,
    );
    expect((await ask(`/why ${PAGE}`)).text).toContain(`Copies of it: ${articleId(copy)}`);
  });

  test('that came later than the moment says so', async () => {
    const { ask, at, store } = administrator();
    keep(store, [pageArticle(PAGE, FIGURES)]);
    const { text } = await ask(`/why ${PAGE}`, true, at('2026-01-05T00:00:00.000Z'));
    expect(text).toContain('For the moment of this answer the article is not there');
  });

  test('that never came in is refused with what to do', async () => {
    const { ask } = administrator();
    const { refused, text } = await ask('/why example.org/never');
    expect(refused).toBe(true);
    expect(text).toContain('This page never came in');
  });
});

describe('/why of a feed', () => {
  test('tells how it fares, and its history to administrators', async () => {
    const { ask, store } = withFeed();
    saved(store.feeds.pause(FEED, MOMENT, 'made-up reason'));
    const { text } = await ask(`/why ${FEED}`);
    expect(text).toContain('paused: made-up reason');
    expect(text).toContain('- 10 March 2026, 12:00 UTC: added (made-up)');
    expect((await ask(`/why ${FEED}`, false)).text).not.toContain('added');
  });
});

test('/why of a figure is as it was', async () => {
  const { ask } = administrator([pageArticle(PAGE, FIGURES)]);
  expect((await ask(`/why ${articleId(PAGE)}#${FIGURES.indexOf('900')}`)).title).toBe('900 people killed');
});
