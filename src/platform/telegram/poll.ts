import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Fatal } from '../common/supervise.ts';
import { type Api, faultOf } from './api.ts';
import { ALLOWED_UPDATES, updateId } from './updates.ts';
import { WORDS } from './words.ts';

/** Seconds for which Telegram holds a request open while nothing happens; then how much longer its answer may take. */
const HELD = 50;
const SLACK = 15_000;
/** Milliseconds: a server that does not hold requests open is not asked more often. */
const LEAST = 1_000;

const updates = z.array(z.unknown());

/** A `Fatal` where no restart would help; otherwise the error itself. */
export const telegramEnd = (error: unknown): unknown =>
  !(error instanceof Fatal) && faultOf(error).kind === 'unauthorized' ? new Fatal(WORDS.tokenRefused) : error;

/**
 * Asks for updates until the signal is aborted.
 * @param heard called after each answer of Telegram
 * @param now milliseconds since any fixed moment
 * @throws what ended it: a restart after a pause is the supervisor's business
 */
export const poll = async (
  api: Api,
  take: (data: unknown) => void,
  heard: () => void,
  now: () => number,
  signal: AbortSignal,
): Promise<void> => {
  const wait = (time: number): Promise<void> => pause(time, undefined, { signal }).catch(() => undefined);
  let offset = 0;
  while (!signal.aborted) {
    const begun = now();
    try {
      const request = { offset, timeout: HELD, allowed_updates: ALLOWED_UPDATES };
      const batch = updates.parse(await api.call('getUpdates', request, HELD * 1_000 + SLACK, signal));
      heard();
      for (const data of batch) {
        take(data);
        offset = Math.max(offset, (updateId(data) ?? -1) + 1);
      }
      if (batch.length === 0 && now() - begun < LEAST) await wait(LEAST);
    } catch (error) {
      const fault = faultOf(error);
      if (signal.aborted) return;
      if (fault.kind !== 'wait') throw telegramEnd(error);
      await wait(fault.seconds * 1_000);
    }
  }
};
