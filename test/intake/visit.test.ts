import { describe, expect, test } from 'vitest';
import { text } from '../servers/faults/handlers.ts';
import { saved } from '../store/keep.ts';
import { LATE } from '../store/made-up.ts';
import { HOUR, madeUp, openIntake, pageOf, rss, YESTERDAY } from './opened.ts';

const items = (server: { url: (path: string) => string }, ...numbers: readonly number[]) =>
  numbers.map(n => ({ url: server.url(`/page/${n}`), title: `Made-up blast ${n}`, published: YESTERDAY }));

/** A feed of these pages, at /feed. */
const serveFeed = (
  server: Awaited<ReturnType<typeof openIntake>>['server'],
  numbers: readonly number[],
  rest: { readonly headers?: Readonly<Record<string, string>>; readonly head?: string } = {},
): void => {
  for (const n of numbers) server.serve(`/page/${n}`, pageOf(`Made-up blast ${n}`, madeUp(n), YESTERDAY));
  server.serve('/feed', text(rss(items(server, ...numbers), rest.head), { headers: rest.headers ?? {} }));
};

describe('a feed', () => {
  test('brings in the pages of its items, with their facts, and is known by its title', async () => {
    const { server, store, add, visit, feed, page } = await openIntake();
    serveFeed(server, [1, 2]);
    add('/feed');
    expect(await visit('/feed')).toMatchObject({ failure: null, pages: { taken: 2 }, stopped: false });
    expect(store.counts(LATE).articles).toBe(2);
    expect(
      store.figures({ asOf: LATE, measures: ['fatalities'] }).map(({ quantity }) => quantity.low),
    ).toEqual(expect.arrayContaining([4, 5]));
    expect(page('/page/1')).toBe('taken');
    expect(feed('/feed')).toMatchObject({
      title: 'Made-up feed',
      failures: 0,
      failure: null,
      state: 'active',
    });
    expect(feed('/feed').lastNew).not.toBeNull();
  });

  test('is asked for changes only, and pages that were met are not fetched again', async () => {
    const { server, add, visit, feed, clock } = await openIntake();
    serveFeed(server, [1, 2], { headers: { etag: '"a"' } });
    add('/feed');
    await visit('/feed');
    expect(feed('/feed').etag).toBe('"a"');
    clock.move(HOUR);
    serveFeed(server, [3, 1, 2], { headers: { etag: '"b"' } });
    expect((await visit('/feed')).pages).toEqual({ taken: 1 });
    expect(server.requests('/feed').at(-1)?.headers['if-none-match']).toBe('"a"');
    expect(server.requests('/page/1')).toHaveLength(1);
    server.serve('/feed', text('', { status: 304 }));
    const before = feed('/feed');
    expect(await visit('/feed')).toMatchObject({ failure: null, pages: {} });
    expect(feed('/feed')).toMatchObject({ etag: '"b"', lastNew: before.lastNew, failures: 0 });
  });

  test('that is read for the first time marks its old items as history, and no others', async () => {
    const { server, store, add, visit, clock } = await openIntake();
    const pages: readonly (readonly [n: number, published: string | null])[] = [
      [1, '2025-02-28T20:00:00Z'],
      [2, '2025-02-26T09:00:00Z'],
      [3, '2024-11-01'],
      [4, null],
    ];
    for (const [n, published] of pages)
      server.serve(`/page/${n}`, pageOf(`Made-up blast ${n}`, madeUp(n), published));
    server.serve(
      '/feed',
      rss(
        pages.map(([n, published]) => ({ url: server.url(`/page/${n}`), title: `Made-up ${n}`, published })),
      ),
    );
    add('/feed');
    await visit('/feed');
    const isHistory = (n: number): boolean | undefined => {
      const id = store.pages.of(`https://127.0.0.1:${server.port}/page/${n}`)[0]?.article ?? '';
      return store.versions(id).at(-1)?.history;
    };
    expect([1, 2, 3, 4].map(isHistory)).toEqual([false, true, true, true]);
    clock.move(48 * HOUR);
    server.serve('/page/5', pageOf('Made-up blast 5', madeUp(5)));
    server.serve('/feed', rss([{ url: server.url('/page/5'), title: 'Made-up 5' }]));
    await visit('/feed');
    expect(isHistory(5)).toBe(false);
  });

  test('with one bad item brings in all others, and says what became of that one', async () => {
    const { server, add, visit, page, store } = await openIntake();
    serveFeed(server, [1, 2, 3]);
    server.serve('/page/2', text('<p>gone wrong', { status: 500 }));
    add('/feed');
    expect((await visit('/feed')).pages).toEqual({ taken: 2, failed: 1 });
    expect(page('/page/2')).toBe('failed');
    expect(store.pages.newest(9, 'failed')).toMatchObject([{ reason: expect.stringContaining('500') }]);
  });

  test('gets a page that failed another time, at growing distances, and in the end its summary is read', async () => {
    const { server, add, visit, page, clock, feed, store } = await openIntake();
    const url = server.url('/status/500');
    const summary =
      'At least nine made-up people were killed when a bomb went off in Zhob on Friday, police said.';
    const item = rss([{ url, title: 'Made-up blast', published: YESTERDAY, summary }]);
    server.serve('/feed', text(item, { headers: { etag: '"a"' } }));
    add('/feed');
    await visit('/feed');
    expect(page('/status/500')).toBe('failed');
    // Were it asked for changes only, the page would never be tried again.
    expect(feed('/feed').etag).toBeNull();
    for (let hour = 0; hour < 100; hour++) {
      clock.move(HOUR);
      await visit('/feed');
    }
    expect(server.requests('/status/500').length).toBeLessThan(12);
    expect(page('/status/500')).toBe('taken');
    expect(store.pages.newest(1)[0]?.reason).toMatch(/^only the summary in the feed was read: .*500/);
    expect(store.figures({ asOf: LATE })[0]?.quantity.low).toBe(9);
  });

  test('whose page changed since, as it says, brings a new version of the same article', async () => {
    const { server, add, visit, clock, store, page } = await openIntake();
    serveFeed(server, [1]);
    add('/feed');
    await visit('/feed');
    clock.move(HOUR);
    const updated = clock.clock.now().toISOString();
    clock.move(HOUR);
    server.serve(
      '/page/1',
      pageOf('Made-up blast 1', `${madeUp(1)}\nThe toll rose to 26 by the evening.`, YESTERDAY),
    );
    server.serve('/feed', rss(items(server, 1).map(item => ({ ...item, updated }))));
    expect((await visit('/feed')).pages).toEqual({ updated: 1 });
    const id = store.pages.newest(1)[0]?.article ?? '';
    expect(store.versions(id)).toHaveLength(2);
    expect(page('/page/1')).toBe('updated');
    clock.move(HOUR);
    expect((await visit('/feed')).pages).toEqual({});
  });

  test('of more items than are fetched at once has the rest fetched soon after', async () => {
    const { server, add, visit, feed } = await openIntake();
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    serveFeed(server, numbers, { headers: { etag: '"a"' } });
    add('/feed');
    const first = await visit('/feed');
    expect(Object.values(first.pages).reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(feed('/feed').etag).toBeNull();
    const second = await visit('/feed');
    expect(Object.values(second.pages).reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(feed('/feed').etag).toBe('"a"');
  });

  test('that moved for good is followed where it is now, and its old address still finds it', async () => {
    const { server, add, visit, store } = await openIntake();
    serveFeed(server, [1]);
    server.serve('/old', (_, response) => response.writeHead(301, { location: '/feed' }).end());
    add('/old');
    await visit('/old');
    expect(store.feeds.get(server.url('/old'))).toMatchObject({
      url: server.url('/feed'),
      movedFrom: [server.url('/old')],
    });
  });

  test('that moved for good to what is no feed stays where it is', async () => {
    const { server, add, visit, feed } = await openIntake();
    server.serve('/old', (_, response) => response.writeHead(301, { location: '/feed/html' }).end());
    add('/old');
    expect((await visit('/old')).failure).toMatch(/page and no feed/);
    expect(feed('/old').url).toBe(server.url('/old'));
  });
});

describe('a feed that fails', () => {
  test('is tried at growing distances, paused after two days with the reason, and goes on when it answers', async () => {
    const { server, add, visit, feed, clock } = await openIntake();
    server.serve('/feed', text('', { status: 503 }));
    add('/feed');
    let visits = 0;
    for (let hour = 0; hour < 80 && feed('/feed').state === 'active'; hour++) {
      if (feed('/feed').nextRun <= clock.clock.now().toISOString()) {
        visits += 1;
        await visit('/feed');
      }
      clock.move(HOUR);
    }
    expect(visits).toBeLessThan(10);
    expect(feed('/feed')).toMatchObject({
      state: 'paused',
      reason: expect.stringMatching(/^it failed for 48 hours \(.*503.*\); it is tried once a day/),
    });
    serveFeed(server, [1]);
    clock.move(24 * HOUR);
    await visit('/feed');
    expect(feed('/feed')).toMatchObject({ state: 'active', reason: null, failures: 0, failure: null });
  });

  test('with 410 is paused at once, and not tried again', async () => {
    const { server, add, visit, feed } = await openIntake();
    server.serve('/feed', text('', { status: 410 }));
    add('/feed');
    await visit('/feed');
    expect(feed('/feed')).toMatchObject({ state: 'paused', reason: expect.stringContaining('410') });
  });

  test('with 429 is left alone for as long as it asks', async () => {
    const { add, visit, feed } = await openIntake();
    add('/wait/503-seconds');
    expect((await visit('/wait/503-seconds')).failure).toMatch(/come back later/);
    expect(feed('/wait/503-seconds').nextRun >= '2025-03-01T10:59:00.000Z').toBe(true);
  });

  test.for<[path: string, failure: RegExp]>([
    ['/feed/html', /page and no feed/],
    ['/feed/empty', /empty/],
    ['/feed/bomb', /entities/],
    ['/feed/external-entity', /entities/],
    ['/large/unannounced', /larger than 10 MB/],
    ['/bomb/gzip', /unpacks to far more|larger than/],
    ['/status/404', /no such page/],
    ['/status/500', /fault of its own/],
    ['/broken/reset', /broke off|failed/],
    ['/broken/not-http', /not HTTP/],
    ['/wait/429-seconds', /come back later/],
    ['/packed/not/gzip', /packing/],
  ])('%s has a state in words', async ([path, failure]) => {
    const { add, visit, feed, bugs } = await openIntake();
    add(path);
    expect((await visit(path)).failure).toMatch(failure);
    expect(feed(path)).toMatchObject({
      state: 'active',
      failures: 1,
      failure: expect.stringMatching(failure),
    });
    expect(bugs).toEqual([]);
  });

  test('in part, being cut off or ill-formed, brings in what can be read of it', async () => {
    const { server, add, visit } = await openIntake();
    serveFeed(server, [1, 2]);
    const whole = rss(items(server, 1, 2));
    server.serve('/ill-formed', whole.replace('Made-up feed</title>', 'Made-up & <b>feed</titel>'));
    server.serve('/cut-off', whole.slice(0, whole.lastIndexOf('<pubDate>') + 4));
    add('/cut-off');
    expect(await visit('/cut-off')).toMatchObject({
      failure: null,
      pages: { taken: 1 },
      notices: [expect.stringMatching(/cut off/)],
    });
    add('/ill-formed');
    expect(await visit('/ill-formed')).toMatchObject({ failure: null, pages: { taken: 1 } });
  });

  test('for robots.txt is not fetched, and says so', async () => {
    const { server, add, visit, feed } = await openIntake();
    serveFeed(server, [1]);
    server.serve(
      '/robots.txt',
      text('User-agent: *\nDisallow: /', { headers: { 'content-type': 'text/plain' } }),
    );
    add('/feed');
    expect((await visit('/feed')).failure).toMatch(/robots/);
    expect(feed('/feed').failure).toMatch(/robots/);
    expect(server.requests('/feed')).toEqual([]);
  });
});

test('a page that robots.txt closes is not fetched: the summary of the feed is read, and said to be no more', async () => {
  const { server, add, visit, store } = await openIntake();
  server.serve(
    '/robots.txt',
    text('User-agent: *\nDisallow: /page/', { headers: { 'content-type': 'text/plain' } }),
  );
  const summary = 'Four made-up guards were killed in an ambush near Tank on Friday, police said.';
  const item = { url: server.url('/page/1'), title: 'Made-up ambush', published: YESTERDAY, summary };
  server.serve('/feed', rss([item]));
  add('/feed');
  expect((await visit('/feed')).pages).toEqual({ taken: 1 });
  expect(server.requests('/page/1')).toEqual([]);
  expect(store.pages.newest(1)).toMatchObject([
    { kind: 'taken', reason: expect.stringMatching(/^only the summary in the feed was read: .*robots/) },
  ]);
});

test('a feed that somebody paused stays so when it answers', async () => {
  const { server, add, visit, feed, store, clock } = await openIntake();
  serveFeed(server, [1]);
  add('/feed');
  saved(store.feeds.pause(server.url('/feed'), clock.clock.now().toISOString(), 'not now'));
  await visit('/feed');
  expect(feed('/feed')).toMatchObject({ state: 'paused', reason: 'not now' });
});
