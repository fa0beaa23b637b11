import type { Instant } from '../core/clock.ts';
import type { Feed } from '../store/ports/feeds.ts';
import { DAY, secondsFrom } from './schedule.ts';

/** What was published longer ago is old news, in seconds: after an outage too. */
const STALE_NEWS = 3 * DAY;

/** Of a feed that is new to us, what was published longer before it was added is, in seconds. */
const NEWS = DAY;

/** Milliseconds since 1970 at which it was out for certain: a day without an hour lasts until its end. Null: unknown. */
const endOf = (published: string | null): number | null => {
  const time = published === null ? Number.NaN : Date.parse(published);
  if (published === null || Number.isNaN(time)) return null;
  return published.length === 10 ? time + DAY * 1_000 : time;
};

/** Whether an article was old news when it came in, so that nobody is to be told of it as new. */
export const isOldNews = (published: string | null, at: Instant): boolean => {
  const end = endOf(published);
  return end !== null && end < Date.parse(at) - STALE_NEWS * 1_000;
};

/** The same for an item of a feed: what it held before it was added is old, and what says no day is for the first day. */
export const isOldItem = (published: string | null, feed: Pick<Feed, 'added'>, at: Instant): boolean => {
  const end = endOf(published);
  if (end === null) return secondsFrom(feed.added, at) < NEWS;
  return isOldNews(published, at) || end < Date.parse(feed.added) - NEWS * 1_000;
};
