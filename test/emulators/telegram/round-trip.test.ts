import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTelegram, type TelegramEmulator } from './start.ts';

let telegram: TelegramEmulator;
let bot: Telegraf;
let running: Promise<void>;

beforeEach(async () => {
  telegram = await startTelegram({ flood: null });
  bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  bot.on('text', context => context.reply(`heard <b>${context.message.text}</b>`, { parse_mode: 'HTML' }));
  running = bot.launch();
  await telegram.ready();
});

afterEach(async () => {
  bot.stop();
  await running;
  await telegram.close();
  expect(telegram.transcript.violations).toEqual([]);
});

describe('a bare client', () => {
  test('polls, hears and answers', async () => {
    const shown = await telegram.user.says('how many were killed?');
    expect(shown.text).toBe('heard how many were killed?');
    expect(shown.pieces).toEqual([{ type: 'bold', text: 'how many were killed?' }]);
  });
});
