import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Log } from './log.ts';

/** What a run that cannot go on, and that a restart would not mend, throws: one line for who runs the program. */
export class Fatal extends Error {}

/** Milliseconds: the first pause; the longest; how long a run must have been up for the pauses to begin anew. */
export interface Pauses {
  readonly first: number;
  readonly most: number;
  readonly steady: number;
}

export const PAUSES: Pauses = { first: 500, most: 60_000, steady: 60_000 };

export interface Supervised {
  readonly name: string;
  /**
   * One life, from connecting to the end. It ends when `signal` is aborted, and throws when it was cut off; a `Fatal`
   * ends all lives. `up` is called when it serves.
   */
  readonly run: (signal: AbortSignal, up: () => void) => Promise<void>;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** From 0 to below 1, by chance: bots that fell together must not come back together. */
  readonly chance: () => number;
  readonly pauses?: Pauses;
}

/** Doubles from life to life; between half of it and the whole is waited. */
const pauseAfter = (failures: number, { first, most }: Pauses, chance: number): number =>
  Math.round(Math.min(most, first * 2 ** Math.min(failures - 1, 30)) * (0.5 + chance / 2));

/** Waits; ends early, and without an error, when the signal is aborted. */
const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);

/**
 * Runs something for months: starts it again whenever it ends, after pauses that grow.
 * @returns ok when it was stopped; the line of the error when no restart would help. Never rejects
 */
export const supervise = async (supervised: Supervised, signal: AbortSignal): Promise<Result<null>> => {
  const { name, run, log, now, chance, pauses = PAUSES } = supervised;
  let failures = 0;
  while (!signal.aborted) {
    let since: number | null = null;
    try {
      await run(signal, () => {
        since = now();
        log.info({ platform: name }, 'up');
      });
      if (signal.aborted) break;
      log.warn({ platform: name }, 'ended by itself');
    } catch (error) {
      if (error instanceof Fatal) return fail('input', error.message);
      if (signal.aborted) break;
      log.warn({ platform: name, err: error }, 'was cut off');
    }
    failures = since !== null && now() - since >= pauses.steady ? 1 : failures + 1;
    const milliseconds = pauseAfter(failures, pauses, chance());
    log.info({ platform: name, failures, milliseconds }, 'starts again after a pause');
    await wait(milliseconds, signal);
  }
  return ok(null);
};
