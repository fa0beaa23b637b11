import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EmulatorClock } from '../emulators/discord/clock.ts';
import { type DiscordEmulator, startDiscord } from '../emulators/discord/start.ts';
import { runningClock } from '../emulators/telegram/clock.ts';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/start.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { discordCourier, openPlace, type Place, telegramCourier } from './place.ts';

const SPEED = 20;
const HOUR = 3_600_000;

const whole = (clock: EmulatorClock): EmulatorClock => ({ ...clock, now: () => Math.floor(clock.now()) });

/** Ten in the morning, UTC, whenever the test runs: how late the next digest is must not hang on that. */
const morningClock = (): ReturnType<typeof runningClock> => {
  const clock = runningClock(SPEED);
  clock.advance(24 * HOUR - ((clock.now() - 10 * HOUR) % (24 * HOUR)));
  return clock;
};

const overDiscord = async (
  parts = 1,
): Promise<{ place: Place; discord: DiscordEmulator; clock: EmulatorClock }> => {
  const clock = morningClock();
  const discord = await startDiscord({ clock: whole(clock) });
  onTestFinished(async () => {
    await discord.close();
    expect(discord.transcript.violations).toEqual([]);
  });
  const place = openPlace({ clock, speed: SPEED, courier: discordCourier(discord), parts });
  return { place, discord, clock };
};

const overTelegram = async (
  parts = 1,
): Promise<{ place: Place; telegram: TelegramEmulator; clock: EmulatorClock }> => {
  const clock = morningClock();
  const telegram = await startTelegram({ clock });
  onTestFinished(async () => {
    await telegram.close();
    expect(telegram.transcript.violations).toEqual([]);
  });
  const place = openPlace({ clock, speed: SPEED, courier: telegramCourier(telegram), parts });
  return { place, telegram, clock };
};

const atDiscord = (channel: { readonly id: string }) =>
  ({ platform: 'discord', channel: channel.id, thread: null }) as const;
const atTelegram = (room: { readonly id: number }) =>
  ({ platform: 'telegram', channel: String(room.id), thread: null }) as const;

test('a channel that Discord puts off waits; of twenty, each gets exactly one', async () => {
  const { place, discord } = await overDiscord();
  const channels = Array.from({ length: 20 }, (_, i) => discord.addChannel(discord.guild, `news-${i}`));
  for (const channel of channels) place.subscribe(atDiscord(channel));
  const match = `POST /channels/${channels[9]?.id}/`;
  discord.faults.add({ kind: 'status', status: 429, retryAfter: 3, match });
  await place.plan();
  await place.send();
  expect(channels.map(channel => discord.messagesIn(channel).length)).toEqual(channels.map(() => 1));
  const [last] = discord.transcript.requests('POST /channels/').slice(-1);
  expect(last?.what).toContain(channels[9]?.id);
});

test('the permission to write is gone: one call a day, a reason, and on it goes when it is back', async () => {
  const { place, discord, clock } = await overDiscord(2);
  const address = atDiscord(discord.channel);
  place.subscribe(address);
  discord.deny(discord.channel, 'SEND_MESSAGES');
  await place.plan();
  await place.send();
  expect(discord.transcript.requests('POST /channels/')).toHaveLength(1);
  expect(place.store.subscriptions.get(address)).toMatchObject({
    state: 'paused',
    reason: 'Missing Permissions (50013)',
  });
  clock.advance(24 * HOUR);
  await place.plan();
  await place.send();
  expect(discord.transcript.requests('POST /channels/')).toHaveLength(2);
  discord.deny(discord.channel);
  clock.advance(24 * HOUR);
  await place.plan();
  await place.send();
  expect(discord.messagesIn(discord.channel)).toHaveLength(2);
  expect(place.store.subscriptions.get(address)).toMatchObject({ state: 'active', reason: null });
  // What was held back was told by the digest that arrived.
  expect(place.states(address).toSorted()).toEqual(['dead', 'dead', 'dead', 'dead', 'sent', 'sent']);
});

test('a channel that is gone is asked once and paused; the others get theirs', async () => {
  const { place, discord } = await overDiscord();
  const gone = { platform: 'discord', channel: '123456789012345678', thread: null };
  place.subscribe(gone);
  place.subscribe(atDiscord(discord.channel));
  await place.plan();
  await place.send();
  expect(place.store.subscriptions.get(gone)).toMatchObject({
    state: 'paused',
    reason: 'Unknown Channel (10003)',
  });
  expect(discord.messagesIn(discord.channel)).toHaveLength(1);
});

