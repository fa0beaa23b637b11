import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/sqlite.ts';
import { startTelegram } from '../emulators/telegram/start.ts';
import { saved, writing } from '../store/keep.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openDiscord, registered, startBot, until } from './discord/run-bot.ts';

test('the shipped program sends digests that are due on both platforms once, also after a restart', async () => {
  const discord = await openDiscord();
  const telegram = await startTelegram();
  onTestFinished(telegram.close);
  const room = telegram.room('Newsroom');
  const database = join(temporaryFolder(), 'bot.db');
  const opened = openStore(database);
  if (!opened.ok) throw new Error(opened.error.message);
  const now = new Date().toISOString();
  const store = writing(opened.value, now);
  for (const [platform, channel] of [
    ['discord', discord.channel.id],
    ['telegram', String(room.id)],
  ] as const)
    saved(
      store.subscriptions.put({
        platform,
        channel,
        thread: null,
        time: '07:30',
        zone: 'Asia/Karachi',
        filters: { places: [], groups: [], minToll: null, quiet: 'say', crosspost: false },
        nextDue: now,
        addedBy: 'made up',
      }),
    );
  saved(store.lease.release(now));
  store.close();

  const environment = {
    SITREP_DB: database,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API: telegram.apiRoot,
  };
  const first = startBot(discord, environment);
  await until('both digests', () => discord.messagesIn(discord.channel).length + room.said().length >= 2);
  const metrics = await until('their record', async () => {
    const read = await first.metrics();
    return /sitrep_digest_messages\{state="sent"\} 2/.test(read) && read;
  });
  expect(metrics).toMatch(/sitrep_digest_delay_seconds_count\{platform="telegram"\} 1/);
  first.stop();
  expect(await first.ended).toBe(0);

  const second = startBot(discord, environment);
  await registered(discord, second);
  await until('the sender', async () =>
    /sitrep_digest_messages\{state="sent"\} 2/.test(await second.metrics()),
  );
  second.stop();
  expect(await second.ended).toBe(0);
  expect([discord.messagesIn(discord.channel).length, room.said().length]).toEqual([1, 1]);
  expect(telegram.transcript.violations).toEqual([]);
}, 120_000);
