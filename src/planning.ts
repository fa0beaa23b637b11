import { setTimeout as sleep } from 'node:timers/promises';
import { ok } from './core/result.ts';
import { createPlanner } from './digest/planner.ts';
import type { Machinery, Surroundings } from './digest/ports.ts';
import { watchForAlerts } from './digest/watcher.ts';
import type { Saved } from './store/ports/saved.ts';

/** Milliseconds between renewals of the right to write. */
const RENEW = 10_000;

export const pause: Surroundings['pause'] = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

export interface Holding {
  readonly hold: () => Saved<NonNullable<unknown>>;
  /** Whatever could not be written: whether this program may still write is asked anew. */
  readonly doubt: () => void;
}

/**
 * The right to write, renewed now and then, however often it is asked for.
 * @param onTaken is told what came of each renewal
 */
export const createHolding = (
  { hold, clock }: Pick<Machinery, 'hold' | 'clock'>,
  onTaken: (taken: Saved<unknown>) => void = () => {},
): Holding => {
  let held = Number.NEGATIVE_INFINITY;
  return {
    hold: () => {
      const at = clock.now().getTime();
      if (at - held < RENEW) return ok('held');
      const taken = hold();
      held = taken.ok ? at : Number.NEGATIVE_INFINITY;
      onTaken(taken);
      return taken;
    },
    doubt: () => {
      held = Number.NEGATIVE_INFINITY;
    },
  };
};

/** Told of what goes wrong while digests are planned. */
export type PlanningHeard = Pick<Surroundings, 'onTrouble' | 'onBug'>;

/** Plans digests and alerts while something else sends them. */
export interface Planning {
  /** Until the signal aborts; then the right to write is given back. */
  readonly run: (signal: AbortSignal, heard: PlanningHeard) => Promise<void>;
}

/** Plans in this thread, while this program is the one that writes. */
export const createPlanning = (machinery: Machinery): Planning => ({
  run: async (signal, { onTrouble, onBug }) => {
    const { hold, doubt } = createHolding(machinery);
    const surroundings: Surroundings = {
      now: machinery.clock.now,
      pause,
      hold,
      onTrouble: line => {
        doubt();
        onTrouble(line);
      },
      onBug,
    };
    await Promise.all([
      createPlanner({ ...surroundings, ...machinery, hold }).run(signal),
      watchForAlerts({ ...surroundings, alerts: machinery.alerts }, signal),
    ]);
    machinery.release();
  },
});
