import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { text } from '../../servers/faults/handlers.ts';
import { movableClock, openFaults, openFetcher } from './opened.ts';

const HOUR = 3_600_000;

/** Every name is the server of the test. */
const here = async (): Promise<readonly LookupAddress[]> => [{ address: '127.0.0.1', family: 4 }];

const seconds = (waits: readonly number[]): readonly number[] => waits.map(wait => wait / 1000);

describe('a host', () => {
  test('is asked one thing at a time, others at the same time', async () => {
    const server = await openFaults();
    const fetcher = openFetcher({ lookup: here, parallel: 3 });
    const hosts = ['a.example.org', 'b.example.org', 'c.example.org', 'd.example.org', 'e.example.org'];
    let held: (() => void)[] = [];
    server.serve('/held', (_, response) => {
      held.push(() => response.end());
      // Three hosts wait for one another here: were they asked in turn, nobody would ever be answered.
      if (held.length < 3) return;
      for (const release of held) release();
      held = [];
    });
    const addresses = hosts.slice(0, 3).map(host => server.url('/held', host));
    const others = hosts.flatMap(host => ['/1', '/2', '/3'].map(path => server.url(path, host)));
    await Promise.all([...addresses, ...others].map(address => fetcher.get(address)));
    for (const host of hosts) expect(server.mostAtOnce(host)).toBe(1);
    expect(server.mostAtOnce()).toBe(3);
    expect(server.requests()).toHaveLength(18);
  });

  test('waits while as many others are asked as may be', async () => {
    const server = await openFaults();
    const fetcher = openFetcher({ lookup: here, parallel: 2 });
    const held: (() => void)[] = [];
    const two = new Promise<void>(resolve =>
      server.serve('/held', (_, response) => {
        held.push(() => response.end());
        if (held.length === 2) resolve();
      }),
    );
    const hosts = ['a.example.org', 'b.example.org', 'c.example.org', 'd.example.org'];
    // Known by their robots.txt, all four could come at once.
    await Promise.all(hosts.map(host => fetcher.get(server.url('/feed/fine', host))));
    const all = Promise.all(hosts.map(host => fetcher.get(server.url('/held', host))));
    await two;
    // Takes a connection of its own, and so comes after whatever set out with the two.
    await openFetcher().get(server.url('/feed/fine'));
    expect(held).toHaveLength(2);
    server.serve('/held', (_, response) => response.end());
    for (const release of held) release();
    expect((await all).map(({ kind }) => kind)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  });

  test('has a second of quiet between two requests', async () => {
    const server = await openFaults();
    const { clock, pause, waits } = movableClock();
    const fetcher = openFetcher({ clock, pause, gap: 1_000 });
    for (const path of ['/1', '/2', '/3']) await fetcher.get(server.url(path));
    expect(seconds(waits)).toEqual([1, 1, 1]);
  });

  test('has no quiet to wait for when it was not asked for a while', async () => {
    const server = await openFaults();
    const { clock, pause, waits, move } = movableClock();
    const fetcher = openFetcher({ clock, pause, gap: 1_000 });
    await fetcher.get(server.url('/1'));
    move(5_000);
    await fetcher.get(server.url('/2'));
    expect(seconds(waits)).toEqual([1]);
  });

  test('that asks for a pause is left alone until it is over', async () => {
    const server = await openFaults();
    const { clock, move } = movableClock();
    const fetcher = openFetcher({ clock });
    expect(await fetcher.get(server.url('/wait/429-seconds'))).toMatchObject({
      kind: 'retry-later',
      after: 120,
    });
    move(20_000);
    expect(await fetcher.get(server.url('/feed/fine'))).toMatchObject({ kind: 'retry-later', after: 100 });
    expect(server.requests('/feed/fine')).toEqual([]);
    move(100_000);
    expect(await fetcher.get(server.url('/feed/fine'))).toMatchObject({ kind: 'fresh' });
  });

  test.for<[path: string, after: number | null]>([
    ['/wait/429', null],
    ['/wait/429-date', 60],
  ])('that answers as %s does is asked again %i s later', async ([path, after]) => {
    const server = await openFaults();
    expect(await openFetcher().get(server.url(path))).toMatchObject({ kind: 'retry-later', after });
  });
});

test('a server is told who asks and whom to write to', async () => {
  const server = await openFaults();
  await openFetcher().get(server.url('/feed/fine'), { accept: 'application/rss+xml' });
  expect(server.requests('/feed/fine')[0]?.headers).toMatchObject({
    'user-agent': 'Sitrep/1.2.3 (+https://example.org/bot)',
    accept: 'application/rss+xml',
    'accept-encoding': 'gzip, deflate, br, zstd',
  });
});

const DISALLOWED = 'User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\nAllow: /private/open';

describe('robots.txt', () => {
  test.for<[claim: string, robots: string, path: string, kind: string]>([
    ['keeps what it disallows', DISALLOWED, '/private/a', 'refused'],
    ['keeps what a pattern of it disallows', DISALLOWED, '/a.pdf', 'refused'],
    ['gives what it allows inside', DISALLOWED, '/private/open', 'fresh'],
    ['gives what it says nothing of', DISALLOWED, '/public', 'fresh'],
    ['speaks to us by name', 'User-agent: sitrep\nDisallow: /', '/public', 'refused'],
    ['speaks to others by name', 'User-agent: other\nDisallow: /', '/public', 'fresh'],
    ['is heard with a byte order mark', '\ufeffUser-agent: *\nDisallow: /', '/public', 'refused'],
    ['is heard with lines of old', 'User-agent: *\rDisallow: /', '/public', 'refused'],
    ['disallows nothing when it is empty', '', '/public', 'fresh'],
    ['disallows nothing when it is a page', '<!doctype html><p>Not here', '/public', 'fresh'],
  ])('%s', async ([, robots, path, kind]) => {
    const server = await openFaults();
    server.serve('/robots.txt', text(robots, { headers: { 'content-type': 'text/plain' } }));
    server.serve(path, 'a made-up page');
    const fetched = await openFetcher().get(server.url(path));
    expect(fetched.kind).toBe(kind);
    if (fetched.kind === 'refused') expect(fetched.code).toBe('robots');
    expect(server.requests(path)).toHaveLength(kind === 'refused' ? 0 : 1);
  });

  test.for<[status: number, kind: string]>([
    [204, 'fresh'],
    [404, 'fresh'],
    [403, 'fresh'],
    [410, 'fresh'],
    [500, 'failed'],
    [503, 'failed'],
    [429, 'retry-later'],
  ])('that answers %i leaves a page %s', async ([status, kind]) => {
    const server = await openFaults();
    server.serve('/robots.txt', text('', { status }));
    expect((await openFetcher().get(server.url('/feed/fine'))).kind).toBe(kind);
    expect(server.requests('/feed/fine')).toHaveLength(kind === 'fresh' ? 1 : 0);
  });

  test('without end of patterns is heard as far as they make sense', async () => {
    const server = await openFaults();
    const hostile = `Disallow: /${'*a'.repeat(900)}b\n`.repeat(500);
    server.serve('/robots.txt', `User-agent: *\n${hostile}Disallow: /*/private`);
    const address = server.url(`/${'a'.repeat(1_900)}`);
    server.serve('/a/private', 'a made-up page');
    expect(await openFetcher().get(address)).toMatchObject({ kind: 'failed', status: 404 });
    expect(await openFetcher().get(server.url('/a/private'))).toMatchObject({ code: 'robots' });
  });

  test('that leads round in circles is none', async () => {
    const server = await openFaults();
    server.serve('/robots.txt', text('', { status: 302, headers: { location: '/robots.txt' } }));
    expect(await openFetcher().get(server.url('/feed/fine'))).toMatchObject({ kind: 'fresh' });
  });

  test('holds for where a redirect leads, too', async () => {
    const server = await openFaults();
    server.serve('/robots.txt', 'User-agent: *\nDisallow: /redirect/target');
    expect(await openFetcher().get(server.url('/redirect/302'))).toMatchObject({
      kind: 'refused',
      code: 'robots',
      url: server.url('/redirect/target'),
    });
  });

  test('is fetched once a day, for all who wait for it', async () => {
    const server = await openFaults();
    const { clock, move } = movableClock();
    const fetcher = openFetcher({ clock });
    const asked = (): number => server.requests('/robots.txt').length;
    await Promise.all(['/1', '/2', '/3'].map(path => fetcher.get(server.url(path))));
    move(23 * HOUR);
    await fetcher.get(server.url('/4'));
    expect(asked()).toBe(1);
    move(2 * HOUR);
    await fetcher.get(server.url('/5'));
    expect(asked()).toBe(2);
  });

  test('that could not be read is asked for again after ten minutes', async () => {
    const server = await openFaults();
    const { clock, move } = movableClock();
    const fetcher = openFetcher({ clock });
    server.serve('/robots.txt', text('', { status: 500 }));
    expect(await fetcher.get(server.url('/feed/fine'))).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('robots.txt'),
    });
    server.serve('/robots.txt', '');
    expect((await fetcher.get(server.url('/feed/fine'))).kind).toBe('failed');
    move(HOUR / 6);
    expect((await fetcher.get(server.url('/feed/fine'))).kind).toBe('fresh');
  });

  test('holds as it was read last while it cannot be read', async () => {
    const server = await openFaults();
    const { clock, move } = movableClock();
    const fetcher = openFetcher({ clock });
    server.serve('/robots.txt', 'User-agent: *\nDisallow: /private');
    server.serve('/private', 'a made-up page');
    expect((await fetcher.get(server.url('/feed/fine'))).kind).toBe('fresh');
    server.serve('/robots.txt', text('', { status: 500 }));
    move(25 * HOUR);
    expect((await fetcher.get(server.url('/feed/fine'))).kind).toBe('fresh');
    expect((await fetcher.get(server.url('/private'))).kind).toBe('refused');
  });

  test.for<[delay: string, waited: readonly number[]]>([
    ['5', [1, 5]],
    ['0.5', [1, 1]],
    ['86400', [1, 30]],
    ['soon', [1, 1]],
    ['-1', [1, 1]],
  ])('that asks for %s s between requests gets %j, after its own second', async ([delay, waited]) => {
    const server = await openFaults();
    const { clock, pause, waits } = movableClock();
    const fetcher = openFetcher({ clock, pause, gap: 1_000 });
    server.serve('/robots.txt', `User-agent: *\nCrawl-delay: ${delay}`);
    await fetcher.get(server.url('/1'));
    await fetcher.get(server.url('/2'));
    expect(seconds(waits)).toEqual(waited);
  });
});

