import type { Instant } from '../core/clock.ts';
import { nextDue } from './schedule.ts';

export interface Limits {
  /** Wall times between which nothing is sent; `to` may lie on the next day. */
  readonly quiet: { readonly from: string; readonly to: string; readonly zone: string } | null;
  readonly perHour: number;
}

const HOUR = 3_600_000;

const wallTime = (at: Instant, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The end of the quiet hours that a moment lies in, or that moment. */
const afterQuiet = (at: Instant, { quiet }: Limits): Instant => {
  if (quiet === null || quiet.from === quiet.to) return at;
  const { from, to, zone } = quiet;
  const wall = wallTime(at, zone);
  const isQuiet = from < to ? from <= wall && wall < to : from <= wall || wall < to;
  return isQuiet ? nextDue(to, zone, at).at : at;
};

/** The first moment from then on at which one more does not make it too many an hour. */
const afterOthers = (at: Instant, sent: readonly Instant[], { perHour }: Limits): Instant => {
  const since = new Date(Date.parse(at) - HOUR).toISOString();
  const lately = sent.filter(each => each > since).sort();
  const oldest = lately.at(-perHour);
  return oldest === undefined ? at : new Date(Date.parse(oldest) + HOUR).toISOString();
};

/**
 * When an alert goes: at once, unless the hours are quiet or too many went in the last one. Then it waits; none is lost.
 * @param sent when others went or are to go
 */
export const sendTime = (now: Instant, sent: readonly Instant[], limits: Limits): Instant => {
  let at = now;
  for (;;) {
    const next = afterOthers(afterQuiet(at, limits), sent, limits);
    if (next === at) return at;
    at = next;
  }
};
