import type { Day } from '../../core/period.ts';
import { dayFrom, monthOf, oneDay, shiftDays, shiftMonths, weekdayOf, yearOf } from '../days.ts';
import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from '../months.ts';
import type { PeriodContext, PeriodMatcher } from './reading.ts';

const YEAR = '((?:19|20)\\d{2})\\b';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?\\b';

/** In news a month has a capital: "may" and "march" are verbs. */
export const printedAsMonth = (word: string, context: PeriodContext): boolean =>
  context.tense === 'question' || /^[A-Z]/.test(word);

/** The day of that month: in the year given, or the last one on or before the anchor. */
export const resolveDay = (
  day: string,
  month: string,
  year: string | undefined,
  context: PeriodContext,
): Day | null => {
  const m = monthNumber(month);
  if (m === null || !printedAsMonth(month, context)) return null;
  if (year !== undefined) return dayFrom(Number(year), m, Number(day));
  if (context.anchor === null) return null;
  const here = dayFrom(yearOf(context.anchor), m, Number(day));
  if (here !== null && here <= context.anchor) return here;
  return dayFrom(yearOf(context.anchor) - 1, m, Number(day)) ?? here;
};

const isoDay: PeriodMatcher = {
  name: 'iso-day',
  pattern: /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/g,
  read: m => {
    const day = dayFrom(Number(m[1]), Number(m[2]), Number(m[3]));
    return day === null ? null : { period: oneDay(day), precision: 'day' };
  },
};

/**
 * "05/26/2021": in news only where one reading is possible, or a record opens with it and a colon (month first). Who asks
 * for "9/11/2024" or "9.11.2024" means the day first, as dates are written where these news come from.
 */
const slashDay: PeriodMatcher = {
  name: 'slash-day',
  pattern: /\b(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})\b(:?)/g,
  read: (m, context) => {
    const asked = context.tense === 'question';
    if (m[2] !== '/' && !asked) return null;
    const [first, second, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
    const opens = m[5] === ':' && context.text.slice(0, m.index).trim() === '';
    const monthFirst = first <= 12 && (second > 12 || opens || first === second);
    if (!monthFirst && first <= 12 && !asked) return null;
    const day = monthFirst ? dayFrom(year, first, second) : dayFrom(year, second, first);
    return day === null ? null : { period: oneDay(day), precision: 'day' };
  },
};

/** Day, month and year as printed; a year may be missing. */
type Parts = readonly [day: string | undefined, month: string | undefined, year: string | undefined];

const dayRange = (
  name: string,
  pattern: string,
  read: (m: RegExpExecArray) => { readonly from: Parts; readonly to: Parts },
): PeriodMatcher => ({
  name,
  pattern: new RegExp(pattern, 'gi'),
  read: (m, context) => {
    const { from, to } = read(m);
    const until = resolveDay(to[0] ?? '', to[1] ?? '', to[2], context);
    if (until === null) return null;
    const since = resolveDay(from[0] ?? '', from[1] ?? '', from[2] ?? String(yearOf(until)), context);
    if (since === null) return null;
    const start =
      since > until ? dayFrom(yearOf(since) - 1, Number(since.slice(5, 7)), Number(since.slice(8))) : since;
    return start === null ? null : { period: { from: start, to: until }, precision: 'span' };
  },
});

const LINK = '\\s*(?:-|–|—|to|and|until|till|through)\\s*';

const rangeMonthFirst = dayRange(
  'day-range-month-first',
  `\\b(${MONTH})\\s+${DAY}(?:,?\\s+${YEAR})?${LINK}(?:(${MONTH})\\s+)?${DAY}(?:,?\\s+${YEAR})?`,
  m => ({ from: [m[2], m[1], m[3] ?? m[6]], to: [m[5], m[4] ?? m[1], m[6]] }),
);

const rangeDayFirst = dayRange(
  'day-range-day-first',
  `\\b${DAY}(?:\\s+(${MONTH}))?${LINK}${DAY}\\s+(${MONTH})(?:,?\\s+${YEAR})?`,
  m => ({ from: [m[1], m[2] ?? m[4], m[5]], to: [m[3], m[4], m[5]] }),
);

/** "Thursday, November 21", "June 15, 2014", "Nov 9": the weekday, when printed, adds nothing. */
const monthDay: PeriodMatcher = {
  name: 'month-day',
  pattern: new RegExp(
    `\\b(?:${WEEKDAY}(?:\\s+(?:night|morning|evening|afternoon))?,?\\s+)?(?:the\\s+)?(${MONTH})\\s+${DAY}(?!\\s*(?:%|per|people|dead|killed|injured|wounded))(?:,?\\s+${YEAR})?`,
    'gi',
  ),
  read: (m, context) => {
    const day = resolveDay(m[2] ?? '', m[1] ?? '', m[3], context);
    return day === null ? null : { period: oneDay(day), precision: 'day' };
  },
};

const dayMonth: PeriodMatcher = {
  name: 'day-month',
  pattern: new RegExp(
    `\\b(?:${WEEKDAY}(?:\\s+(?:night|morning|evening|afternoon))?,?\\s+)?(?:the\\s+)?${DAY}\\s+(?:of\\s+)?(${MONTH})(?:,?\\s+${YEAR})?`,
    'gi',
  ),
  read: (m, context) => {
    const day = resolveDay(m[1] ?? '', m[2] ?? '', m[3], context);
    return day === null ? null : { period: oneDay(day), precision: 'day' };
  },
};

/** A weekday of a news story lies in the past: the last one on or before the day it was printed. */
const weekday: PeriodMatcher = {
  name: 'weekday',
  pattern: new RegExp(`\\b(next\\s+|coming\\s+|last\\s+)?(${WEEKDAY})\\b`, 'gi'),
  read: (m, { anchor, tense }) => {
    const number = weekdayNumber(m[2] ?? '');
    const before = (m[1] ?? '').trim().toLowerCase();
    if (number === null || anchor === null || before === 'next' || before === 'coming') return null;
    if (tense === 'news' && !/^[A-Z]/.test(m[2] ?? '')) return null;
    const back = (weekdayOf(anchor) - number + 7) % 7;
    const day = shiftDays(anchor, before === 'last' && back === 0 ? -7 : -back);
    return { period: oneDay(day), precision: 'day' };
  },
};

/** "On the 31st": in the month the text speaks of, or the last such day before it was printed. */
const ordinalDay: PeriodMatcher = {
  name: 'ordinal-day',
  pattern: /\bon the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:anniversary|day|birthday|of))/gi,
  read: (m, { anchor, running }) => {
    const base = running?.to ?? anchor;
    if (base === null) return null;
    for (const month of [base, shiftMonths(`${base.slice(0, 7)}-01`, -1)]) {
      const day = dayFrom(yearOf(month), monthOf(month), Number(m[1]));
      if (day !== null && (anchor === null || day <= anchor))
        return { period: oneDay(day), precision: 'day' };
    }
    return null;
  },
};

export const DATE_MATCHERS = {
  isoDay,
  slashDay,
  rangeMonthFirst,
  rangeDayFirst,
  monthDay,
  dayMonth,
  weekday,
  ordinalDay,
} as const;
