import { Telegraf, type Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, raw } from './client.ts';
import type { Wrong } from './faults.ts';
import { startTelegram, type TelegramEmulator } from './start.ts';

let telegram: TelegramEmulator;
let client: Telegram;
let here: number;

beforeEach(async () => {
  telegram = await startTelegram();
  client = clientOf(telegram);
  telegram.user.writes('/start');
  here = telegram.user.chat.id;
});

afterEach(async () => {
  await telegram.close();
  expect(telegram.transcript.violations).toEqual([]);
});

const outcome = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'sent';
  } catch (error) {
    return String(error);
  }
};

describe('a fault', () => {
  test.for<[wrong: Wrong, outcome: RegExp, stored: number]>([
    [
      { status: 400, description: "Bad Request: can't parse entities: x" },
      /400: Bad Request: can't parse/,
      0,
    ],
    [{ status: 401 }, /401: Unauthorized/, 0],
    [{ status: 409 }, /409: Conflict: terminated by other getUpdates request/, 0],
    [{ status: 429, parameters: { retry_after: 43_838 } }, /429: Too Many Requests: retry after 43838/, 0],
    [{ status: 500 }, /500: Internal Server Error/, 0],
    [{ status: 503 }, /503: Service Unavailable/, 0],
    ['html', /502: Bad Gateway/, 0],
    ['garbage', /invalid json/, 0],
    ['reset', /ECONNRESET|socket hang up/, 0],
    ['stored-then-reset', /ECONNRESET|socket hang up/, 1],
    ['stored-then-500', /500: Internal Server Error/, 1],
  ])('%j', async ([wrong, expected, stored]) => {
    telegram.faults.add({ wrong, method: 'sendMessage' });
    await client.getMe();
    expect(await outcome(client.sendMessage(here, 'a'))).toMatch(expected);
    expect(telegram.user.sees()).toHaveLength(stored);
    expect(telegram.faults.left()).toBe(0);
    expect(telegram.transcript.calls('sendMessage')).toMatchObject([
      { fault: typeof wrong === 'string' ? wrong : String(wrong.status) },
    ]);
  });

  test('leaves a call without an answer until the client goes away', async () => {
    telegram.faults.add({ wrong: 'hang' });
    const stop = new AbortController();
    const call = fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`, { signal: stop.signal });
    await telegram.transcript.until(() => telegram.transcript.calls('getMe').length === 1);
    stop.abort();
    await expect(call).rejects.toThrow('aborted');
  });

  test('hits the calls of one chat, as many as said', async () => {
    const other = telegram.person('Other');
    other.writes('/start');
    telegram.faults.add({ wrong: { status: 503 }, chat: other.chat.id, times: 2 });
    const to = (chat: number) => outcome(client.sendMessage(chat, 'a'));
    expect([
      await to(here),
      await to(other.chat.id),
      await to(other.chat.id),
      await to(other.chat.id),
    ]).toEqual(['sent', expect.stringContaining('503'), expect.stringContaining('503'), 'sent']);
  });

  test('is there at boot, and ends a bare client', async () => {
    const early = await startTelegram({ faults: [{ wrong: { status: 401 }, method: 'getMe' }] });
    const bot = new Telegraf(early.token, { telegram: { apiRoot: early.apiRoot } });
    expect(await outcome(bot.launch())).toContain('401: Unauthorized');
    await early.close();
  });

  test('is added from another process, which reads the transcript', async () => {
    const post = (path: string, body: unknown) =>
      fetch(`${telegram.apiRoot}/_emulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('faults', [{ wrong: { status: 502 }, times: 2 }]);
    expect(telegram.faults.left()).toBe(2);
    await outcome(client.getMe());
    const reply = await fetch(`${telegram.apiRoot}/_emulator/transcript`);
    expect(await reply.json()).toMatchObject({ entries: [{ what: 'getMe', status: 502 }], violations: [] });
  });
});

