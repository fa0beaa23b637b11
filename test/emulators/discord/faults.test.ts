import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stillClock } from './clock.ts';
import type { Fault } from './rest/faults.ts';
import { type DiscordEmulator, type DiscordOptions, startDiscord } from './start.ts';

let discord: DiscordEmulator;
let rest: REST;

/** A client that waits so long for a reply, in milliseconds. */
const connect = (timeout: number): void => {
  rest = new REST({ api: discord.api, version: '10', retries: 0, timeout }).setToken(discord.token);
};

const begin = async (options: DiscordOptions = {}): Promise<void> => {
  discord = await startDiscord({ clock: stillClock(), ...options });
  connect(10_000);
};

const post = (content = 'made up', more: object = {}): Promise<unknown> =>
  rest.post(`/channels/${discord.channel.id}/messages`, {
    body: { content, allowed_mentions: { parse: [] }, ...more },
  });

const statuses = (): readonly (number | undefined)[] =>
  discord.transcript.requests().map(({ status }) => status);

beforeEach(() => begin());

afterEach(async () => {
  await discord.close();
  expect(discord.transcript.violations).toEqual([]);
});

describe('a fault', () => {
  test.for<[what: string, fault: Fault, error: RegExp, stored: number]>([
    ['500', { kind: 'status', status: 500 }, /500|Internal Server Error/, 0],
    ['502', { kind: 'status', status: 502 }, /502|Bad Gateway/, 0],
    ['503', { kind: 'status', status: 503 }, /503|Service Unavailable/, 0],
    ['401', { kind: 'status', status: 401 }, /401/, 0],
    ['403', { kind: 'status', status: 403 }, /403/, 0],
    ['an error page', { kind: 'html', status: 502 }, /502|Bad Gateway/, 0],
    ['a connection that is cut', { kind: 'reset' }, /ECONNRESET|closed|other side/, 0],
    ['no reply', { kind: 'hang' }, /abort/, 0],
    ['500 after it was stored', { kind: 'stored', answer: 500 }, /500|Internal Server Error/, 1],
    ['a cut after it was stored', { kind: 'stored', answer: 'reset' }, /ECONNRESET|closed|other side/, 1],
  ])('of one request: %s', async ([, fault, error, stored]) => {
    discord.faults.add(fault);
    if (fault.kind === 'hang') connect(300);
    await expect(post('first')).rejects.toThrow(error);
    expect(discord.messagesIn(discord.channel)).toHaveLength(stored);
    expect(discord.transcript.requests()[0]).toMatchObject({ fault: fault.kind });
    connect(10_000);
    await post('second');
    expect(discord.messagesIn(discord.channel)).toHaveLength(stored + 1);
  });

  test('that makes a reply late', async () => {
    discord.faults.add({ kind: 'slow', milliseconds: 600 });
    connect(300);
    await expect(post()).rejects.toThrow(/abort/);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });

  test('is of the requests that match, as often as it says', async () => {
    discord.faults.add({ kind: 'status', status: 503, match: 'POST /channels/', times: 2 });
    discord.faults.add({ kind: 'status', status: 500, match: /^GET .*\/@me$/ });
    await expect(rest.get('/users/@me')).rejects.toThrow();
    await rest.get('/gateway/bot');
    expect(discord.faults.left()).toBe(2);
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    await post();
    expect(statuses()).toEqual([500, 200, 503, 503, 200]);
  });

  test('can be there from the first request on', async () => {
    await discord.close();
    await begin({ faults: [{ kind: 'html', status: 503, match: 'GET /gateway/bot' }] });
    await expect(rest.get('/gateway/bot')).rejects.toThrow();
    await rest.get('/gateway/bot');
  });

  test('429 makes the client wait, and is then over', async () => {
    discord.faults.add({ kind: 'status', status: 429, retryAfter: 0.05 });
    await post();
    expect(statuses()).toEqual([429, 200]);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });

  test('429 of all routes says so', async () => {
    discord.faults.add({ kind: 'status', status: 429, retryAfter: 0.05, scope: 'global' });
    await post();
    expect(discord.transcript.requests()[0]?.reply).toMatchObject({ global: true });
  });
});

describe('limits', () => {
  const raw = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${discord.api}/v10${path}`, {
      ...init,
      headers: {
        authorization: `Bot ${discord.token}`,
        'user-agent': 'DiscordBot (https://example.org, 1.0)',
      },
    });

  test('of a route stand in the headers, and are kept', async () => {
    await discord.close();
    await begin({ limits: { perRoute: 2, window: 60_000 } });
    const path = `/channels/${discord.channel.id}`;
    const replies = [await raw(path), await raw(path), await raw(path)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
    expect(replies[2]?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(Number(replies[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await raw('/users/@me')).status).toBe(200);
  });

  test('of all routes are kept', async () => {
    await discord.close();
    await begin({ limits: { global: 2 } });
    const replies = [await raw('/users/@me'), await raw('/gateway/bot'), await raw('/applications/@me')];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies[2]?.headers.get('x-ratelimit-global')).toBe('true');
  });

  test('a client that obeys the headers is never refused', async () => {
    await discord.close();
    await begin({ limits: { perRoute: 3, window: 150 } });
    for (let count = 0; count < 8; count += 1) await post(`${count}`);
    expect(statuses()).toEqual(Array(8).fill(200));
  });

  test('who is refused too often is shut out', async () => {
    await discord.close();
    await begin({ limits: { invalid: 3 } });
    discord.deny(discord.channel, 'VIEW_CHANNEL');
    const path = `/channels/${discord.channel.id}`;
    const replies = [
      await raw(path),
      await raw(path),
      await raw(path),
      await raw(path),
      await raw('/users/@me'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 429]);
    expect(replies[4]?.headers.get('content-type')).toBe('text/html');
    expect(discord.invalidRequests()).toBe(4);
  });
});
