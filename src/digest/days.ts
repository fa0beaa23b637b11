import { dayIn, type Instant } from '../core/clock.ts';
import type { Subscription } from '../store/ports/subscriptions.ts';
import { type Due, nextDue } from './schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Later than this, a digest says that it is late. */
const NOTED_AFTER = 10 * MINUTE;
/** Later than this, its news goes into the next one. */
const MERGED_AFTER = 12 * HOUR;
/** Days before this many are not even said to be merged: the program was away for long. */
const REMEMBERED = 7 * 24 * HOUR;

/** What is to be done for a subscription that has fallen due. */
export interface DueDays {
  /** Days that are too late to be told by themselves, oldest first. */
  readonly merged: readonly Due[];
  /** The day that is told now; null: none is. */
  readonly told: (Due & { readonly until: Instant; readonly late: 'no' | 'late' }) | null;
  readonly next: Instant;
}

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** When a day that was not begun is given up. */
export const expiryOf = ({ at }: Due): Instant => instantOf(Date.parse(at) + MERGED_AFTER);

/** @param now at or after the moment at which the subscription is due */
export const dueDays = (
  { time, zone, nextDue: first }: Pick<Subscription, 'time' | 'zone' | 'nextDue'>,
  now: Date,
): DueDays => {
  const ms = now.getTime();
  const lateness = ({ at }: Due): number => ms - Date.parse(at);
  const merged: Due[] = [];
  let due: Due = { day: dayIn(zone, new Date(first)), at: first };
  if (lateness(due) > REMEMBERED) due = nextDue(time, zone, instantOf(ms - REMEMBERED));
  let next = nextDue(time, zone, due.at);
  while (lateness(next) >= 0) {
    merged.push(due);
    due = next;
    next = nextDue(time, zone, due.at);
  }
  if (lateness(due) >= MERGED_AFTER) return { merged: [...merged, due], told: null, next: next.at };
  const isLate = lateness(due) >= NOTED_AFTER;
  // One that is late tells what is known now; by the minute, so that those that are late together share the work.
  const until = isLate ? instantOf(ms - (ms % MINUTE)) : due.at;
  return { merged, told: { ...due, until, late: isLate ? 'late' : 'no' }, next: next.at };
};
