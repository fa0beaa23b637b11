import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fields, fieldsOf, listOf, numberOf, parseJson } from '../json.ts';
import { clientOf, raw, refusal } from './client.ts';
import { runningClock } from './clock.ts';
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
    ['https://bot.example:9000/hook', 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'],
    ['no address', 'bad webhook: invalid webhook URL specified'],
  ] as const)('is not %s', async ([url, error]) => {
    expect(await refusal(client.setWebhook(url))).toBe(`Bad Request: ${error}`);
  });
});

/** A bot's side of a webhook that says when it answers, and with what. */
const listen = async (answer: (update: Fields) => Promise<object>) => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const reply = await answer(fieldsOf(parseJson(Buffer.concat(chunks).toString())?.value));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(reply));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

describe('a webhook with many chats', () => {
  test('has as many deliveries at once as allowed, and ends the poll', async () => {
    const waiting = raw(telegram, 'getUpdates', { timeout: 50 });
    await telegram.ready();
    const open: (() => void)[] = [];
    let [now, most] = [0, 0];
    const hook = await listen(async () => {
      now++;
      most = Math.max(most, now);
      await new Promise<void>(resolve => {
        open.push(resolve);
        telegram.transcript.changed();
      });
      now--;
      return {};
    });
    await client.setWebhook(hook.url, { max_connections: 2 });
    expect((await waiting).description).toBe('Conflict: terminated by setWebhook request');
    for (const name of ['A', 'B', 'C']) telegram.person(name).writes('a');
    await telegram.transcript.until(() => open.length === 2);
    for (const done of open.splice(0)) done();
    await telegram.transcript.until(() => open.length === 1);
    for (const done of open.splice(0)) done();
    await telegram.transcript.until(() => telegram.updates.pending().length === 0);
    hook.close();
    expect(most).toBe(2);
  });

  test('may be answered with a call', async () => {
    const hook = await listen(async () => ({
      method: 'sendMessage',
      chat_id: telegram.user.chat.id,
      text: 'b',
    }));
    await client.setWebhook(hook.url);
    expect(await telegram.user.says('a')).toMatchObject({ text: 'b' });
    await telegram.transcript.until(() => telegram.updates.pending().length === 0);
    hook.close();
  });
});

describe('the bot is told', () => {
  test('of being let in, of a message that was changed, and of one that was sent by way of it', async () => {
    const room = telegram.room('desk', { bot: 'left' });
    room.invite();
    const written = telegram.user.writes('/help', { in: room });
    telegram.user.edits(written, '/help me', { in: room });
    const message = { id: '1', text: 'twelve' };
    telegram.user.picks({ id: '1', title: 'a', description: '', text: 'twelve', query: 'a', message }, room);
    expect(telegram.updates.pending()).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'left' }, new_chat_member: { status: 'member' } } },
      { message: { new_chat_members: [{ username: 'sitrep_test_bot' }] } },
      { message: { text: '/help' } },
      { edited_message: { text: '/help me' } },
      { message: { text: 'twelve', via_bot: { username: 'sitrep_test_bot' } } },
      { chosen_inline_result: { result_id: '1' } },
    ]);
  });

  test('whatever a test makes up', async () => {
    telegram.updates.pushRaw({ message: 'not a message' });
    expect(await poll()).toMatchObject([{ message: 'not a message' }]);
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
