import { ok, type Result } from '../core/result.ts';
import { decodeBody } from '../ingest/charset.ts';
import type { Feed as FeedText } from '../ingest/feed/feed.ts';
import { readFeed } from '../ingest/feed/read-feed.ts';
import type { Fresh } from '../ingest/fetch/fetched.ts';
import type { Feed } from '../store/ports/feeds.ts';
import type { PageKind } from '../store/ports/pages.ts';
import type { Saved } from '../store/ports/saved.ts';
import { type DueItem, dueItems } from './feed-items.ts';
import type { FetchingIntake } from './intake.ts';
import { type TakenPage, takeItem, takePage } from './page.ts';
import { failedVisit, isOnProbation, nothing, type Visited, visitOf } from './visit-state.ts';
import { WORDS } from './words.ts';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/** Of pages, these are news to us. */
const NEW: readonly PageKind[] = ['taken', 'updated', 'copy-of', 'not-relevant', 'other-language'];

const readFresh = ({ bytes, contentType, url }: Fresh): Result<FeedText> =>
  readFeed(decodeBody(bytes, contentType), url);

/** Takes in one item: its page, or itself where it has none. */
const takeOne = async (
  intake: FetchingIntake,
  due: DueItem,
  task: Parameters<typeof takePage>[2],
): Promise<Saved<TakenPage>> => {
  const { item, key } = due;
  if (item.url !== null) return takePage(intake, item.url, task);
  const given = takeItem(intake, item, key, { task: task ?? {}, why: WORDS.noPage });
  return (
    given ??
    ok({
      url: key,
      kind: 'unreadable',
      article: null,
      reason: WORDS.noText,
      at: intake.clock.now().toISOString(),
      feed: task?.feed ?? null,
    })
  );
};

const takeItems = async (
  intake: FetchingIntake,
  feed: Feed,
  answer: Fresh,
  { items, ttl, skipHours, title, notices }: FeedText,
  signal: AbortSignal | undefined,
): Promise<Saved<Visited>> => {
  const { store, clock } = intake;
  const pace = { ttl, skipHours, freshFor: answer.freshFor };
  const pages: Partial<Record<PageKind, number>> = {};
  const { now, more } = dueItems(feed, items, store.pages, clock.now().toISOString());
  let [broughtNew, left, stopped] = [false, more, false];
  for (const due of now) {
    if (signal?.aborted === true) {
      stopped = true;
      break;
    }
    const { item, history, lastTry } = due;
    const taken = await takeOne(intake, due, {
      feed: feed.url,
      item,
      history,
      lastTry,
      ...(signal === undefined ? {} : { signal }),
      visit: kind => ({
        url: feed.url,
        at: clock.now().toISOString(),
        failure: null,
        // Should this be the last thing that is kept, the feed is due at once.
        nextRun: clock.now().toISOString(),
        broughtNew: NEW.includes(kind),
        etag: null,
        lastModified: null,
      }),
    });
    if (!taken.ok) return taken;
    if (taken.value === 'stopped') {
      stopped = true;
      break;
    }
    const { kind } = taken.value;
    pages[kind] = (pages[kind] ?? 0) + 1;
    broughtNew ||= NEW.includes(kind);
    left ||= kind === 'failed';
  }
  const at = clock.now().toISOString();
  const whole = !left && !stopped;
  const kept = store.feeds.visited({
    ...visitOf(feed, at, answer, { pace, title: feed.title ?? title, whole, broughtNew }),
    // What was stopped goes on when somebody comes back.
    ...(stopped ? { nextRun: at } : {}),
  });
  if (!kept.ok) return kept;
  return ok({ url: feed.url, failure: null, pages, notices, stopped });
};

/** A feed that was paused because it failed, and answers, is followed again. */
const revive = ({ store, clock }: FetchingIntake, feed: Feed): Saved<unknown> =>
  isOnProbation(feed) ? store.feeds.resume(feed.url, clock.now().toISOString()) : ok(null);

/**
 * Fetches a feed, takes in the pages of what is new in it, and keeps when to come back. One item that goes wrong stops
 * none of the others.
 * @returns what it came to, or why it could not be kept
 */
export const visitFeed = async (
  intake: FetchingIntake,
  feed: Feed,
  signal?: AbortSignal,
): Promise<Saved<Visited>> => {
  const { store, clock, fetcher } = intake;
  const { etag, lastModified } = feed;
  const fetched = await fetcher.get(feed.url, {
    accept: ACCEPT,
    etag,
    lastModified,
    ...(signal === undefined ? {} : { signal }),
  });
  switch (fetched.kind) {
    case 'fresh': {
      const read = readFresh(fetched);
      if (!read.ok) return failedVisit(intake, feed, read.error.message);
      const revived = revive(intake, feed);
      return revived.ok ? takeItems(intake, feed, fetched, read.value, signal) : revived;
    }
    case 'not-modified': {
      const revived = revive(intake, feed);
      if (!revived.ok) return revived;
      const at = clock.now().toISOString();
      const pace = { ttl: null, freshFor: fetched.freshFor, skipHours: [] };
      const visit = visitOf(feed, at, fetched, { pace, whole: true, broughtNew: false });
      const kept = store.feeds.visited({
        ...visit,
        etag: fetched.etag ?? etag,
        lastModified: fetched.lastModified ?? lastModified,
      });
      return kept.ok ? ok(nothing(feed.url, null)) : kept;
    }
    case 'gone':
      return failedVisit(intake, feed, WORDS.pageGone, { gone: true });
    case 'retry-later':
      return failedVisit(intake, feed, fetched.reason, { asked: fetched.after });
    case 'refused':
      return failedVisit(intake, feed, fetched.reason);
    case 'failed':
      return fetched.code === 'stopped'
        ? ok({ ...nothing(feed.url, null), stopped: true })
        : failedVisit(intake, feed, fetched.reason);
  }
};
