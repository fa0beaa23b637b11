import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { at, type Json, parseJson } from '../json.ts';
import { type DiscordEmulator, startDiscord } from './start.ts';

let discord: DiscordEmulator;
let socket: WebSocket;
const heard: Json[] = [];
let closed: Promise<number>;

const connect = async (query = 'v=10&encoding=json'): Promise<void> => {
  heard.length = 0;
  socket = new WebSocket(`${discord.gateway.url()}/?${query}`);
  closed = new Promise(resolve => socket.once('close', resolve));
  socket.on('message', bytes => {
    heard.push(parseJson(String(bytes))?.value ?? String(bytes));
    discord.transcript.changed();
  });
  await new Promise(resolve => socket.once('open', resolve));
};

const say = (op: number, d: Json): void => socket.send(JSON.stringify({ op, d }));

const identity = (over: { readonly [key: string]: Json } = {}): Json => ({
  token: discord.token,
  intents: 1,
  properties: { os: 'made-up', browser: 'made-up', device: 'made-up' },
  ...over,
});

const until = (op: number, event: Json = null): Promise<Json> =>
  discord.transcript.until(() => heard.find(each => at(each, 'op') === op && at(each, 't') === event));

beforeEach(async () => {
  discord = await startDiscord();
  await connect();
});

afterEach(async () => {
  socket.terminate();
  await discord.close();
});

test.for<[code: number, what: string, said: () => void]>([
  [4002, 'words that are no JSON', () => socket.send('{')],
  [4003, 'a request before it said who it is', () => say(3, {})],
  [4004, 'a wrong token', () => say(2, identity({ token: 'wrong' }))],
  [4013, 'an intent that there is not', () => say(2, identity({ intents: 2 ** 30 }))],
  [4014, 'an intent that was not granted', () => say(2, identity({ intents: 1 << 15 }))],
  [4004, 'a resume with a wrong token', () => say(6, { token: 'wrong', session_id: 'x', seq: 1 })],
])('closes with %i for %s', async ([code, , said]) => {
  said();
  expect(await closed).toBe(code);
});

test('closes with 4005 for who says twice who it is, and with 4001 for what it does not know', async () => {
  say(2, identity());
  await until(0, 'READY');
  say(2, identity());
  expect(await closed).toBe(4005);
  await connect();
  say(2, identity());
  await until(0, 'READY');
  say(99, null);
  expect(await closed).toBe(4001);
});

test('closes with 4008 for more than 120 words in a minute', async () => {
  for (let count = 0; count < 121; count += 1) say(1, null);
  expect(await closed).toBe(4008);
});

test('refuses to resume a session that it does not know, and one from the future', async () => {
  say(6, { token: discord.token, session_id: 'unknown', seq: 1 });
  expect(await until(9)).toMatchObject({ d: false });
  say(2, identity());
  const ready = await until(0, 'READY');
  socket.terminate();
  await connect();
  say(6, { token: discord.token, session_id: at(ready, 'd', 'session_id'), seq: 99 });
  expect(await closed).toBe(4007);
});

test('says nothing where it is told to say nothing', async () => {
  discord.gateway.behaviours.set({ hello: ['never', 'say'], identify: 'never', heartbeat: 'never' });
  await connect();
  say(1, null);
  say(2, identity());
  await discord.transcript.until(() => discord.transcript.entries.find(({ what }) => what === 'IDENTIFY'));
  expect(heard).toEqual([]);
  await connect();
  await until(10);
});

test('answers an identify with an invalid session, and a resume with one that may be tried again', async () => {
  discord.gateway.behaviours.set({ identify: 'invalid', resume: 'again' });
  say(2, identity());
  expect(await until(9)).toMatchObject({ d: false });
  heard.length = 0;
  say(6, { token: discord.token, session_id: 'any', seq: 1 });
  expect(await until(9)).toMatchObject({ d: true });
});

test('passes on malformed words and events as they are', async () => {
  say(2, identity());
  await until(0, 'READY');
  discord.gateway.raw('no JSON {');
  discord.gateway.dispatch('GUILD_CREATE', { made: 'up' });
  const words = await discord.transcript.until(() => heard.find(each => each === 'no JSON {'));
  expect(words).toBe('no JSON {');
  await discord.transcript.until(() => heard.find(each => at(each, 'd', 'made') === 'up'));
});

test.for<[problem: RegExp, said: () => Promise<void>]>([
  [/compression/, () => connect('v=10&encoding=json&compress=zlib-stream')],
  [/version 10/, () => connect('v=9&encoding=etf')],
  [/properties/, async () => say(2, identity({ properties: {} }))],
  [/compression/, async () => say(2, identity({ compress: true }))],
  [
    /never sent/,
    async () => {
      say(2, identity());
      await until(0, 'READY');
      say(1, 99);
    },
  ],
])('writes down %s', async ([problem, said]) => {
  await said();
  const [found] = await discord.transcript.until(
    () => discord.transcript.violations.length > 0 && discord.transcript.violations,
  );
  expect(found).toMatchObject({ by: 'client', problem: expect.stringMatching(problem) });
});
