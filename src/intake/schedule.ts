import { createHash } from 'node:crypto';
import type { Instant } from '../core/clock.ts';

const MINUTE = 60;
const HOUR = 3_600;
export const DAY = 86_400;

/** Seconds between two visits to a feed that says nothing of it; the least and the most that it may ask for. */
const USUAL = 30 * MINUTE;
const LEAST = 15 * MINUTE;
const MOST = DAY;

/** A server that asks for quiet gets it up to this long, in seconds. */
const LONGEST_WAIT = 7 * DAY;

/** At most this share of the time is added, so that feeds added together are not fetched together for ever. */
const JITTER = 0.1;

/** A feed that fails for so long is paused, in seconds. */
export const FAILING_FOR = 2 * DAY;

/** What a feed and its server say about when to come back. */
export interface Pace {
  /** Minutes, as the feed asks. */
  readonly ttl: number | null;
  /** Seconds, as the server says. */
  readonly freshFor: number | null;
  /** Hours of the day, in UTC, at which nobody is to come. */
  readonly skipHours: readonly number[];
}

export const later = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + Math.round(seconds * 1_000)).toISOString();

/** Seconds from one instant to another. */
export const secondsFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000;

/** A share from 0 to 1 that is always the same for one feed at one instant, and another for every other. */
const shareOf = (url: string, at: Instant): number =>
  createHash('sha256').update(`${url} ${at}`).digest().readUInt32BE(0) / 0xffffffff;

const jittered = (url: string, at: Instant, seconds: number): number =>
  seconds * (1 + JITTER * shareOf(url, at));

const clamp = (seconds: number, least: number, most: number): number =>
  Math.min(Math.max(seconds, least), most);

/** The first instant from `at` on whose hour is none of these; `at` itself where all are. */
const outside = (at: Instant, hours: readonly number[]): Instant => {
  for (let ahead = 0; ahead < 24; ahead++) {
    const start = new Date(Date.parse(at) + ahead * HOUR * 1_000);
    if (hours.includes(start.getUTCHours())) continue;
    if (ahead > 0) start.setUTCMinutes(0, 0, 0);
    return start.toISOString();
  }
  return at;
};

/** When to come back to a feed that answered. Never earlier than it asked, and at least once a day. */
export const nextVisit = (url: string, at: Instant, { ttl, freshFor, skipHours }: Pace): Instant => {
  const asked = Math.max(ttl === null ? 0 : ttl * MINUTE, freshFor ?? 0);
  const seconds = clamp(asked === 0 ? USUAL : asked, LEAST, MOST);
  return outside(later(at, jittered(url, at, seconds)), skipHours);
};

/**
 * When to try a feed again that failed: half an hour later, then twice as long each time, up to a day.
 * @param failures in a row, this one included
 * @param asked seconds for which the server wants to be left alone
 */
export const nextTry = (url: string, at: Instant, failures: number, asked: number | null = null): Instant => {
  const seconds = clamp(USUAL * 2 ** Math.min(failures - 1, 10), USUAL, MOST);
  return later(at, Math.max(jittered(url, at, seconds), Math.min(asked ?? 0, LONGEST_WAIT)));
};
