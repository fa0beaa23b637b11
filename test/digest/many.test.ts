import { expect, onTestFinished, test } from 'vitest';
import type { Courier } from '../../src/digest/ports.ts';
import type { Store } from '../../src/store/ports.ts';
import { startDiscord } from '../emulators/discord/start.ts';
import { runningClock } from '../emulators/telegram/clock.ts';
import { startTelegram } from '../emulators/telegram/start.ts';
import { discordCourier, openPlace, type Place, type PlaceClock, telegramCourier } from './place.ts';

/** Those of Telegram on a clock that runs faster; Discord's limits run by the machine's own. */
const CHATS = 4_500;
const CHANNELS = 500;
const SPEED = 4;

/** What a platform takes in a second. */
const MOST = { telegram: 30, discord: 50 } as const;

interface Counting {
  readonly courier: (now: () => Date, store: Store) => Courier;
  /** When each turn was taken, by the courier's own clock. */
  readonly turns: number[];
}

const counting = (make: (now: () => Date, store: Store) => Courier): Counting => {
  const turns: number[] = [];
  return {
    turns,
    courier: (now, store) => {
      let read = now();
      const made = make(() => {
        read = now();
        return read;
      }, store);
      return {
        ...made,
        ready: message => {
          const left = made.ready(message);
          if (left <= 0) turns.push(read.getTime());
          return left;
        },
      };
    },
  };
};

/** The most that fell into any one second. */
const busiest = (turns: readonly number[]): number => {
  const sorted = turns.toSorted((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [i, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) >= 1_000) first += 1;
    most = Math.max(most, i - first + 1);
  }
  return most;
};

/** Plans and sends to all; says how long it took the last, and the one in the middle. */
const sendAll = async (
  place: Place,
  clock: PlaceClock,
  platform: 'discord' | 'telegram',
  channels: readonly string[],
): Promise<void> => {
  for (const channel of channels) place.subscribe({ platform, channel, thread: null });
  const due = clock.now();
  expect(await place.plan()).toBe(channels.length);
  await place.send();
  const late = channels
    .flatMap(channel => place.store.outbox.of({ platform, channel, thread: null }, 1))
    .map(({ sent }) => Math.round((Date.parse(sent ?? '') - due) / 1_000))
    .toSorted((a, b) => a - b);
  process.stdout.write(
    `${platform}: ${channels.length} channels due at once; half had theirs after ${late[late.length >> 1]} s, the last after ${late.at(-1)} s\n`,
  );
};

test(`${CHATS} groups of Telegram due at once get one each, within its budget`, async () => {
  const clock = runningClock(SPEED);
  const telegram = await startTelegram({ clock });
  onTestFinished(telegram.close);
  const rooms = Array.from({ length: CHATS }, (_, i) => telegram.room(`Newsroom ${i}`));
  const { courier, turns } = counting(telegramCourier(telegram));
  const place = openPlace({ clock, speed: SPEED, courier });
  await sendAll(
    place,
    clock,
    'telegram',
    rooms.map(({ id }) => String(id)),
  );
  expect(rooms.filter(room => room.said().length !== 1)).toEqual([]);
  expect(place.store.outbox.counts()).toMatchObject({ sent: CHATS, uncertain: 0, dead: 0, suspended: 0 });
  expect(busiest(turns)).toBeLessThanOrEqual(MOST.telegram);
  const refused = telegram.transcript.calls('sendMessage').filter(({ status }) => status === 429).length;
  process.stdout.write(`telegram: ${refused} calls were asked to wait\n`);
  expect(telegram.transcript.violations).toEqual([]);
}, 600_000);

test(`${CHANNELS} channels of Discord due at once get one each, within its budget`, async () => {
  const discord = await startDiscord();
  onTestFinished(discord.close);
  const channels = Array.from({ length: CHANNELS }, (_, i) => discord.addChannel(discord.guild, `news-${i}`));
  const { courier, turns } = counting(discordCourier(discord));
  const place = openPlace({ clock: discord.clock, speed: 1, courier });
  await sendAll(
    place,
    discord.clock,
    'discord',
    channels.map(({ id }) => id),
  );
  expect(channels.filter(channel => discord.messagesIn(channel).length !== 1)).toEqual([]);
  expect(place.store.outbox.counts()).toMatchObject({ sent: CHANNELS, uncertain: 0, dead: 0, suspended: 0 });
  expect(busiest(turns)).toBeLessThanOrEqual(MOST.discord);
  process.stdout.write(`discord: ${discord.invalidRequests()} requests were refused\n`);
  expect(discord.transcript.violations).toEqual([]);
}, 600_000);
