import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../common/log.ts';
import { Fatal } from '../common/supervise.ts';
import { type Api, faultOf } from './api.ts';
import { TELEGRAM } from './context.ts';
import { telegramEnd } from './poll.ts';
import { ALLOWED_UPDATES } from './updates.ts';
import { startWebhook, type WebhookPlace } from './webhook.ts';
import { WORDS } from './words.ts';

/** Milliseconds between two looks at whether Telegram still delivers to us. */
const LOOKING = 45_000;

const webhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});

/** What is wrong with deliveries, as Telegram says; null when nothing is. Errors from before `since` are over. */
const problemOf = (
  { pending_update_count, last_error_date = 0, last_error_message }: z.infer<typeof webhookInfo>,
  since: number,
): string | null =>
  pending_update_count > 0 && last_error_date * 1_000 >= since ? (last_error_message ?? null) : null;

interface Deliveries {
  readonly api: Api;
  /** Public address at which Telegram delivers. */
  readonly address: string;
  readonly place: WebhookPlace;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly looking?: number;
}

const setWebhook = async ({ api, address, place }: Deliveries): Promise<void> => {
  const payload = { url: address, secret_token: place.secret, allowed_updates: ALLOWED_UPDATES };
  try {
    await api.call('setWebhook', payload);
  } catch (error) {
    const fault = faultOf(error);
    // A name that is not found now may be found in a minute; all else is as it was written.
    if (fault.kind !== 'refused' || /resolve/i.test(fault.description)) throw error;
    throw new Fatal(WORDS.webhookRefused(fault.description));
  }
};

/**
 * Has updates delivered until the signal is aborted. Telegram does not say when it cannot reach us or when another program
 * took its deliveries away, so it is asked.
 * @param heard called after each word of Telegram, with what is wrong with its deliveries
 * @throws what ended it: a restart after a pause is the supervisor's business
 */
export const receiveDeliveries = async (
  parts: Deliveries,
  take: (data: unknown) => Promise<void>,
  heard: (problem: string | null) => void,
  signal: AbortSignal,
): Promise<void> => {
  const { api, address, place, log, now, looking = LOOKING } = parts;
  let latest = now();
  const server = await startWebhook(place, async data => {
    latest = now();
    heard(null);
    await take(data);
  });
  try {
    await setWebhook(parts);
    log.info({ platform: TELEGRAM, port: server.port }, 'updates are delivered');
    heard(null);
    while (!signal.aborted) {
      await pause(looking, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const answer = await api.call('getWebhookInfo', {}).catch((error: unknown) => {
        // What comes is dealt with all the same while Telegram does not answer.
        if (faultOf(error).kind === 'unauthorized') throw telegramEnd(error);
        return null;
      });
      if (answer === null) continue;
      const info = webhookInfo.parse(answer);
      if (info.url !== address) throw new Error(WORDS.webhookTaken);
      const problem = problemOf(info, latest);
      if (problem !== null) log.warn({ platform: TELEGRAM, problem }, 'Telegram cannot deliver its updates');
      heard(problem);
    }
  } finally {
    await server.close();
  }
};
