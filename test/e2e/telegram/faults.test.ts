import { afterEach, describe, expect, test } from 'vitest';
import type { TelegramOptions } from '../../emulators/telegram/start.ts';
import { openPlace, type Place } from './run-bot.ts';

/** A start takes its time on a busy machine. */
const LIFE = 240_000;
const START = 120_000;

const places: Place[] = [];

const open = async (options: TelegramOptions = {}): Promise<Place> => {
  const place = await openPlace(options);
  places.push(place);
  return place;
};

afterEach(async () => {
  for (const place of places.splice(0)) {
    await place.close();
    expect(place.telegram.transcript.takeViolations()).toEqual([]);
  }
}, LIFE);

const ASKED = '/casualties 2024 KP';

describe('the bot survives', { timeout: LIFE }, () => {
  test('a server that is away when it starts', async () => {
    const { telegram, start } = await open({
      faults: [
        { wrong: { status: 503 }, times: 2 },
        { wrong: 'reset', times: 1 },
        { wrong: 'html', times: 1 },
        { wrong: { status: 409 }, method: 'getUpdates', times: 1 },
      ],
    });
    start();
    await telegram.ready(START);
    expect((await telegram.user.says(ASKED)).text).toContain('[1]');
  });

  test('a wait that Telegram wants, a refused text and a lost server, with one answer each', async () => {
    const { telegram, start } = await open();
    start();
    await telegram.ready(START);
    telegram.faults.add({
      wrong: { status: 429, parameters: { retry_after: 2 } },
      method: 'sendMessage',
    });
    expect((await telegram.user.says(ASKED)).text).toContain('[1]');
    telegram.faults.add({
      wrong: { status: 400, description: "Bad Request: can't parse entities: made up" },
      method: 'sendMessage',
    });
    const plain = await telegram.user.says('what happened in quetta');
    expect(plain.text).toContain('[1]');
    expect(plain.pieces.map(({ type }) => type)).not.toContain('bold');
    telegram.faults.add({ wrong: { status: 503 }, method: 'sendMessage' });
    expect((await telegram.user.says('what happened in bannu')).text).toContain('Bannu');
    expect(telegram.user.sees()).toHaveLength(3);
  });

  test('an answer whose receipt is lost: it is not repeated, and can be sent again', async () => {
    const { telegram, start } = await open();
    start();
    await telegram.ready(START);
    telegram.faults.add({ wrong: 'stored-then-reset', method: 'sendMessage' });
    await telegram.user.says(ASKED);
    const settings = await telegram.user.says('/settings');
    expect(settings.text).toContain('One answer may not have arrived');
    expect(telegram.user.sees()).toHaveLength(2);
    const label = settings.buttons.flat().find(each => each.startsWith('Send again'));
    await telegram.user.presses(settings, label ?? '');
    await telegram.transcript.until(() => telegram.user.sees().length === 3, 'the answer again', 30_000);
  });

  test('kill -9: what was asked is answered once, before or after', async () => {
    const { telegram, start } = await open();
    const first = start();
    await telegram.ready(START);
    telegram.faults.add({ wrong: { status: 429, parameters: { retry_after: 3 } }, method: 'sendMessage' });
    telegram.user.writes(ASKED);
    await expect.poll(() => first.output(), { timeout: 60_000 }).toContain('wants a pause');
    first.kill('SIGKILL');
    await first.ended;
    start();
    await telegram.transcript.until(() => telegram.user.sees().length === 1, 'the answer', START);
    const next = await telegram.user.says('what happened in quetta');
    expect(next.text).toContain('Quetta');
    expect(telegram.user.sees()).toHaveLength(2);
  });

  test('being removed from a group and invited again, with its settings', async () => {
    const { telegram, start } = await open();
    start();
    await telegram.ready(START);
    const room = telegram.room('Desk', { type: 'supergroup' });
    const shown = await telegram.user.says('/settings', { in: room });
    await telegram.user.presses(shown, shown.buttons.flat().find(each => each.includes('rich')) ?? '');
    room.kick();
    room.invite();
    const settings = await telegram.user.says('/settings', { in: room });
    expect(settings.buttons.flat().find(each => each.includes('rich'))).toContain('●');
  });

  test('a group that became a supergroup without a word, and a restart behind it', async () => {
    const { telegram, start } = await open();
    const first = start();
    await telegram.ready(START);
    const room = telegram.room('Desk');
    const shown = await telegram.user.says('/settings', { in: room });
    await telegram.user.presses(shown, shown.buttons.flat().find(each => each.includes('rich')) ?? '');
    telegram.user.writes(ASKED, { in: room });
    const larger = room.migrate({ silent: true });
    await telegram.transcript.until(() => larger.said().length === 1, 'the answer', START);
    expect(larger.said()[0]?.message.rich_message).toBeDefined();
    first.kill('SIGTERM');
    await first.ended;
    start();
    const again = await telegram.user.says(ASKED, { in: larger });
    expect(again.message.rich_message).toBeDefined();
    expect(larger.said()).toHaveLength(2);
  });
});

test('a refused token ends it with one line', { timeout: LIFE }, async () => {
  const { start } = await open({ faults: [{ wrong: { status: 401 } }] });
  const bot = start({ SITREP_LOG: 'silent' });
  expect(await bot.ended).not.toBe(0);
  expect(bot.output().trim()).toBe('sitrep: Telegram refused the token; check TELEGRAM_TOKEN.');
});

test('told to stop while the server is away, it ends with 0', { timeout: LIFE }, async () => {
  const { telegram, start } = await open({ faults: [{ wrong: { status: 503 }, times: 1_000 }] });
  const bot = start();
  await telegram.transcript.until(
    () => telegram.transcript.calls('getMe').length >= 2,
    'two attempts',
    START,
  );
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
});