describe('flood limits', () => {
  test('one message a second to a chat, then again', async () => {
    expect(await outcome(client.sendMessage(here, 'a'))).toBe('sent');
    expect(await raw(telegram, 'sendMessage', { chat_id: here, text: 'b' })).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    telegram.clock.advance(1000);
    expect(await outcome(client.sendMessage(here, 'b'))).toBe('sent');
  });

  test('twenty messages a minute to a group', async () => {
    const room = telegram.room('desk');
    for (let sent = 0; sent < 20; sent++) {
      expect(await outcome(client.sendMessage(room.id, 'a'))).toBe('sent');
      telegram.clock.advance(1000);
    }
    const reply = await raw(telegram, 'sendMessage', { chat_id: room.id, text: 'a' });
    expect(reply).toMatchObject({ error_code: 429, parameters: { retry_after: expect.any(Number) } });
    telegram.clock.advance(60_000);
    expect(await outcome(client.sendMessage(room.id, 'a'))).toBe('sent');
  });

  test('thirty messages a second overall', async () => {
    const strict = await startTelegram({ flood: { overall: { messages: 2, within: 3_600_000 } } });
    const people = ['A', 'B', 'C'].map(name => strict.person(name));
    for (const person of people) person.writes('/start');
    const sent: string[] = [];
    for (const { chat } of people) sent.push(await outcome(clientOf(strict).sendMessage(chat.id, 'a')));
    expect(sent).toEqual(['sent', 'sent', expect.stringContaining('429: Too Many Requests')]);
    await strict.close();
  });
});

describe('a call is held to the description', () => {
  test.for<[method: string, params: object | string, problem: string]>([
    ['sendMessage', { text: 'a', colour: 'red' }, 'colour: no such field'],
    ['sendMessage', { text: 'a', reply_to_message_id: 1 }, 'reply_to_message_id: no such field'],
    ['sendMessage', {}, 'text: is required'],
    ['sendMessage', { text: 7 }, 'text: is no String: 7'],
    ['sendMessage', { text: 'a', entities: [null] }, 'entities[0]: is no MessageEntity: null'],
    ['sendMessage', { text: 'a', parse_mode: null }, 'parse_mode: is no String: null'],
    [
      'sendMessage',
      { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] } },
      'reply_markup.inline_keyboard[0][0].callback_data: 65 bytes, allowed are 1 to 64',
    ],
    [
      'sendMessage',
      { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x', style: 1 }]] } },
      'reply_markup.inline_keyboard[0][0].style: is no String: 1',
    ],
    ['setMyCommands', { commands: [{ command: 'a' }] }, 'commands[0].description: is required'],
    ['setMyCommands', { commands: [], scope: { type: 'everybody' } }, 'scope.type: must be default'],
    ['getUpdates', { limit: 101 }, 'limit: 101, allowed are 1 to 100'],
    [
      'answerInlineQuery',
      { inline_query_id: 'x', results: [{ type: 'article', id: '1', title: 'a' }] },
      'results[0].input_message_content: is required',
    ],
    ['sendDice', {}, 'the emulator knows no such method'],
  ])('%s %j', async ([method, params, problem]) => {
    const chat = method.startsWith('send') ? { chat_id: here } : {};
    await raw(telegram, method, typeof params === 'string' ? params : { ...chat, ...params });
    const found = telegram.transcript.takeViolations();
    expect(found.map(each => each.problem)).toContain(problem);
    expect(new Set(found.map(({ by }) => by))).toEqual(new Set(['client']));
  });

  test('and one with a wrong token, of no method or of no JSON is refused', async () => {
    const stranger = { ...telegram, token: '1:wrong' };
    expect(await raw(stranger, 'getMe')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect(await raw(telegram, 'getMe', '[1]')).toMatchObject({ error_code: 400 });
    expect(await raw(telegram, 'getMe', '{')).toMatchObject({ error_code: 400 });
  });
});
