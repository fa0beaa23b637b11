import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENCODED, sent } from '../../servers/faults/bodies.ts';
import { FORBIDDEN_TARGETS } from '../../servers/faults/redirects.ts';
import { type FaultServer, startFaults } from '../../servers/faults.ts';
import { openFetcher } from './opened.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaults();
});
afterAll(() => server.close());

/** Short, so that a server that stalls is given up soon. */
const SHORT = { headers: 800, body: 800, total: 1_200 };

const textOf = (fetched: object): string =>
  'bytes' in fetched && fetched.bytes instanceof Uint8Array
    ? Buffer.from(fetched.bytes).toString()
    : 'no body';

describe('a server that', () => {
  test.for<[fault: string, path: string, state: object]>([
    ['answers', '/redirect/target', { kind: 'fresh', status: 200, contentType: 'text/html; charset=utf-8' }],
    ['says nothing of its length', '/fine/until-closed', { kind: 'fresh' }],
    ['has nothing there', '/nothing', { kind: 'failed', code: 'status', status: 404 }],
    ['took it away for good', '/status/410', { kind: 'gone' }],
    ['lets nobody in', '/status/403', { kind: 'failed', code: 'status', status: 403 }],
    ['has a fault', '/status/500', { kind: 'failed', code: 'status', status: 500 }],
    ['puts off', '/status/202', { kind: 'failed', code: 'status', status: 202 }],
    ['has no content', '/status/204', { kind: 'failed', code: 'status', status: 204 }],
    ['sends a part', '/status/206', { kind: 'failed', code: 'status', status: 206 }],
    ['is no longer changed, unasked', '/cache/304-unasked', { kind: 'failed', code: 'status', status: 304 }],
    ['is overloaded', '/wait/503', { kind: 'failed', code: 'status', status: 503 }],
    ['is overloaded for an hour', '/wait/503-seconds', { kind: 'retry-later', after: 3600 }],
    ['is overloaded until ten', '/wait/503-date', { kind: 'retry-later', after: 60 }],
    ['is overloaded until soon', '/wait/503-nonsense', { kind: 'failed', status: 503 }],
    ['never answers', '/slow/silent', { kind: 'failed', code: 'timeout', status: null }],
    ['drips its headers', '/slow/headers', { kind: 'failed', code: 'timeout', status: null }],
    ['drips its body', '/slow/body', { kind: 'failed', code: 'timeout', status: 200 }],
    ['stops half way', '/slow/stalled', { kind: 'failed', code: 'timeout', status: 200 }],
    ['breaks off at once', '/broken/reset-at-once', { kind: 'failed', code: 'network', status: null }],
    ['breaks off half way', '/broken/reset', { kind: 'failed', code: 'network', status: 200 }],
    ['announces more than it sends', '/broken/truncated', { kind: 'failed', code: 'network', status: 200 }],
    ['ends inside a chunk', '/broken/chunk', { kind: 'failed', code: 'network', status: 200 }],
    ['hangs up', '/broken/no-answer', { kind: 'failed', code: 'network', status: null }],
    ['speaks another language', '/broken/not-http', { kind: 'failed', code: 'protocol', status: null }],
    ['sends a header without end', '/broken/huge-header', { kind: 'failed', code: 'protocol' }],
    ['sends headers without end', '/broken/many-headers', { kind: 'failed', code: 'protocol' }],
    ['announces 50 MB', '/large/announced', { kind: 'failed', code: 'too-large', status: 200 }],
    ['sends 50 MB', '/large/unannounced', { kind: 'failed', code: 'too-large', status: 200 }],
    ['packs twice', '/packed/twice', { kind: 'failed', code: 'packing' }],
    ['packs in an unknown way', '/packed/unknown', { kind: 'failed', code: 'packing' }],
    ['leads round in circles', '/redirect/loop', { kind: 'failed', code: 'redirects' }],
    ['leads round in wide circles', '/redirect/long-way-round', { kind: 'failed', code: 'redirects' }],
    ['leads on six times', '/redirect/chain/7/0', { kind: 'failed', code: 'redirects' }],
    ['leads nowhere', '/redirect/nowhere', { kind: 'failed', code: 'status', status: 302 }],
    ['leads to itself by an empty address', '/redirect/empty', { kind: 'failed', code: 'redirects' }],
    ['leads to nonsense', '/redirect/nonsense', { kind: 'refused', code: 'url' }],
    ['leads to ftp', '/redirect/to-ftp', { kind: 'refused', code: 'scheme' }],
    ['leads to a file', '/redirect/to-file', { kind: 'refused', code: 'scheme' }],
    ['leads to a script', '/redirect/to-script', { kind: 'refused', code: 'scheme' }],
    ['leads to a password', '/redirect/to-password', { kind: 'refused', code: 'credentials' }],
  ])('%s', async ([, path, state]) => {
    const fetched = await openFetcher(path.startsWith('/slow/') ? { timeouts: SHORT } : {}).get(
      server.url(path),
    );
    expect(fetched).toMatchObject(state);
    if ('reason' in fetched) expect(fetched.reason).toMatch(/^[a-z]\S* .{5,160}[^.]$/);
  });

  test.for(FORBIDDEN_TARGETS.map((target, index) => [target, index] as const))('leads to %s', async ([
    ,
    index,
  ]) => {
    const fetched = await openFetcher().get(server.url(`/redirect/forbidden/${index}`));
    expect(fetched).toMatchObject({ kind: 'refused', code: 'address' });
  });

  test.for(ENCODED)('packs a bomb with %s', async encoding => {
    expect(await openFetcher().get(server.url(`/bomb/${encoding}`))).toMatchObject({
      kind: 'failed',
      code: 'too-large',
      reason: expect.stringContaining('unpacks'),
    });
  });

  test.for(ENCODED)('breaks off inside %s', async encoding => {
    expect(await openFetcher().get(server.url(`/packed/cut-off/${encoding}`))).toMatchObject({
      kind: 'failed',
      code: 'network',
    });
  });

  test.for(ENCODED)('says %s of what is not packed', async encoding => {
    expect(await openFetcher().get(server.url(`/packed/not/${encoding}`))).toMatchObject({
      kind: 'failed',
      code: 'packing',
    });
  });

  test('takes no connections', async () => {
    const gone = await startFaults();
    await gone.close();
    expect(await openFetcher().get(gone.url('/'))).toMatchObject({ kind: 'failed', code: 'network' });
  });

  test('speaks no https is said so', async () => {
    expect(await openFetcher().get(server.url('/feed/fine').replace('http:', 'https:'))).toMatchObject({
      kind: 'failed',
      code: 'certificate',
      reason: 'it does not speak https as it should',
    });
  });

  test('sends without end is stopped at the cap', async () => {
    await openFetcher().get(server.url('/large/unannounced'));
    // Buffers of both sides hold a little more than was read.
    expect(sent.get('/large/unannounced')).toBeLessThan(30_000_000);
  });
});