describe('stopping', () => {
  const STOPPED = { kind: 'failed', code: 'stopped' };

  test('ends what is under way and what waits, and what is asked later', async () => {
    const server = await openFaults();
    const fetcher = openFetcher();
    const arrived = new Promise<void>(resolve => server.serve('/held', () => resolve()));
    const both = ['/held', '/feed/fine'].map(path => fetcher.get(server.url(path)));
    await arrived;
    await fetcher.close();
    expect(await Promise.all(both)).toMatchObject([STOPPED, STOPPED]);
    expect(await fetcher.get(server.url('/feed/fine'))).toMatchObject(STOPPED);
    expect(server.requests('/feed/fine')).toEqual([]);
  });

  test('one fetch leaves the others be', async () => {
    const server = await openFaults();
    const fetcher = openFetcher();
    const stop = new AbortController();
    const arrived = new Promise<void>(resolve => server.serve('/held', () => resolve()));
    const held = fetcher.get(server.url('/held'), { signal: stop.signal });
    const other = fetcher.get(server.url('/feed/fine'));
    await arrived;
    stop.abort();
    expect(await held).toMatchObject(STOPPED);
    expect(await other).toMatchObject({ kind: 'fresh' });
  });

  test('whoever asked first for robots.txt does not stop it for the others', async () => {
    const server = await openFaults();
    const fetcher = openFetcher();
    const stop = new AbortController();
    const robots = new Promise<() => void>(resolve =>
      server.serve('/robots.txt', (_, response) => resolve(() => response.end())),
    );
    const first = fetcher.get(server.url('/1'), { signal: stop.signal });
    const second = fetcher.get(server.url('/feed/fine'));
    const release = await robots;
    stop.abort();
    expect(await first).toMatchObject(STOPPED);
    release();
    expect(await second).toMatchObject({ kind: 'fresh' });
  });

  test('before it begins asks for nothing', async () => {
    const server = await openFaults();
    expect(await openFetcher().get(server.url('/1'), { signal: AbortSignal.abort() })).toMatchObject(STOPPED);
    expect(server.requests()).toEqual([]);
  });
});
