import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, raw, refusal } from './client.ts';
import { runningClock } from './clock.ts';
import { type Fields, fieldsOf, listOf, numberOf, parseJson } from './json.ts';
import { startTelegram, type TelegramEmulator } from './start.ts';

let telegram: TelegramEmulator;
let client: Telegram;

beforeEach(async () => {
  telegram = await startTelegram({ flood: null });
  client = clientOf(telegram);
});

afterEach(async () => {
  await telegram.close();
  expect(telegram.transcript.violations).toEqual([]);
});

const poll = async (params: object = {}): Promise<Fields[]> =>
  listOf((await raw(telegram, 'getUpdates', params)).result).map(fieldsOf);

const texts = (updates: readonly Fields[]): unknown[] => updates.map(({ message }) => fieldsOf(message).text);

describe('long polling', () => {
  test('waits for what comes', async () => {
    const waiting = poll({ timeout: 50 });
    await telegram.ready();
    telegram.user.writes('hello');
    expect(texts(await waiting)).toEqual(['hello']);
  });

  test('gives nothing when its time is over', async () => {
    const waiting = poll({ timeout: 50 });
    await telegram.ready();
    telegram.clock.advance(50_000);
    expect(await waiting).toEqual([]);
  });

  test('gives the same until it is confirmed, at most as many as asked for', async () => {
    for (const text of ['a', 'b', 'c']) telegram.user.writes(text);
    expect(texts(await poll({ limit: 2 }))).toEqual(['a', 'b']);
    const all = await poll();
    expect(texts(all)).toEqual(['a', 'b', 'c']);
    expect(texts(await poll({ offset: numberOf(all[1]?.update_id) }))).toEqual(['b', 'c']);
    expect(texts(await poll({ offset: -1 }))).toEqual(['c']);
    expect(texts(await poll({ offset: numberOf(all[2]?.update_id) + 1 }))).toEqual([]);
  });

  test('repeats an update when told', async () => {
    telegram.user.writes('a');
    const id = numberOf((await poll())[0]?.update_id);
    telegram.updates.repeat();
    expect(await poll({ offset: id + 1 })).toMatchObject([{ update_id: id, message: { text: 'a' } }]);
    expect(await poll({ offset: id + 1 })).toEqual([]);
  });

  test('gives only the kinds that are asked for', async () => {
    await poll({ allowed_updates: ['my_chat_member'] });
    telegram.user.writes('a');
    telegram.user.blocks();
    expect(await poll()).toMatchObject([{ my_chat_member: {} }]);
  });

  test('ends for the first of two', async () => {
    const first = raw(telegram, 'getUpdates', { timeout: 50 });
    await telegram.ready();
    const second = poll({ timeout: 50 });
    expect(await first).toMatchObject({
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    telegram.user.writes('a');
    expect(texts(await second)).toEqual(['a']);
  });

  test('is refused while there is a webhook', async () => {
    await client.setWebhook('https://bot.example/hook', { secret_token: 'made-up', max_connections: 2 });
    expect(
      await refusal(client.callApi('getUpdates', { offset: 0, limit: 1, timeout: 0, allowed_updates: [] })),
    ).toContain("Conflict: can't use getUpdates method while webhook is active");
    expect(await client.getWebhookInfo()).toMatchObject({
      url: 'https://bot.example/hook',
      max_connections: 2,
    });
    await client.deleteWebhook();
    expect(await poll()).toEqual([]);
  });
});

describe('a webhook', () => {
  test('gets each update with the secret, again with growing pauses, in order', async () => {
    const got: { readonly secret: unknown; readonly text: unknown }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const update = fieldsOf(parseJson(Buffer.concat(chunks).toString())?.value);
      got.push({
        secret: request.headers['x-telegram-bot-api-secret-token'],
        text: fieldsOf(update.message).text,
      });
      response.statusCode = got.length < 3 ? 500 : 200;
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await client.setWebhook(`http://127.0.0.1:${port}/hook`, { secret_token: 'made-up' });
    telegram.user.writes('a');
    telegram.user.writes('b');
    const deliveries = () => telegram.transcript.entries.filter(({ kind }) => kind === 'webhook');
    for (const [count, pause] of [
      [1, 1000],
      [2, 2000],
    ] as const) {
      await telegram.transcript.until(() => deliveries().length === count);
      await telegram.transcript.until(() => telegram.webhookInfo().last_error_message !== undefined);
      telegram.clock.advance(pause);
    }
    await telegram.transcript.until(() => telegram.updates.pending().length === 0);
    server.closeAllConnections();
    server.close();
    expect(got.map(({ text }) => text)).toEqual(['a', 'a', 'a', 'b']);
    expect(new Set(got.map(({ secret }) => secret))).toEqual(new Set(['made-up']));
    expect(telegram.webhookInfo().last_error_message).toBe(
      'Wrong response from the webhook: 500 Internal Server Error',
    );
  });

  test.for([
    ['http://bot.example/hook', 'bad webhook: An HTTPS URL must be provided for webhook'],
    ['no address', 'bad webhook: invalid webhook URL specified'],
  ] as const)('is not %s', async ([url, error]) => {
    expect(await refusal(client.setWebhook(url))).toBe(`Bad Request: ${error}`);
  });
});

describe('in a group with privacy mode the bot hears', () => {
  test.for<[text: string, heard: boolean]>([
    ['how many were killed?', false],
    ['/casualties quetta', true],
    ['/casualties@sitrep_test_bot quetta', true],
    ['/casualties@another_bot quetta', false],
    ['@sitrep_test_bot how many?', true],
    ['@somebody how many?', false],
  ])('%s: %s', ([text, heard]) => {
    const room = telegram.room('desk', { type: 'supergroup' });
    telegram.user.writes(text, { in: room });
    expect(telegram.updates.pending()).toHaveLength(heard ? 1 : 0);
  });

  test('answers to what it said, and as an administrator everything', async () => {
    const room = telegram.room('desk');
    await client.sendMessage(room.id, 'twelve');
    const [said] = room.said();
    if (said === undefined) throw new Error('nothing was said');
    telegram.user.writes('where?', { in: room, replyTo: said });
    expect(telegram.updates.pending()).toMatchObject([
      { message: { text: 'where?', reply_to_message: { text: 'twelve' } } },
    ]);
    room.promote();
    telegram.user.writes('aha', { in: room });
    expect(telegram.updates.pending()).toHaveLength(3);
  });

  test('anonymous administrators by the name of the group', () => {
    const room = telegram.room('desk', { type: 'supergroup' });
    room.join(telegram.user, { status: 'creator', anonymous: true });
    telegram.user.writes('/settings', { in: room });
    expect(telegram.updates.pending()).toMatchObject([
      { message: { from: { username: 'GroupAnonymousBot' }, sender_chat: { id: room.id } } },
    ]);
  });
});

describe('time', () => {
  test('passes faster when told', async () => {
    const clock = runningClock(1000);
    await new Promise<void>(resolve => clock.after(60_000, resolve));
    expect(clock.now()).toBeGreaterThan(Date.now() + 50_000);
  });
});
