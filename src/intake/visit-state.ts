import { ok } from '../core/result.ts';
import type { Fetched } from '../ingest/fetch/fetched.ts';
import type { Feed, FeedVisit } from '../store/ports/feeds.ts';
import type { PageKind } from '../store/ports/pages.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { FetchingIntake } from './intake.ts';
import { DAY, FAILING_FOR, later, nextTry, nextVisit, type Pace, secondsFrom } from './schedule.ts';
import { WORDS } from './words.ts';

/** What one visit to a feed came to. */
export interface Visited {
  readonly url: string;
  /** In words; null when the feed answered. */
  readonly failure: string | null;
  /** Pages by what became of them. */
  readonly pages: Readonly<Partial<Record<PageKind, number>>>;
  /** What was wrong with the feed and has been got over. */
  readonly notices: readonly string[];
  /** It was stopped on demand before all was done; the rest comes at the next visit. */
  readonly stopped: boolean;
}

/** Seconds to the next visit when items were left over. */
const SOON = 15 * 60;

/** Paused because it failed, and not by anybody: it is tried once a day. */
export const isOnProbation = (feed: Feed): boolean =>
  feed.state === 'paused' && feed.reason?.startsWith(WORDS.failedForLong) === true;

export const nothing = (url: string, failure: string | null): Visited => ({
  url,
  failure,
  pages: {},
  notices: [],
  stopped: false,
});

type Answer = Extract<Fetched, { kind: 'fresh' | 'not-modified' }>;

/** How a visit ends at which the feed did not answer as one. */
export const failedVisit = (
  { clock, store }: FetchingIntake,
  feed: Feed,
  failure: string,
  { asked = null, gone = false }: { readonly asked?: number | null; readonly gone?: boolean } = {},
): Saved<Visited> => {
  const at = clock.now().toISOString();
  const since = feed.failingSince ?? at;
  const tooLong = feed.state === 'active' && secondsFrom(since, at) >= FAILING_FOR;
  const pause = gone ? WORDS.goneForGood : tooLong ? WORDS.paused(failure) : null;
  const kept = store.feeds.visited({
    url: feed.url,
    at,
    failure,
    nextRun:
      pause !== null || isOnProbation(feed)
        ? later(at, Math.max(DAY, asked ?? 0))
        : nextTry(feed.url, at, feed.failures + 1, asked),
    broughtNew: false,
    pause,
  });
  return kept.ok ? ok(nothing(feed.url, failure)) : kept;
};

/** What a visit says at which the feed answered. */
export const visitOf = (
  feed: Feed,
  at: string,
  answer: Answer,
  {
    pace,
    title,
    whole,
    broughtNew,
  }: {
    readonly pace: Pace;
    readonly title?: string | null;
    /** Nothing was left over: only then does "not modified" mean that there is nothing to do. */
    readonly whole: boolean;
    readonly broughtNew: boolean;
  },
): FeedVisit => {
  const next = nextVisit(feed.url, at, pace);
  const soon = later(at, SOON);
  return {
    url: feed.url,
    at,
    failure: null,
    nextRun: whole || next < soon ? next : soon,
    broughtNew,
    movedTo: answer.permanentUrl,
    etag: whole ? answer.etag : null,
    lastModified: whole ? answer.lastModified : null,
    ...(title === undefined || title === null ? {} : { title }),
  };
};