test.for<[service: string, silent: boolean]>([
  ['without a word', true],
  ['with its service messages', false],
])('a group that becomes a supergroup in mid-digest gets each part once, %s', async ([, silent]) => {
  const { place, telegram, clock } = await overTelegram(3);
  const room = telegram.room('Newsroom');
  place.subscribe(atTelegram(room));
  await place.plan();
  const stop = new AbortController();
  const ended = place.sendOn(stop.signal);
  await telegram.transcript.until(() => room.said().length === 1, 'the first part');
  const next = room.migrate({ silent });
  await telegram.transcript.until(() => room.said().length + next.said().length === 3, 'all parts');
  stop.abort();
  await ended;
  expect(next.said().at(-1)?.text).toContain('part 3');
  expect(place.store.subscriptions.get(atTelegram(room))).toBeNull();
  expect(place.store.subscriptions.get(atTelegram(next))).toMatchObject({ state: 'active' });
  clock.advance(24 * HOUR);
  await place.plan();
  await place.send();
  expect([room.said().length + next.said().length, place.bugs]).toEqual([6, []]);
});

test('a chat that threw the bot out is paused, and gets the digest again when the bot is back', async () => {
  const { place, telegram, clock } = await overTelegram();
  const room = telegram.room('Newsroom');
  place.subscribe(atTelegram(room));
  room.kick();
  await place.plan();
  await place.send();
  expect(place.store.subscriptions.get(atTelegram(room))).toMatchObject({ state: 'paused', retried: true });
  room.invite();
  clock.advance(24 * HOUR);
  await place.plan();
  await place.send();
  expect(room.said()).toHaveLength(1);
  expect(place.store.subscriptions.get(atTelegram(room))).toMatchObject({ state: 'active' });
});

describe('after 26 hours', () => {
  test('without the program, a channel gets one digest, and it says that it is late', async () => {
    const { place, discord, clock } = await overDiscord();
    const address = atDiscord(discord.channel);
    place.subscribe(address);
    await place.plan();
    await place.send();
    const [, due] = [null, place.store.subscriptions.get(address)?.nextDue ?? ''];
    clock.advance(Date.parse(due) + 26 * HOUR - clock.now());
    await place.plan();
    await place.send();
    expect(discord.messagesIn(discord.channel)).toHaveLength(2);
    expect(JSON.stringify(discord.messagesIn(discord.channel).at(-1))).toContain('a late one');
    expect(place.store.outbox.digests(address, 9).map(({ outcome }) => outcome)).toEqual([
      'posted',
      'merged',
      'posted',
    ]);
  });

  test('without the platform, a channel gets one digest as well', async () => {
    const { place, discord, clock } = await overDiscord();
    const address = atDiscord(discord.channel);
    place.subscribe(address);
    discord.faults.add({ kind: 'status', status: 429, retryAfter: 50_000, match: 'POST /channels/' });
    await place.plan();
    const stop = new AbortController();
    const ended = place.sendOn(stop.signal);
    await discord.transcript.until(
      () => discord.transcript.requests('POST /channels/').length === 1,
      'the first attempt',
    );
    stop.abort();
    await ended;
    clock.advance(26 * HOUR);
    await place.send();
    expect(discord.messagesIn(discord.channel)).toHaveLength(0);
    await place.plan();
    await place.send();
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
    expect(place.states(address).toSorted()).toEqual(['dead', 'sent']);
  });
});

test('two processes at once send each message once', async () => {
  const { place, discord, clock } = await overDiscord();
  const file = join(temporaryFolder(), 'digests.db');
  const courier = discordCourier(discord);
  const one = openPlace({ clock, speed: SPEED, courier, file, pid: 1, parts: 2 });
  const other = openPlace({ clock, speed: SPEED, courier, file, pid: 2, parts: 2 });
  const channels = Array.from({ length: 12 }, (_, i) => discord.addChannel(discord.guild, `news-${i}`));
  for (const channel of channels) one.subscribe(atDiscord(channel));
  const stop = new AbortController();
  const ended = Promise.all([one.sendOn(stop.signal), other.sendOn(stop.signal)]);
  await Promise.all([one.plan(), other.plan()]);
  await one.drained();
  stop.abort();
  await ended;
  expect(channels.map(channel => discord.messagesIn(channel).length)).toEqual(channels.map(() => 2));
  expect(one.store.outbox.counts()).toMatchObject({ sent: 24 });
  expect([...place.bugs, ...one.bugs, ...other.bugs]).toEqual([]);
});
