import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { Courier, Delivery } from '../../../src/digest/ports.ts';
import { createApi } from '../../../src/platform/telegram/api.ts';
import { keptBudget } from '../../../src/platform/telegram/budget.ts';
import { createTelegramCourier } from '../../../src/platform/telegram/courier.ts';
import { freeze } from '../../../src/render/freeze.ts';
import type { Store } from '../../../src/store/ports.ts';
import { answerOf, madeUpHouse } from '../../digest/made-up.ts';
import type { Fault } from '../../emulators/telegram/faults.ts';
import { startTelegram, type TelegramEmulator } from '../../emulators/telegram/start.ts';
import { letter } from '../courier.ts';

type Letter = Parameters<Courier['deliver']>[0];
type Room = ReturnType<TelegramEmulator['room']>;

const GO = new AbortController().signal;

const TEXT = 'A made-up digest with <b> & "<5 killed>".';

let telegram: TelegramEmulator | null = null;

interface Started {
  readonly telegram: TelegramEmulator;
  readonly room: Room;
  readonly store: Store;
  readonly refusals: string[];
  readonly courier: Courier;
  readonly deliver: (rest?: Partial<Letter>) => Promise<Delivery>;
}

const started = async (): Promise<Started> => {
  const emulator = await startTelegram();
  telegram = emulator;
  const room = emulator.room('Newsroom');
  const { store } = madeUpHouse('2026-03-01T02:30:00.000Z');
  const refusals: string[] = [];
  const now = (): Date => new Date(emulator.clock.now());
  const courier = createTelegramCourier({
    api: createApi(emulator.token, emulator.apiRoot, GO),
    budget: keptBudget(store.telegram, now),
    memory: store.telegram,
    now,
    log: pino({ level: 'silent' }),
    refused: () => refusals.push('the token'),
  });
  const [body = ''] = freeze('telegram', answerOf(TEXT), { crosspost: false });
  return {
    telegram: emulator,
    room,
    store,
    refusals,
    courier,
    deliver: rest => courier.deliver(letter('telegram', { channel: String(room.id), body, ...rest }), GO),
  };
};

const textsIn = (room: Room): readonly string[] => room.said().map(({ text }) => text);

afterEach(async () => {
  const violations = telegram?.transcript.violations ?? [];
  await telegram?.close();
  telegram = null;
  expect(violations).toEqual([]);
});

test('a digest is posted as it reads, and says what was posted', async () => {
  const { room, deliver } = await started();
  expect(await deliver()).toMatchObject({ kind: 'sent', posted: expect.stringMatching(/^\d+$/) });
  expect(textsIn(room).join()).toContain(TEXT);
});

test('a digest of a topic goes into the topic', async () => {
  const { telegram: emulator, deliver } = await started();
  const forum = emulator.room('Forum', { type: 'supergroup', forum: true });
  const thread = String(forum.topic('News'));
  expect(await deliver({ channel: String(forum.id), thread })).toMatchObject({ kind: 'sent' });
  const [call] = emulator.transcript.calls('sendMessage');
  expect(call?.body).toMatchObject({ message_thread_id: Number(thread) });
});

test.for<[claim: string, wrong: Fault['wrong'], expected: object]>([
  ['a lost reply', 'stored-then-reset', { kind: 'uncertain' }],
  ['an error after it was stored', 'stored-then-500', { kind: 'uncertain' }],
  ['half a reply', 'garbage', { kind: 'uncertain' }],
  ['a wait', { status: 429 }, { kind: 'later', doubt: false, all: false }],
  ['a server that is away', { status: 503 }, { kind: 'later', doubt: false }],
  [
    'a refusal of the chat',
    { status: 403 },
    { kind: 'closed', reason: 'Forbidden: bot was blocked by the user' },
  ],
  ['a refusal of the words', { status: 400 }, { kind: 'refused' }],
])('%s is told apart', async ([, wrong, expected]) => {
  const { telegram: emulator, deliver } = await started();
  emulator.faults.add({ wrong, method: 'sendMessage' });
  expect(await deliver()).toMatchObject(expected);
});

test('a wait outlives the process', async () => {
  const { telegram: emulator, courier, deliver, room, store } = await started();
  emulator.faults.add({
    wrong: { status: 429, parameters: { retry_after: 43_838 } },
    method: 'sendMessage',
  });
  const done = await deliver();
  const wait = done.kind === 'later' ? Date.parse(done.notBefore) - emulator.clock.now() : 0;
  expect(wait).toBeGreaterThan(43_000_000);
  const here = letter('telegram', { channel: String(room.id) });
  const now = (): Date => new Date(emulator.clock.now());
  expect(courier.ready(here)).toBeGreaterThan(43_000_000);
  expect(keptBudget(store.telegram, now).take(String(room.id))).toBeGreaterThan(43_000_000);
});

test('markup that is refused is sent once as it reads', async () => {
  const { telegram: emulator, room, deliver } = await started();
  const description = "Bad Request: can't parse entities: made up";
  emulator.faults.add({ wrong: { status: 400, description }, method: 'sendMessage' });
  expect(await deliver()).toMatchObject({ kind: 'sent' });
  expect(textsIn(room)).toHaveLength(1);
});

test('a chat that threw the bot out is closed, and so is one that is no more', async () => {
  const { room, deliver } = await started();
  room.kick();
  expect(await deliver()).toMatchObject({ kind: 'closed' });
  expect(await deliver({ channel: '-499' })).toMatchObject({ kind: 'closed' });
});

test('a topic that was closed is closed', async () => {
  const { telegram: emulator, deliver } = await started();
  const forum = emulator.room('Forum', { type: 'supergroup', forum: true });
  const thread = forum.topic('News');
  forum.closeTopic(thread);
  expect(await deliver({ channel: String(forum.id), thread: String(thread) })).toMatchObject({
    kind: 'closed',
  });
});

test('a group that became a supergroup is said to have moved, and nothing arrived', async () => {
  const { room, deliver } = await started();
  const next = room.migrate({ silent: true });
  expect(await deliver()).toEqual({ kind: 'moved', to: String(next.id) });
  expect(textsIn(next)).toEqual([]);
});

test('a refused token is told to the bot, and holds everything back', async () => {
  const { telegram: emulator, deliver, refusals } = await started();
  emulator.faults.add({ wrong: { status: 401 }, method: 'sendMessage' });
  expect(await deliver()).toMatchObject({ kind: 'later', all: true });
  expect(refusals).toEqual(['the token']);
});

test('while nobody listens it surely did not arrive', async () => {
  const { telegram: emulator, deliver } = await started();
  await emulator.close();
  telegram = null;
  expect(await deliver()).toMatchObject({ kind: 'later', doubt: false });
});

test('what cannot be read is refused, in words', async () => {
  const { deliver } = await started();
  expect(await deliver({ body: '{}' })).toMatchObject({ kind: 'refused' });
});