describe('a body', () => {
  test.for([...ENCODED, 'raw-deflate', 'x-gzip', 'identity'])('packed as %s is unpacked', async packing => {
    const fetched = await openFetcher().get(server.url(`/packed/${packing}`));
    expect(textOf(fetched)).toBe('<p>A made-up page, packed.</p>');
  });

  test('of nothing, said to be packed, is nothing', async () => {
    const fetched = await openFetcher().get(server.url('/packed/nothing'));
    expect(fetched).toMatchObject({ kind: 'fresh', bytes: new Uint8Array() });
  });

  test('may have as many bytes as were wished for, and not one more', async () => {
    const fetcher = openFetcher();
    const wishes = { maxBytes: 1_000 };
    expect(await fetcher.get(server.url('/large/just-below'), wishes)).toMatchObject({ kind: 'fresh' });
    expect(await fetcher.get(server.url('/large/just-above'), wishes)).toMatchObject({ code: 'too-large' });
  });

  test('is measured packed as well', async () => {
    const address = server.url('/packed/hollow');
    expect(await openFetcher().get(address, { maxBytes: 100_000 })).toMatchObject({ code: 'too-large' });
    expect(textOf(await openFetcher().get(address))).toBe('');
  });

  test('is measured unpacked', async () => {
    const wishes = { maxBytes: 900_000 };
    expect(await openFetcher().get(server.url('/large/packed'), wishes)).toMatchObject({
      code: 'too-large',
      reason: 'larger than 1 MB',
    });
    expect(await openFetcher().get(server.url('/large/packed'))).toMatchObject({ kind: 'fresh' });
  });
});

describe('a redirect', () => {
  test.for<[path: string, permanent: string | null]>([
    ['/redirect/target', null],
    ['/redirect/301', '/redirect/target'],
    ['/redirect/308', '/redirect/target'],
    ['/redirect/302', null],
    ['/redirect/303', null],
    ['/redirect/307', null],
    ['/redirect/301-then-302', '/redirect/302'],
    ['/redirect/302-then-301', null],
    ['/redirect/301-then-308', '/redirect/target'],
    ['/redirect/relative', null],
    ['/redirect/fragment', null],
  ])('from %s is followed, and moves the address to %s for good', async ([path, permanent]) => {
    expect(await openFetcher().get(server.url(path))).toMatchObject({
      kind: 'fresh',
      url: server.url('/redirect/target'),
      permanentUrl: permanent === null ? null : server.url(permanent),
    });
  });

  test('is followed five times', async () => {
    expect(await openFetcher().get(server.url('/redirect/chain/6/0'))).toMatchObject({
      kind: 'fresh',
      url: server.url('/redirect/chain/6/5'),
    });
  });
});

describe('an answer', () => {
  test('comes with what the next request can ask by', async () => {
    const fetcher = openFetcher();
    const first = await fetcher.get(server.url('/cache/etag'));
    expect(first).toMatchObject({
      kind: 'fresh',
      etag: '"made-up-1"',
      lastModified: 'Sat, 01 Mar 2025 09:00:00 GMT',
      freshFor: 600,
    });
    for (const wishes of [{ etag: '"made-up-1"' }, { lastModified: 'Sat, 01 Mar 2025 09:00:00 GMT' }])
      expect(await fetcher.get(server.url('/cache/etag'), wishes)).toMatchObject({
        kind: 'not-modified',
        etag: '"made-up-1"',
        freshFor: 600,
      });
    expect(await fetcher.get(server.url('/cache/etag'), { etag: '"another"' })).toMatchObject({
      kind: 'fresh',
    });
  });

  test('comes whole when what is kept as an ETag cannot be sent', async () => {
    const wishes = { etag: 'a\r\nx-evil: 1', lastModified: 'é' };
    expect(await openFetcher().get(server.url('/cache/etag'), wishes)).toMatchObject({ kind: 'fresh' });
  });
});
