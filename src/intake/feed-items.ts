import type { Instant } from '../core/clock.ts';
import type { FeedItem } from '../ingest/feed/feed.ts';
import type { Feed } from '../store/ports/feeds.ts';
import type { PageRecord, PageStore } from '../store/ports/pages.ts';
import { isOldItem } from './history.ts';
import { pageKey } from './page.ts';
import { DAY, FAILING_FOR, secondsFrom } from './schedule.ts';

/** Pages that are fetched for one visit at most; the rest waits for the next. */
export const MOST_PAGES = 50;

/** However long a page has been failing, it is tried again after so long, in seconds. */
const LONGEST_PAUSE = DAY / 2;

/** An item that something is to be done about. */
export interface DueItem {
  readonly item: FeedItem;
  /** What names its page in the archive. */
  readonly key: string;
  readonly history: boolean;
  /** It failed for so long that there is no next time. */
  readonly lastTry: boolean;
}

export interface DueItems {
  /** Oldest first: of two that print one text, the first is the origin. */
  readonly now: readonly DueItem[];
  /** Whether more is left for another visit. */
  readonly more: boolean;
}

/** The page of an item; one without an address is named by its feed and its id. */
const keyOf = (item: FeedItem, feedUrl: string): string =>
  item.url === null ? `${feedUrl}#${item.id}` : pageKey(item.url);

/** Since when a page has been failing without a break; null when it is not. Records come newest first. */
const failingSince = (records: readonly PageRecord[]): Instant | null => {
  const other = records.findIndex(({ kind }) => kind !== 'failed');
  const run = other < 0 ? records : records.slice(0, other);
  return run.at(-1)?.at ?? null;
};

/** Whether it is too early to try again: a page that failed is given as long again as it has been failing. */
const isEarly = (last: Instant, since: Instant, at: Instant): boolean =>
  secondsFrom(last, at) < Math.min(secondsFrom(since, last), LONGEST_PAUSE);

type Due = 'fetch' | 'last try' | 'later' | 'seen';

const dueOf = (item: FeedItem, records: readonly PageRecord[], at: Instant): Due => {
  const [newest] = records;
  if (newest === undefined) return 'fetch';
  const since = failingSince(records);
  if (since !== null) {
    if (isEarly(newest.last, since, at)) return 'later';
    return secondsFrom(since, at) >= FAILING_FOR ? 'last try' : 'fetch';
  }
  const changed = item.updated === null ? Number.NaN : Date.parse(item.updated);
  // A date in the future would bring the page in again and again.
  return changed > Date.parse(newest.last) && changed <= Date.parse(at) ? 'fetch' : 'seen';
};

/** Which items of a feed are new to us, changed, or failed and due again. */
export const dueItems = (
  feed: Feed,
  items: readonly FeedItem[],
  pages: Pick<PageStore, 'of'>,
  at: Instant,
): DueItems => {
  const seen = new Set<string>();
  const now: DueItem[] = [];
  let more = false;
  for (const item of items) {
    const key = keyOf(item, feed.url);
    if (seen.has(key)) continue;
    seen.add(key);
    const due = dueOf(item, pages.of(key), at);
    if (due === 'seen') continue;
    if (due === 'later' || now.length >= MOST_PAGES) more = true;
    else now.push({ item, key, history: isOldItem(item.published, feed, at), lastTry: due === 'last try' });
  }
  return { now: now.toReversed(), more };
};
