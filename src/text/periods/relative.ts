import type { Period } from '../../core/period.ts';
import {
  monthOf,
  monthPeriod,
  oneDay,
  quarterPeriod,
  shiftDays,
  shiftMonths,
  weekdayOf,
  yearOf,
  yearPeriod,
} from '../days.ts';
import { numberOf } from '../numbers.ts';
import type { PeriodMatcher, PeriodPrecision } from './reading.ts';

const COUNT =
  '(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty-eight|twenty-four|\\d{1,3})';
const UNIT = '(hour|day|week|month|year)s?';

const countOf = (word: string): number | null => (/^an?$/i.test(word) ? 1 : numberOf(word));

const back = (day: string, count: number, unit: string): string => {
  switch (unit.toLowerCase()) {
    case 'hour':
      return shiftDays(day, -Math.ceil(count / 24));
    case 'day':
      return shiftDays(day, -count);
    case 'week':
      return shiftDays(day, -7 * count);
    case 'month':
      return shiftMonths(day, -count);
    default:
      return shiftMonths(day, -12 * count);
  }
};

/** "the past three weeks", "the last 24 hours", "in 48 hours": up to the day of print. */
const pastUnits: PeriodMatcher = {
  name: 'past-units',
  pattern: new RegExp(
    `\\b(?:(?:the\\s+)?(?:past|last|previous|preceding)\\s+(?:${COUNT}\\s+)?${UNIT}|in\\s+(?:just\\s+|only\\s+)?${COUNT}\\s+(hour)s)\\b`,
    'gi',
  ),
  read: (m, { anchor }) => {
    const unit = m[2] ?? m[4] ?? '';
    const word = m[1] ?? m[3];
    const past = /\b(?:past|in)\b/i.test(m[0]);
    if (anchor === null || (word === undefined && !past)) return null;
    const count = word === undefined ? 1 : countOf(word);
    return count === null
      ? null
      : { period: { from: back(anchor, count, unit), to: anchor }, precision: 'span' };
  },
};

const named = (period: Period, precision: PeriodPrecision) => ({ period, precision });

/** "last month", "the previous year", "last week" (Monday to Sunday): whole calendar units before the anchor's. */
const lastUnit: PeriodMatcher = {
  name: 'last-unit',
  pattern:
    /\b(?:last|(?:the\s+)?previous|(?:the\s+)?preceding)\s+(week|month|quarter|year|night)\b(?!['’]s)/gi,
  read: (m, { anchor, running }) => {
    const unit = (m[1] ?? '').toLowerCase();
    // "compared to the previous month" counts from the month the text speaks of, "last month" from the day of print.
    const base = /^last/i.test(m[0]) ? anchor : (running?.from ?? anchor);
    if (base === null) return null;
    if (unit === 'night') return named(oneDay(shiftDays(base, -1)), 'day');
    if (unit === 'week') {
      const monday = shiftDays(base, -((weekdayOf(base) + 6) % 7) - 7);
      return named({ from: monday, to: shiftDays(monday, 6) }, 'week');
    }
    if (unit === 'year') return named(yearPeriod(yearOf(base) - 1), 'year');
    const before = shiftMonths(`${base.slice(0, 7)}-01`, unit === 'month' ? -1 : -3);
    return unit === 'month'
      ? named(monthPeriod(yearOf(before), monthOf(before)), 'month')
      : named(quarterPeriod(yearOf(before), Math.ceil(monthOf(before) / 3)), 'quarter');
  },
};

/** "this year", "so far this month", "the current week": from its first day to the day of print. */
const thisUnit: PeriodMatcher = {
  name: 'this-unit',
  pattern: /\b(?:so far\s+)?(?:this|the current|the ongoing)\s+(week|month|quarter|year)\b/gi,
  read: (m, { anchor }) => {
    if (anchor === null) return null;
    const unit = (m[1] ?? '').toLowerCase();
    if (unit === 'week') {
      return named({ from: shiftDays(anchor, -((weekdayOf(anchor) + 6) % 7)), to: anchor }, 'week');
    }
    const whole =
      unit === 'year'
        ? yearPeriod(yearOf(anchor))
        : unit === 'month'
          ? monthPeriod(yearOf(anchor), monthOf(anchor))
          : quarterPeriod(yearOf(anchor), Math.ceil(monthOf(anchor) / 3));
    return named({ from: whole.from, to: anchor }, 'span');
  },
};

const nearDay: PeriodMatcher = {
  name: 'near-day',
  pattern: /\b(?:(day before yesterday)|(yesterday)|(today|tonight))\b/gi,
  read: (m, { anchor }) =>
    anchor === null
      ? null
      : named(oneDay(shiftDays(anchor, m[1] !== undefined ? -2 : m[2] !== undefined ? -1 : 0)), 'day'),
};

/** "three days ago" counts from the day of print. */
const ago: PeriodMatcher = {
  name: 'ago',
  pattern: new RegExp(`\\b${COUNT}\\s+${UNIT}\\s+ago\\b`, 'gi'),
  read: (m, { anchor }) => {
    const count = countOf(m[1] ?? '');
    const unit = (m[2] ?? '').toLowerCase();
    if (anchor === null || count === null) return null;
    const day = back(anchor, count, unit);
    if (unit === 'day' || unit === 'hour') return named(oneDay(day), 'day');
    if (unit === 'year') return named(yearPeriod(yearOf(day)), 'year');
    return unit === 'month'
      ? named(monthPeriod(yearOf(day), monthOf(day)), 'month')
      : named({ from: shiftDays(day, -3), to: shiftDays(day, 3) }, 'week');
  },
};

/** "four days earlier", "a week before": counts from what the text spoke of last. */
const earlier: PeriodMatcher = {
  name: 'earlier',
  pattern: new RegExp(
    `\\b(?:${COUNT}\\s+${UNIT}\\s+(?:earlier|before|prior|previously)|the\\s+(?:previous|preceding)\\s+(?:day|night|evening)|the\\s+day\\s+before|the\\s+(year|month|day)\\s+before)\\b(?!\\s+(?:yesterday|\\w+ing\\b))`,
    'gi',
  ),
  read: (m, { running, anchor }) => {
    const base = running?.from ?? anchor;
    if (base === null) return null;
    const unit = (m[2] ?? m[3] ?? 'day').toLowerCase();
    const count = m[1] === undefined ? 1 : countOf(m[1]);
    if (count === null) return null;
    const day = back(base, count, unit);
    if (unit === 'day' || unit === 'hour' || (unit === 'week' && count === 1))
      return named(oneDay(day), 'day');
    if (unit === 'year') return named(yearPeriod(yearOf(day)), 'year');
    return unit === 'month'
      ? named(monthPeriod(yearOf(day), monthOf(day)), 'month')
      : named({ from: shiftDays(day, -3), to: shiftDays(day, 3) }, 'week');
  },
};

/** "the following day", "a day later", "the same day": counts from what the text spoke of last. */
const later: PeriodMatcher = {
  name: 'later',
  pattern:
    /\b(?:the\s+(?:(following|next)\s+(?:day|morning|night)|(same|very)\s+(?:day|date|night|evening))|(?:a|one)\s+(day)\s+later)\b/gi,
  read: (m, { running }) => {
    if (running === null || running.from !== running.to) return null;
    return named(oneDay(shiftDays(running.from, m[2] === undefined ? 1 : 0)), 'day');
  },
};

export const RELATIVE_MATCHERS = { pastUnits, lastUnit, thisUnit, nearDay, ago, earlier, later } as const;
