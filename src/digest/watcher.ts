import type { Saved } from '../store/ports/saved.ts';
import type { Surroundings } from './ports.ts';

/** Milliseconds between looks, and after one that failed. */
const EVERY = 5_000;
const AFTER_BUG = 60_000;

export interface WatcherParts extends Pick<Surroundings, 'pause' | 'hold' | 'onTrouble' | 'onBug'> {
  /** Plans what watches are to hear of since the last look. */
  readonly alerts: () => Saved<number>;
}

/** Looks for what watches are to hear of until the signal aborts. Never rejects. */
export const watchForAlerts = async (
  { alerts, pause, hold, onTrouble, onBug }: WatcherParts,
  signal: AbortSignal,
): Promise<void> => {
  let trouble: string | null = null;
  while (!signal.aborted) {
    let wait = EVERY;
    try {
      const held = hold();
      const planned = held.ok ? alerts() : held;
      const line = planned.ok ? null : planned.error.message;
      // Said once, however long it lasts.
      if (line !== null && line !== trouble) onTrouble(line);
      trouble = line;
    } catch (error) {
      onBug(error, 'looking for alerts');
      wait = AFTER_BUG;
    }
    await pause(wait, signal);
  }
};
