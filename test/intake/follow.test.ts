import { expect, test } from 'vitest';
import { fetchDue, follow } from '../../src/intake/follow.ts';
import type { Visited } from '../../src/intake/visit-state.ts';
import { text } from '../servers/faults/handlers.ts';
import { LATE } from '../store/made-up.ts';
import { HOUR, madeUp, type Opened, openIntake, pageOf, rss, YESTERDAY } from './opened.ts';

const FAULTS = [
  ...[
    '/feed/html',
    '/feed/empty',
    '/feed/bomb',
    '/feed/external-entity',
    '/feed/truncated',
    '/feed/ill-formed',
  ],
  ...['/large/unannounced', '/bomb/gzip', '/status/404', '/status/410', '/status/500', '/broken/reset'],
  ...['/broken/not-http', '/broken/truncated', '/packed/unknown', '/wait/503-seconds', '/cache/304-unasked'],
];

const HELD = { ok: true, value: null } as const;

/**
 * Follows until `rounds` rounds have passed, an hour each. A round ends when every visit that began in it has ended: between
 * two of its pages a visit asks nothing of anybody, and time must not pass in it.
 */
const followFor = async (
  { intake, clock }: Opened,
  rounds: number,
  options: Partial<Parameters<typeof follow>[1]> = {},
): Promise<readonly string[]> => {
  const stop = new AbortController();
  const troubles: string[] = [];
  const visited = new Set<string>();
  let left = rounds;
  const get: typeof intake.fetcher.get = (url, ...rest) => {
    if (intake.store.feeds.get(url) !== null) visited.add(url);
    return intake.fetcher.get(url, ...rest);
  };
  await follow(
    { ...intake, fetcher: { get } },
    {
      signal: stop.signal,
      hold: () => HELD,
      onTrouble: line => troubles.push(line),
      onVisit: ({ url }) => visited.delete(url),
      pause: async () => {
        do await new Promise(resolve => setImmediate(resolve));
        while (visited.size > 0);
        clock.move(HOUR);
        left -= 1;
        if (left <= 0) stop.abort();
      },
      ...options,
    },
  );
  return troubles;
};

test('with every fault of feeds around it, a good feed brings in what is new, again and again', async () => {
  const opened = await openIntake();
  const { server, add, store, bugs, feed, clock } = opened;
  for (const path of FAULTS) add(path);
  add('/good');
  server.serve('/good', (request, response) => {
    const hour = Math.floor((clock.clock.now().getTime() - Date.parse(YESTERDAY)) / HOUR);
    const urls = [hour, hour - 1].map(n => ({ url: server.url(`/page/${n}`), title: `Made-up ${n}` }));
    for (const n of [hour, hour - 1]) server.serve(`/page/${n}`, pageOf(`Made-up ${n}`, madeUp(n)));
    text(rss(urls))(request, response);
  });
  // Eight of nineteen have their turn in a round, and jitter says which: in eight rounds each has at least three.
  expect(await followFor(opened, 8, { parallel: 8 })).toEqual([]);
  expect(bugs).toEqual([]);
  expect(store.counts(LATE).articles).toBeGreaterThanOrEqual(4);
  expect(feed('/good')).toMatchObject({ failures: 0, failure: null, state: 'active' });
  const states = FAULTS.map(path => feed(path));
  expect(states.filter(({ lastFetch }) => lastFetch === null)).toEqual([]);
  // Two of them can be read in part; all others say in words what is wrong.
  expect(states.filter(({ failure }) => failure === null).length).toBeLessThanOrEqual(2);
  expect(feed('/status/410').state).toBe('paused');
}, 60_000);

test('a host is asked one thing at a time, however many of its feeds are due; several hosts are asked at once', async () => {
  const opened = await openIntake();
  const { server, store, clock } = opened;
  const at = clock.clock.now().toISOString();
  for (const host of ['one.example.org', 'two.example.org', 'three.example.org'])
    for (const n of [1, 2, 3]) {
      const path = `/${n}.xml`;
      server.serve(path, (_, response) => {
        // Slow enough for others to come in between, were they let.
        setTimeout(() => response.end(rss([])), 20);
      });
      store.feeds.add({ url: server.url(path, host), title: null, addedBy: 'a test', at, nextRun: at });
    }
  const visits: Visited[] = [];
  const done = await fetchDue(opened.intake, {
    signal: new AbortController().signal,
    hold: () => HELD,
    onVisit: visited => visits.push(visited),
    onTrouble: line => expect(line).toBe(''),
    parallel: 9,
  });
  expect(done).toBe(9);
  expect(visits.filter(({ failure }) => failure !== null)).toEqual([]);
  for (const host of ['one.example.org', 'two.example.org', 'three.example.org'])
    expect(server.mostAtOnce(host)).toBe(1);
  expect(server.mostAtOnce()).toBeGreaterThan(1);
});

test('stopped in the middle of a feed, it keeps what was read and goes on with the rest the next time', async () => {
  const opened = await openIntake();
  const { server, add, intake, store, feed, visit } = opened;
  const stop = new AbortController();
  const urls = Array.from({ length: 10 }, (_, n) => ({
    url: server.url(`/page/${n}`),
    title: `Made-up ${n}`,
    published: YESTERDAY,
  }));
  for (let n = 0; n < 10; n++)
    server.serve(`/page/${n}`, (request, response) => {
      if (server.requests().filter(({ path }) => path.startsWith('/page/')).length === 4) stop.abort();
      text(pageOf(`Made-up ${n}`, madeUp(n), YESTERDAY))(request, response);
    });
  server.serve('/feed', text(rss(urls), { headers: { etag: '"a"' } }));
  add('/feed');
  await fetchDue(intake, { signal: stop.signal, hold: () => HELD, onTrouble: line => expect(line).toBe('') });
  expect(store.counts(LATE).articles).toBe(3);
  expect(feed('/feed')).toMatchObject({ etag: null, failure: null });
  const { pages } = await visit('/feed');
  expect(Object.values(pages).reduce((sum, count) => sum + count, 0)).toBe(7);
  expect(store.counts(LATE).articles).toBe(10);
});

test('without the right to write nothing is fetched, and it is said once', async () => {
  const opened = await openIntake();
  opened.add('/feed/fine');
  const failure = { fault: 'input', kind: 'not-writer', message: 'written by another bot' } as const;
  const troubles = await followFor(opened, 3, { hold: () => ({ ok: false, error: failure }) });
  expect(troubles).toEqual(['written by another bot']);
  expect(opened.server.requests()).toEqual([]);
});

test('a feed that failed for two days is tried once a day, and goes on when it answers', async () => {
  const opened = await openIntake();
  const { server, add, feed, visit, clock, intake } = opened;
  server.serve('/feed', text('', { status: 500 }));
  add('/feed');
  for (let day = 0; day < 3; day++) {
    await visit('/feed');
    clock.move(24 * HOUR);
  }
  expect(feed('/feed').state).toBe('paused');
  const fetchHourly = async (hours: number): Promise<void> => {
    for (let hour = 0; hour < hours; hour++) {
      const told = { hold: () => HELD, onTrouble: (line: string) => expect(line).toBe('') };
      await fetchDue(intake, { signal: new AbortController().signal, ...told });
      clock.move(HOUR);
    }
  };
  const asked = server.requests('/feed').length;
  await fetchHourly(48);
  expect(server.requests('/feed').length - asked).toBe(2);
  server.serve('/feed', rss([]));
  await fetchHourly(25);
  expect(feed('/feed')).toMatchObject({ state: 'active', failures: 0 });
});
