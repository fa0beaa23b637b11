import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import type { Courier, Delivery } from '../../../src/digest/ports.ts';
import { createDiscordCourier } from '../../../src/platform/discord/courier.ts';
import { freeze } from '../../../src/render/freeze.ts';
import { answerOf } from '../../digest/made-up.ts';
import type { Fault } from '../../emulators/discord/rest/faults.ts';
import { type DiscordEmulator, type DiscordOptions, startDiscord } from '../../emulators/discord/start.ts';
import { letter } from '../courier.ts';

type Letter = Parameters<Courier['deliver']>[0];

const GO = new AbortController().signal;
const HOUR = 3_600_000;

let discord: DiscordEmulator | null = null;

const started = async (
  options: DiscordOptions = {},
): Promise<{
  readonly discord: DiscordEmulator;
  readonly deliver: (rest?: Partial<Letter>) => Promise<Delivery>;
  readonly texts: () => number;
}> => {
  const emulator = await startDiscord(options);
  discord = emulator;
  const courier = createDiscordCourier({
    token: emulator.token,
    api: emulator.api,
    now: () => new Date(emulator.clock.now()),
    log: pino({ level: 'silent' }),
  });
  const [body = ''] = freeze('discord', answerOf('A made-up digest with *stars* and @everyone.'), {
    crosspost: false,
  });
  return {
    discord: emulator,
    deliver: rest => courier.deliver(letter('discord', { channel: emulator.channel.id, body, ...rest }), GO),
    texts: () => emulator.messagesIn(emulator.channel).length,
  };
};

afterEach(async () => {
  const violations = discord?.transcript.violations ?? [];
  await discord?.close();
  discord = null;
  expect(violations).toEqual([]);
});

const ago = ({ clock }: DiscordEmulator, milliseconds: number): string =>
  new Date(clock.now() - milliseconds).toISOString();

