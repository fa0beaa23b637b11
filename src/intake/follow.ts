import { setTimeout as sleep } from 'node:timers/promises';
import type { Feed } from '../store/ports/feeds.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { FetchingIntake } from './intake.ts';
import { visitFeed } from './visit.ts';
import { failedVisit, isOnProbation, type Visited } from './visit-state.ts';
import { WORDS } from './words.ts';

/** Waits some milliseconds; rejects when the signal aborts. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** Takes the right to write, or renews it: asked before each round. */
  readonly hold: () => Saved<unknown>;
  readonly onVisit?: (visited: Visited) => void;
  /** Why a round, or a visit, could not be kept: a full disk, another writer. Told once until it changes. */
  readonly onTrouble: (line: string) => void;
  /** Feeds that are visited at once; 6 unless told. Those of one host take turns in the fetcher. */
  readonly parallel?: number;
  /** Stands in for waiting. */
  readonly pause?: Pause;
}

/** Milliseconds between two looks at what is due: a feed that somebody adds is fetched after so long. */
const ROUND = 5_000;

const PARALLEL = 6;

const systemPause: Pause = (milliseconds, signal) => sleep(milliseconds, undefined, { signal });

/** Feeds whose time has come, those among them that are paused because they failed, longest due first. */
const dueFeeds = ({ store, clock }: FetchingIntake, limit: number): readonly Feed[] => {
  const at = clock.now().toISOString();
  const again = store.feeds.list().filter(feed => isOnProbation(feed) && feed.nextRun <= at);
  return [...store.feeds.due(at, limit), ...again].slice(0, limit);
};

const untilAborted = async (pause: Pause, milliseconds: number, signal: AbortSignal): Promise<void> => {
  try {
    await pause(milliseconds, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

/** Visits one feed; a bug at it is told, and is its failure alone. */
const visitSafely = async (
  intake: FetchingIntake,
  feed: Feed,
  { signal, onVisit, onTrouble }: Pick<FollowOptions, 'signal' | 'onVisit' | 'onTrouble'>,
): Promise<void> => {
  try {
    const visited = await visitFeed(intake, feed, signal);
    if (visited.ok) onVisit?.(visited.value);
    else onTrouble(visited.error.message);
  } catch (error) {
    intake.onBug(error, feed.url);
    failedVisit(intake, feed, WORDS.ours);
  }
};

/**
 * Visits feeds when they are due, some at once, until the signal aborts; then what is under way is stopped at the next
 * page, and what was read by then is kept. Never rejects for what a feed or a disk can do.
 */
export const follow = async (intake: FetchingIntake, options: FollowOptions): Promise<void> => {
  const { signal, hold, parallel = PARALLEL, pause = systemPause } = options;
  const open = new Map<string, Promise<void>>();
  let told: string | null = null;
  const onTrouble = (line: string): void => {
    if (line !== told) options.onTrouble(line);
    told = line;
  };
  while (!signal.aborted) {
    const held = hold();
    if (held.ok) {
      const free = dueFeeds(intake, parallel + open.size).filter(({ url }) => !open.has(url));
      for (const feed of free.slice(0, Math.max(0, parallel - open.size))) {
        const visit = visitSafely(intake, feed, { ...options, signal, onTrouble });
        open.set(
          feed.url,
          visit.finally(() => open.delete(feed.url)),
        );
      }
    } else onTrouble(held.error.message);
    await untilAborted(pause, ROUND, signal);
  }
  await Promise.all(open.values());
};

/** Visits every feed that is due once. @returns how many were visited */
export const fetchDue = async (intake: FetchingIntake, options: FollowOptions): Promise<number> => {
  const { signal, hold, parallel = PARALLEL } = options;
  const waiting = [...dueFeeds(intake, Number.MAX_SAFE_INTEGER)];
  const total = waiting.length;
  const work = async (): Promise<void> => {
    for (let feed = waiting.shift(); feed !== undefined && !signal.aborted; feed = waiting.shift()) {
      const held = hold();
      if (!held.ok) {
        options.onTrouble(held.error.message);
        return;
      }
      await visitSafely(intake, feed, options);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return total;
};
