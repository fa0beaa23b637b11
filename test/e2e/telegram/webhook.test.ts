import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../free-port.ts';
import { openPlace, type Place, type RunningBot } from './run-bot.ts';

/** A start takes its time on a busy machine. */
const LIFE = 240_000;
const START = 120_000;

const ADDRESS = 'https://bot.example/hook';
const SECRET = 'made-up-secret';

const places: Place[] = [];

afterEach(async () => {
  for (const place of places.splice(0)) {
    await place.close();
    expect(place.telegram.transcript.takeViolations()).toEqual([]);
  }
}, LIFE);

interface Hooked extends Place {
  /** Where the bot listens on this machine. */
  readonly here: string;
  readonly startHooked: () => RunningBot;
  readonly delivered: () => Promise<unknown>;
}

/** A Telegram, and a bot behind an https address to which it delivers. */
const open = async (): Promise<Hooked> => {
  const place = await openPlace();
  places.push(place);
  const port = await freePort();
  const here = `http://127.0.0.1:${port}/hook`;
  place.telegram.webhook.front(ADDRESS, here);
  const { telegram } = place;
  return {
    ...place,
    here,
    startHooked: () =>
      place.start({ TELEGRAM_WEBHOOK: ADDRESS, TELEGRAM_SECRET: SECRET, TELEGRAM_PORT: String(port) }),
    delivered: () =>
      telegram.transcript.until(() => telegram.updates.pending().length === 0, 'deliveries', START),
  };
};

const ASKED = '/casualties 2024 KP';

describe('what Telegram delivers', { timeout: LIFE }, () => {
  test('is answered once, though its receipt is lost, it comes again, and the bot is killed between', async () => {
    const { telegram, startHooked, delivered } = await open();
    const first = startHooked();
    await telegram.ready(START);
    telegram.webhook.lose(1);
    expect((await telegram.user.says(ASKED)).text).toContain('[1]');
    await delivered();
    telegram.updates.repeat();
    await delivered();
    first.kill('SIGKILL');
    await first.ended;
    telegram.updates.repeat();
    telegram.user.writes('what happened in quetta');
    startHooked();
    await delivered();
    await telegram.transcript.until(() => telegram.user.sees().length >= 2, 'the second answer', START);
    await telegram.user.says('what happened in bannu');
    const titles = telegram.user.sees().map(({ text }) => text.split('\n')[0] ?? '');
    expect(titles).toEqual([expect.stringContaining('Khyber'), expect.any(String), expect.any(String)]);
    const deliveries = telegram.transcript.entries.filter(({ kind }) => kind === 'webhook');
    expect(deliveries.length).toBeGreaterThanOrEqual(6);
  });

  test('is refused from whoever does not know the secret, and from what is no update', async () => {
    const { telegram, here, startHooked } = await open();
    startHooked();
    await telegram.ready(START);
    const update = {
      update_id: 1,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: telegram.user.chat.id, type: 'private' },
        from: { id: telegram.user.account.id, is_bot: false, first_name: 'Reader' },
        text: ASKED,
      },
    };
    const knock = async (secret: string | null, body: string, method = 'POST'): Promise<number> => {
      const headers = secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret };
      const response = await fetch(here, { method, headers, ...(method === 'GET' ? {} : { body }) });
      return response.status;
    };
    const body = JSON.stringify(update);
    expect(await knock(null, body)).toBe(401);
    expect(await knock('another-secret', body)).toBe(401);
    expect(await knock(SECRET, body, 'GET')).toBe(405);
    expect(await knock(SECRET, '{"update_id":')).toBe(400);
    expect(await knock(SECRET, JSON.stringify({ ...update, fill: 'x'.repeat(1_000_000) }))).toBe(413);
    await telegram.user.says('what happened in bannu');
    expect(telegram.user.sees()).toHaveLength(1);
  });

  test('is polled again when the setting is taken out, and nothing asked meanwhile is lost', async () => {
    const { telegram, startHooked, start } = await open();
    const hooked = startHooked();
    await telegram.ready(START);
    expect(telegram.webhookInfo().url).toBe(ADDRESS);
    hooked.kill('SIGTERM');
    expect(await hooked.ended).toBe(0);
    telegram.user.writes(ASKED);
    const polling = start();
    await telegram.transcript.until(() => telegram.user.sees().length === 1, 'the answer', START);
    expect(telegram.webhookInfo().url).toBe('');
    polling.kill('SIGTERM');
    await polling.ended;
    startHooked();
    telegram.user.writes('what happened in quetta');
    await telegram.transcript.until(() => telegram.user.sees().length === 2, 'the answer', START);
    expect(telegram.webhookInfo().url).toBe(ADDRESS);
  });
});

test('an address that Telegram does not take ends it with one line', { timeout: LIFE }, async () => {
  const { start } = await open();
  const bot = start({
    TELEGRAM_WEBHOOK: 'https://bot.example:9000/',
    TELEGRAM_PORT: '0',
    SITREP_LOG: 'silent',
  });
  expect(await bot.ended).not.toBe(0);
  expect(bot.output()).toContain('Webhook can be set up only on ports 80, 88, 443 or 8443');
  expect(bot.output().trim().split('\n')).toHaveLength(1);
});
