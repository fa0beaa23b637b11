import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Clock } from '../../core/clock.ts';

/** Waits some milliseconds; rejects when the signal aborts. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

interface Host {
  readonly queue: PQueue;
  /** Instant, in milliseconds, before which nothing more is asked of it. */
  readyAt: number;
}

export interface Turns {
  /**
   * Runs a task when the host's turn comes: alone for its host, a gap after the one before, and with not too many others
   * at once. Rejects when the signal aborts while it waits.
   * @param gap milliseconds of quiet after the task
   */
  readonly take: <T>(host: string, gap: number, signal: AbortSignal, task: () => Promise<T>) => Promise<T>;
}

/** Hosts that are remembered at most; those whose gap is over are forgotten first. */
const MOST_HOSTS = 1_000;

const systemPause: Pause = async (milliseconds, signal) => {
  await sleep(milliseconds, undefined, { signal });
};

/** @param parallel hosts that are spoken to at once */
export const createTurns = (parallel: number, clock: Clock, pause: Pause = systemPause): Turns => {
  const all = new PQueue({ concurrency: parallel });
  const hosts = new Map<string, Host>();
  const now = (): number => clock.now().getTime();
  const forgetIdle = (): void => {
    for (const [name, { queue, readyAt }] of hosts)
      if (queue.size === 0 && queue.pending === 0 && readyAt <= now()) hosts.delete(name);
  };
  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= MOST_HOSTS) forgetIdle();
    const host = { queue: new PQueue({ concurrency: 1 }), readyAt: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    take: (name, gap, signal, task) => {
      const host = hostOf(name);
      const whenQuiet = async () => {
        const wait = host.readyAt - now();
        if (wait > 0) await pause(wait, signal);
        try {
          return await all.add(task, { signal });
        } finally {
          host.readyAt = now() + gap;
        }
      };
      return host.queue.add(whenQuiet, { signal });
    },
  };
};