test('a digest is posted, mentions nobody, and says what was posted', async () => {
  const { discord: emulator, deliver } = await started();
  const done = await deliver();
  const [post] = emulator.messagesIn(emulator.channel);
  expect(done).toEqual({ kind: 'sent', posted: post?.id });
  const [{ body } = { body: null }] = emulator.transcript.requests('POST /channels/');
  expect(body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
});

test.for<[claim: string, answer: 'reset' | number]>([
  ['was lost', 'reset'],
  ['was an error', 500],
])('a repeat is the same post when the reply %s', async ([, answer]) => {
  const { discord: emulator, deliver, texts } = await started();
  emulator.faults.add({ kind: 'stored', answer, match: 'POST /channels/' });
  const first = await deliver();
  expect(first).toMatchObject({ kind: 'later', doubt: true });
  const again = await deliver({ begun: ago(emulator, 5_000), attempts: 1 });
  expect([again.kind, texts()]).toEqual(['sent', 1]);
});

test('parts, days and threads are posts of their own', async () => {
  const { deliver, texts } = await started();
  await deliver();
  await deliver({ part: 2 });
  await deliver({ occasion: '2026-03-02' });
  expect(texts()).toBe(3);
});

describe('an attempt in doubt that is older than Discord remembers', () => {
  test('is found in the channel, and not repeated', async () => {
    const { discord: emulator, deliver, texts } = await started();
    await deliver({ occasion: 'before' });
    emulator.clock.advance(HOUR);
    emulator.faults.add({ kind: 'stored', answer: 'reset', match: 'POST /channels/' });
    await deliver();
    emulator.clock.advance(HOUR);
    expect(await deliver({ begun: ago(emulator, HOUR) })).toMatchObject({ kind: 'sent' });
    expect(texts()).toBe(2);
  });

  test('is repeated when the channel shows that it did not arrive', async () => {
    const { discord: emulator, deliver, texts } = await started();
    await deliver({ occasion: 'before' });
    emulator.clock.advance(2 * HOUR);
    expect(await deliver({ begun: ago(emulator, HOUR) })).toMatchObject({ kind: 'sent' });
    expect(texts()).toBe(2);
  });

  test.for<[claim: string, denied: readonly ['READ_MESSAGE_HISTORY'] | readonly []]>([
    ['may not be read', ['READ_MESSAGE_HISTORY']],
    ['is empty', []],
  ])('is uncertain when the channel %s', async ([, denied]) => {
    const { discord: emulator, deliver, texts } = await started();
    emulator.deny(emulator.channel, ...denied);
    emulator.clock.advance(HOUR);
    expect(await deliver({ begun: ago(emulator, HOUR) })).toMatchObject({ kind: 'uncertain' });
    expect(texts()).toBe(0);
  });
});

test('without the right to write the channel is closed, after one call', async () => {
  const { discord: emulator, deliver } = await started();
  emulator.deny(emulator.channel, 'SEND_MESSAGES');
  expect(await deliver()).toEqual({ kind: 'closed', reason: 'Missing Permissions (50013)' });
  expect(emulator.transcript.requests('POST /channels/')).toHaveLength(1);
});

test('a channel that is no more is closed', async () => {
  const { deliver } = await started();
  expect(await deliver({ channel: '123456789012345678' })).toMatchObject({ kind: 'closed' });
});

test.for<[claim: string, fault: Fault, expected: object]>([
  [
    'asked to wait',
    { kind: 'status', status: 429, retryAfter: 2 },
    { kind: 'later', doubt: false, all: false },
  ],
  [
    'asked to wait with everything',
    { kind: 'status', status: 429, retryAfter: 2, scope: 'global' },
    { kind: 'later', doubt: false, all: true },
  ],
  ['told that nothing is served', { kind: 'status', status: 503 }, { kind: 'later', doubt: false }],
  ['shown an error page', { kind: 'html', status: 502 }, { kind: 'later', doubt: true, all: false }],
  ['cut off', { kind: 'reset' }, { kind: 'later', doubt: true, all: false }],
  ['without a valid token', { kind: 'status', status: 401 }, { kind: 'later', doubt: false, all: true }],
])('%s, it is tried again later', async ([, fault, expected]) => {
  const { discord: emulator, deliver, texts } = await started();
  emulator.faults.add(fault);
  expect(await deliver()).toMatchObject(expected);
  expect(texts()).toBe(0);
});

test('while nobody listens it surely did not arrive', async () => {
  const { discord: emulator, deliver } = await started();
  await emulator.close();
  discord = null;
  expect(await deliver()).toMatchObject({ kind: 'later', doubt: false });
});

test('what cannot be read is refused, in words', async () => {
  const { deliver } = await started();
  expect(await deliver({ body: '{"forms":[]}' })).toMatchObject({ kind: 'refused' });
  expect(await deliver({ body: 'not even JSON' })).toMatchObject({ kind: 'refused' });
});

describe('what is passed on to the channels that follow', () => {
  const crossposting = async () => {
    const given = await started();
    const news = given.discord.addChannel(given.discord.guild, 'news', 5);
    const first = await given.deliver({ channel: news.id });
    const before = first.kind === 'sent' ? [first.posted] : [];
    const pass = (rest: Partial<Letter> = {}) =>
      given.deliver({ channel: news.id, part: 2, body: '{"crosspost":1}', before, ...rest });
    return { ...given, pass };
  };

  test('goes once, also when it is asked for twice', async () => {
    const { pass } = await crossposting();
    expect(await pass()).toMatchObject({ kind: 'sent' });
    expect(await pass()).toMatchObject({ kind: 'sent' });
  });

  test('waits when the channel had its ten of the hour', async () => {
    const { discord: emulator, pass, deliver } = await crossposting();
    await pass();
    const [channel = ''] = emulator.world.crosspostedAt.keys();
    emulator.world.crosspostedAt.set(
      channel,
      Array.from({ length: 10 }, () => emulator.clock.now()),
    );
    const next = await deliver({ channel, occasion: 'the next' });
    const before = next.kind === 'sent' ? [next.posted] : [];
    expect(await pass({ before })).toMatchObject({ kind: 'later', doubt: false, all: false });
  });

  test('is refused, and closes nothing, where it cannot be', async () => {
    const { deliver } = await started();
    const first = await deliver();
    const before = first.kind === 'sent' ? [first.posted] : [];
    expect(await deliver({ part: 2, body: '{"crosspost":1}', before })).toMatchObject({ kind: 'refused' });
    expect(await deliver({ part: 2, body: '{"crosspost":1}' })).toMatchObject({ kind: 'refused' });
  });
});
