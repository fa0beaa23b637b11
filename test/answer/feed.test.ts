import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { text } from '../servers/faults/handlers.ts';
import { type FaultServer, startFaults } from '../servers/faults.ts';
import { saved } from '../store/keep.ts';
import { administrator, MOMENT } from './intake.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaults();
});
afterAll(() => server.close());

/** Made up. */
const SENTENCE = 'A made-up sentence tells at length of a quiet road near a made-up village. ';

const item = (path: string, title: string, day: string): string =>
  `<item><title>${title}</title><link>${server.url(path)}</link><pubDate>${day} 08:00:00 GMT</pubDate></item>`;

const serveFeed = (path = '/feed.xml', page = '/newest'): string => {
  const items =
    item('/older', 'An older one', 'Sun, 08 Mar 2026') + item(page, 'The newest', 'Mon, 09 Mar 2026');
  server.serve(path, `<rss version="2.0"><channel><title>Made-up Times</title>${items}</channel></rss>`);
  server.serve(
    '/newest',
    `<html><head><title>The newest</title></head><body><article><h1>The newest</h1><p>${SENTENCE.repeat(8)}</p></article></body></html>`,
  );
  return server.url(path);
};

describe('/feed add', () => {
  test('follows a feed under its own title, due at once', async () => {
    const { ask, store } = administrator();
    const url = serveFeed();
    const answer = await ask(`/feed add ${url}`);
    expect(answer.refused).toBe(false);
    expect(answer.text).toContain(`Made-up Times is followed from now on: ${url}. It has 2 items now`);
    expect(store.feeds.get(url)).toMatchObject({
      title: 'Made-up Times',
      addedBy: 'made-up admin',
      state: 'active',
      nextRun: MOMENT,
    });
  });

  test('takes a name that is given', async () => {
    const { ask, store } = administrator();
    const url = serveFeed();
    await ask(`/feed add <${url}> The Other Name`);
    expect(store.feeds.get(url)?.title).toBe('The Other Name');
  });

  test('keeps the address that one has moved to for good', async () => {
    const { ask, store } = administrator();
    const url = serveFeed();
    server.serve('/moved', text('', { status: 301, headers: { location: '/feed.xml' } }));
    await ask(`/feed add ${server.url('/moved')}`);
    expect(store.feeds.list().map(feed => feed.url)).toEqual([url]);
  });

  test('follows again what was removed, with its history', async () => {
    const { ask, store } = administrator();
    const url = serveFeed();
    await ask(`/feed add ${url}`);
    await ask(`/feed remove ${url}`);
    expect((await ask(`/feed add ${url}`)).text).toContain('is followed again');
    expect(store.feeds.history(url).map(({ event }) => event)).toEqual(['added', 'removed', 'added']);
  });

  test.for<[claim: string, path: string, line: RegExp]>([
    ['what is no address', '', /^\/feed add needs the address of a feed/],
    ['words', 'nonsense', /^nonsense: this is no web address/],
    ['a file', 'file:///etc/passwd', /only http and https addresses are fetched, and this is file\.$/],
    ['a private address', 'http://10.0.0.1/feed', /10\.0\.0\.1 is not on the public internet/],
    ['a private address in disguise', 'http://0xa000001/feed', /is not on the public internet/],
  ])('refuses %s in one line', async ([, typed, line]) => {
    const { ask, store } = administrator();
    const { refused, blocks } = await ask(`/feed add ${typed}`);
    const [first] = blocks;
    expect(refused).toBe(true);
    expect(first?.kind === 'paragraph' ? first.content.join('') : '').toMatch(line);
    expect(store.feeds.list()).toEqual([]);
  });

  test('refuses a page, and offers the feeds that it links to', async () => {
    const { ask } = administrator();
    server.serve(
      '/page',
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>A page</body></html>',
    );
    const answer = await ask(`/feed add ${server.url('/page')}`);
    expect(answer.refused).toBe(true);
    expect(answer.text).toContain('This is a page and no feed');
    expect(answer.text).toContain(`/feed add ${server.url('/feed.xml')}`);
  });

  test('refuses one that is followed already, however its address is spelled', async () => {
    const { ask } = administrator();
    const url = serveFeed();
    await ask(`/feed add ${url}`);
    for (const spelled of [url, `${url}?utm_source=x`, `${url}#top`]) {
      const answer = await ask(`/feed add ${spelled}`);
      expect([answer.refused, answer.text.split('\n')[0]]).toEqual([
        true,
        `Made-up Times is followed already: ${url}`,
      ]);
    }
  });

  test('adds one whose address goes on where that of another ends', async () => {
    const { ask, store } = administrator();
    await ask(`/feed add ${serveFeed('/feed.xml/asia')}`);
    await ask(`/feed add ${serveFeed('/feed.xml')}`);
    expect(store.feeds.list()).toHaveLength(2);
  });

  test('refuses what robots.txt closes, and what is not there', async () => {
    const own = await startFaults();
    const { ask } = administrator();
    own.serve('/robots.txt', 'User-agent: *\nDisallow: /closed');
    own.serve('/closed/feed', '<rss/>');
    expect((await ask(`/feed add ${own.url('/closed/feed')}`)).text).toContain(
      'its robots.txt asks programs not to fetch this page.',
    );
    expect((await ask(`/feed add ${own.url('/missing')}`)).text).toContain(
      'there is no such page (404); check the address.',
    );
    await own.close();
  });
});

