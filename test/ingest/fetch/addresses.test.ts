import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { guardedConnector } from '../../../src/ingest/fetch/connect.ts';
import { openFaults, openFetcher } from './opened.ts';

/** Stands in for DNS: every name has these addresses. */
const named =
  (...addresses: readonly string[]) =>
  async (): Promise<readonly LookupAddress[]> =>
    addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a public name is refused when it leads to', () => {
  test.for<[what: string, addresses: readonly string[]]>([
    ['this machine', ['127.0.0.1']],
    ['this machine by IPv6', ['::1']],
    ['a private network', ['192.168.1.10']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['an IPv4 address inside an IPv6 one', ['::ffff:127.0.0.1']],
    ['several places, none of them public', ['10.0.0.1', 'fd00::1']],
  ])('%s', async ([, addresses]) => {
    const fetcher = openFetcher({ guard: 'public', gap: 0, lookup: named(...addresses) });
    expect(await fetcher.get('http://feed.example.org/')).toMatchObject({ kind: 'refused', code: 'address' });
  });
});

test('of several addresses of a name only those that may be spoken to are', async () => {
  const server = await openFaults();
  const fetcher = openFetcher({ lookup: named('10.0.0.1', '127.0.0.1', '169.254.169.254') });
  expect(await fetcher.get(server.url('/feed/fine', 'feed.example.org'))).toMatchObject({ kind: 'fresh' });
});

test('a name that was public at first and is not when a redirect comes back to it is refused', async () => {
  const server = await openFaults();
  server.serve('/away', (_, response) =>
    response.writeHead(302, { location: server.url('/feed/fine', 'rebound.example.org') }).end(),
  );
  const fetcher = openFetcher({
    lookup: async host => (host === 'rebound.example.org' ? named('10.0.0.1')() : named('127.0.0.1')()),
  });
  expect(await fetcher.get(server.url('/away', 'feed.example.org'))).toMatchObject({
    kind: 'refused',
    code: 'address',
    url: server.url('/feed/fine', 'rebound.example.org'),
  });
});

test('the peer is checked when the connection stands, although its address was never looked up', async () => {
  const server = await openFaults();
  const connect = guardedConnector('public', 5_000);
  const error = await new Promise<Error | null>(resolve =>
    connect(
      {
        hostname: '127.0.0.1',
        host: `127.0.0.1:${server.port}`,
        protocol: 'http:',
        port: String(server.port),
      },
      (...[refusal]) => resolve(refusal),
    ),
  );
  expect(error?.message).toContain('not on the public internet');
  expect(server.requests()).toEqual([]);
});

test('nothing is asked of a server that may not be spoken to, its robots.txt neither', async () => {
  const server = await openFaults();
  const fetcher = openFetcher({ guard: 'public' });
  expect(await fetcher.get(server.url('/feed/fine'))).toMatchObject({ kind: 'refused', code: 'port' });
  expect(await fetcher.get('http://127.0.0.1/feed/fine')).toMatchObject({ kind: 'refused', code: 'address' });
  expect(server.requests('/robots.txt')).toEqual([]);
});

describe('a name', () => {
  const failing = (code: string) => async (): Promise<readonly LookupAddress[]> => {
    throw Object.assign(new Error(code), { code });
  };

  test.for<[code: string, reason: string]>([
    ['ENOTFOUND', 'there is no host feed.example.org'],
    ['EAI_AGAIN', 'the name feed.example.org cannot be looked up now'],
  ])('that is not found (%s) is said so', async ([code, reason]) => {
    const fetcher = openFetcher({ guard: 'public', gap: 0, lookup: failing(code) });
    expect(await fetcher.get('http://feed.example.org/')).toMatchObject({
      kind: 'failed',
      code: 'name',
      reason,
    });
  });

  test('without any address is said so', async () => {
    const fetcher = openFetcher({ guard: 'public', gap: 0, lookup: named() });
    expect(await fetcher.get('http://feed.example.org/')).toMatchObject({ kind: 'failed', code: 'name' });
  });
});
