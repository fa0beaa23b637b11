import { hostname } from 'node:os';
import type { Clock } from './core/clock.ts';
import type { Holder } from './store/ports/lease.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Store } from './store/ports.ts';

/** A lease that is not renewed may be taken by another process after this, in seconds. */
const LEASE_SECONDS = 60;

const self = (): Holder => ({ name: 'sitrep', pid: process.pid, host: hostname() });

const isRunning = (pid: number): boolean => {
  try {
    // Signal 0 is none: it only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Whether the process that held the lease has ended. A process of our own number was another one, before us. */
const hasEnded = ({ pid, host }: Holder): boolean =>
  host === hostname() && (pid === process.pid || !isRunning(pid));

/** Whose lease is heeded when a file is opened that an earlier version may write to. */
export const leaseCheck = ({ now }: Pick<Clock, 'now'>) => ({ at: now().toISOString(), gone: hasEnded });

/** The right to write, for as long as somebody needs it. */
export interface Writer {
  /** Takes it, or renews it: to be asked well within a minute. */
  readonly hold: () => Saved<NonNullable<unknown>>;
  readonly release: () => void;
}

export const createWriter = ({ lease }: Pick<Store, 'lease'>, { now }: Pick<Clock, 'now'>): Writer => ({
  hold: () => lease.take(self(), now().toISOString(), LEASE_SECONDS, hasEnded),
  release: () => void lease.release(now().toISOString()),
});

/**
 * One right to write for several parts of a process, which end at different times: it is given back when the last part
 * that took it gives it back. A digest on its way is written down after the fetching has ended.
 * @returns makes the writer of one part
 */
export const shareWriter = (writer: Writer): (() => Writer) => {
  const holding = new Set<Writer>();
  return () => {
    const part: Writer = {
      hold: () => {
        const held = writer.hold();
        if (held.ok) holding.add(part);
        return held;
      },
      release: () => {
        if (holding.delete(part) && holding.size === 0) writer.release();
      },
    };
    return part;
  };
};

/**
 * Runs `work` while this process holds the lease, and gives the lease back; one that this store held before it keeps.
 * @param work is handed what renews the lease, for work that takes long
 * @returns what `work` returned, or who holds the lease
 */
export const asWriter = <T>(
  store: Pick<Store, 'lease'>,
  clock: Pick<Clock, 'now'>,
  work: (renew: () => Saved<unknown>) => Saved<T>,
): Saved<T> => {
  const { hold, release } = createWriter(store, clock);
  const renewed = store.lease.renew(clock.now().toISOString(), LEASE_SECONDS);
  const wasHeld = renewed.ok;
  const taken = wasHeld ? renewed : hold();
  if (!taken.ok) return taken;
  try {
    return work(hold);
  } finally {
    if (!wasHeld) release();
  }
};