describe('/feed remove, pause and resume', () => {
  const followed = (...feeds: readonly (readonly [url: string, title: string | null])[]) => {
    const made = administrator();
    for (const [url, title] of feeds)
      saved(made.store.feeds.add({ url, title, addedBy: 'made-up', at: MOMENT, nextRun: MOMENT }));
    return made;
  };

  const TWO = [
    ['https://example.org/feed.xml', 'Made-up Times'],
    ['https://example.org/feed.xml/asia', 'Made-up Times Asia'],
  ] as const;

  test.for<[typed: string, url: string | null]>([
    ['https://example.org/feed.xml', 'https://example.org/feed.xml'],
    ['<https://example.org/feed.xml>', 'https://example.org/feed.xml'],
    ['http://www.example.org/feed.xml/', 'https://example.org/feed.xml'],
    ['example.org/feed.xml', 'https://example.org/feed.xml'],
    ['made-up times', 'https://example.org/feed.xml'],
    ['asia', 'https://example.org/feed.xml/asia'],
    ['times', null],
    ['https://example.org/feed', null],
    ['nothing of the kind', null],
  ])('“%s” means %s', async ([typed, url]) => {
    const { ask, store } = followed(...TWO);
    const answer = await ask(`/feed remove ${typed}`);
    expect(answer.refused).toBe(url === null);
    const left = store.feeds.list().map(feed => feed.url);
    expect(left).toEqual(TWO.map(([each]) => each).filter(each => each !== url));
  });

  test('a pause has a reason, and ends by command', async () => {
    const { ask, store } = followed(...TWO);
    const paused = await ask('/feed pause https://example.org/feed.xml too many copies');
    expect(paused.text).toContain('paused: too many copies (made-up admin)');
    expect((await ask('/feed pause https://example.org/feed.xml')).text).toContain('is paused already');
    expect((await ask('/feed resume https://example.org/feed.xml')).text).toContain(
      'followed again, and due',
    );
    expect(store.feeds.get('https://example.org/feed.xml')?.state).toBe('active');
  });

  test('several that may be meant are offered', async () => {
    const { ask } = followed(...TWO);
    const answer = await ask('/feed pause times');
    expect(answer.text).toContain('2 feeds may be meant');
    expect(answer.text).toContain('/feed pause https://example.org/feed.xml/asia');
  });
});

describe('/feed test', () => {
  test('shows what would come in, and keeps nothing', async () => {
    const { ask, store } = administrator();
    const url = serveFeed();
    const { text: shown, refused } = await ask(`/feed test ${url}`);
    expect(refused).toBe(false);
    for (const line of [
      'Feed: Made-up Times',
      'Items: 2',
      'Newest item: The newest',
      'Its date: 9 March 2026',
    ])
      expect(shown).toContain(line);
    expect(shown).toMatch(/Read: yes, \d+ characters/);
    expect(shown).toContain(`/feed add ${url}`);
    expect([store.feeds.list(), store.pages.newest(9)]).toEqual([[], []]);
  });

  test('says why the newest page could not be read', async () => {
    const { ask } = administrator();
    const { text: shown, refused } = await ask(`/feed test ${serveFeed('/feed-2.xml', '/not-there')}`);
    expect(refused).toBe(false);
    expect(shown).toContain(`Read: no: ${server.url('/not-there')}: there is no such page (404)`);
  });
});

describe('/feed', () => {
  test('list and export hold every feed', async () => {
    const { ask, store } = administrator();
    expect((await ask('/feed list')).text).toContain('No feed is followed yet.');
    expect((await ask('/feed export')).refused).toBe(true);
    const feed = { url: 'https://example.org/a?b&c', title: 'A "made-up" <feed>', addedBy: 'x' };
    saved(store.feeds.add({ ...feed, at: MOMENT, nextRun: MOMENT }));
    expect((await ask('/feed')).text).toContain(
      'waits for its first fetch · next run due · https://example.org/a?b&c',
    );
    const [file] = (await ask('/feed export')).blocks;
    expect(file).toMatchObject({ kind: 'file', name: 'feeds.opml', type: 'text/x-opml' });
    expect(file?.kind === 'file' ? file.text : '').toContain('xmlUrl="https://example.org/a?b&amp;c"');
  });

  test('names what it can do', async () => {
    const { ask } = administrator();
    expect((await ask('/feed frob')).text).toContain(
      'it can add, remove, list, pause, resume, test, export.',
    );
  });
});
