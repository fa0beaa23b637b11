import { dayIn, type Instant, timeIn } from '../core/clock.ts';
import { dayWords } from './periods.ts';

const RELATIVE = new Intl.RelativeTimeFormat('en');

const MINUTE = 60_000;

/** From so many milliseconds on, a distance is told in this unit. */
const UNITS: readonly (readonly [unit: 'day' | 'hour' | 'minute', milliseconds: number])[] = [
  ['day', 48 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

const SIZES: Readonly<Record<'day' | 'hour' | 'minute', number>> = {
  day: 24 * 60 * MINUTE,
  hour: 60 * MINUTE,
  minute: MINUTE,
};

/** "3 hours ago", "in 12 minutes", "now": never more than has passed, or is left, in whole units. */
const relative = (at: Instant, now: Instant): string => {
  const distance = Date.parse(at) - Date.parse(now);
  const unit = UNITS.find(([, least]) => Math.abs(distance) >= least)?.[0];
  return unit === undefined ? 'now' : RELATIVE.format(Math.trunc(distance / SIZES[unit]), unit);
};

/** "22 November 2026, 05:12 UTC" */
export const instantWords = (at: Instant): string => `${dayWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;

/** "22 November 2026, 10:12 (Asia/Karachi)": what the clocks of an IANA zone show then. */
export const localWords = (at: Instant, zone: string): string => {
  const date = new Date(at);
  const named = zone === 'UTC' ? ' UTC' : ` (${zone})`;
  return `${dayWords(dayIn(zone, date))}, ${timeIn(zone, date)}${named}`;
};

/** "3 hours ago (22 November 2026, 05:12 UTC)": how far it is from the moment of the answer, and when that was. */
export const momentWords = (at: Instant, now: Instant): string =>
  `${relative(at, now)} (${instantWords(at)})`;
