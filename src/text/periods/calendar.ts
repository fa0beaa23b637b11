import type { Period } from '../../core/period.ts';
import { monthOf, monthPeriod, monthsPeriod, quarterPeriod, shiftDays, yearOf, yearPeriod } from '../days.ts';
import { MONTH, monthNumber } from '../months.ts';
import { numberOf, ordinalOf } from '../numbers.ts';
import { printedAsMonth } from './dates.ts';
import type { PeriodContext, PeriodMatcher } from './reading.ts';

const YEAR = '((?:19|20)\\d{2})\\b';
const COUNT = '(one|two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2})';
const ORDINAL = '(first|second|third|fourth|last|final|1st|2nd|3rd|4th)';
/** "of 2024", "of the year", "of last year", "2024" */
const OF_YEAR = `(?:\\s+(?:of\\s+|in\\s+)?(?:(this|the|last|current|previous)\\s+year|${YEAR}))?`;

/** The year a phrase names; without one the year of the anchor, null when there is none. */
const namedYear = (
  word: string | undefined,
  digits: string | undefined,
  context: PeriodContext,
): number | null => {
  if (digits !== undefined) return Number(digits);
  if (context.anchor === null) return null;
  const year = yearOf(context.anchor);
  return /last|previous/i.test(word ?? '') ? year - 1 : year;
};

/** A stretch of a year that is not named lies in the past: "in the third quarter", printed in February, is last year's. */
const lastOne = (
  make: (year: number) => Period,
  year: number,
  named: boolean,
  context: PeriodContext,
): Period => {
  const period = make(year);
  return !named && context.anchor !== null && period.from > context.anchor ? make(year - 1) : period;
};

const quarter: PeriodMatcher = {
  name: 'quarter',
  pattern: new RegExp(`\\b(?:${ORDINAL}\\s+(?:three\\s+)?(quarters?)|q([1-4]))${OF_YEAR}`, 'gi'),
  read: (m, context) => {
    const named = m[4] !== undefined || m[5] !== undefined;
    const year = namedYear(m[4], m[5], context);
    if (year === null) return null;
    if (m[2]?.toLowerCase() === 'quarters') {
      const period = lastOne(y => monthsPeriod(y, 1, 9), year, named, context);
      return /three/i.test(m[0]) ? { period, precision: 'span' } : null;
    }
    const word = (m[1] ?? '').toLowerCase();
    const number = m[3] !== undefined ? Number(m[3]) : /last|final/.test(word) ? 4 : ordinalOf(word);
    if (number === null || number > 4) return null;
    if (/last|final/.test(word) && !named) return null;
    return { period: lastOne(y => quarterPeriod(y, number), year, named, context), precision: 'quarter' };
  },
};

const half: PeriodMatcher = {
  name: 'half-year',
  pattern: new RegExp(`\\b(?:(first|second|1st|2nd)\\s+half|h([12]))${OF_YEAR}`, 'gi'),
  read: (m, context) => {
    const named = m[3] !== undefined || m[4] !== undefined;
    const year = namedYear(m[3], m[4], context);
    if (year === null || (m[2] !== undefined && m[4] === undefined)) return null;
    const first = m[2] === '1' || /first|1st/i.test(m[1] ?? '');
    const make = (y: number) => (first ? monthsPeriod(y, 1, 6) : monthsPeriod(y, 7, 12));
    return { period: lastOne(make, year, named, context), precision: 'span' };
  },
};

/** "first ten months of 2024", "the first month of the year", "last three months of 2023" */
const monthsOfYear: PeriodMatcher = {
  name: 'months-of-year',
  pattern: new RegExp(
    `\\b(first|last|final|initial)\\s+(?:${COUNT}\\s+)?months?\\s+(of\\s+|in\\s+)?(?:(this|the|last|current|previous)\\s+year|${YEAR})`,
    'gi',
  ),
  read: (m, context) => {
    // "The first ten months 2024" leaves the word out; "last month this year" is another thing.
    if (m[3] === undefined && (m[2] === undefined || m[5] === undefined)) return null;
    const year = namedYear(m[4], m[5], context);
    const count = m[2] === undefined ? 1 : numberOf(m[2]);
    if (year === null || count === null || count < 1 || count > 12) return null;
    const period = /first|initial/i.test(m[1] ?? '')
      ? monthsPeriod(year, 1, count)
      : monthsPeriod(year, 13 - count, 12);
    return { period, precision: count === 1 ? 'month' : 'span' };
  },
};

/** "October to December 2023", "between January and March this year" */
const monthRange: PeriodMatcher = {
  name: 'month-range',
  pattern: new RegExp(
    `\\b(${MONTH})(?:\\s+${YEAR})?\\s*(?:-|–|to|and|until|till|through)\\s*(${MONTH})(?:,?\\s+(?:of\\s+)?(?:(this|last)\\s+year|${YEAR}))?`,
    'gi',
  ),
  read: (m, context) => {
    const [first, second] = [m[1] ?? '', m[3] ?? ''];
    const [from, to] = [monthNumber(first), monthNumber(second)];
    if (from === null || to === null || !printedAsMonth(first, context) || !printedAsMonth(second, context))
      return null;
    const year = namedYear(m[4], m[5], context);
    if (year === null) return null;
    const end = lastOne(y => monthPeriod(y, to), year, m[4] !== undefined || m[5] !== undefined, context).to;
    const startYear = m[2] !== undefined ? Number(m[2]) : from > to ? yearOf(end) - 1 : yearOf(end);
    const start = monthPeriod(startYear, from).from;
    // "in November 2024 and March": two months, and no stretch.
    return start > end ? null : { period: { from: start, to: end }, precision: 'span' };
  },
};

const BEFORE_A_MONTH =
  /\b(?:in|of|since|during|until|till|by|last|this|early|late|mid|through|throughout|from|to|and|between|for|on|than|against|alone|per|the|month)[\s-]+$/i;

/** "November 2024", "last November", "May this year", "in January alone". A bare month is the last one that began. */
const month: PeriodMatcher = {
  name: 'month',
  pattern: new RegExp(
    `\\b(last\\s+|this\\s+)?(${MONTH})(?:,?\\s+(?:of\\s+)?(?:(this|last)\\s+year|${YEAR}))?`,
    'gi',
  ),
  read: (m, context) => {
    const word = m[2] ?? '';
    const number = monthNumber(word);
    if (number === null || !printedAsMonth(word, context)) return null;
    const named = m[3] !== undefined || m[4] !== undefined;
    // "the March towards Islamabad" is no date.
    const after = context.text.slice(m.index + m[0].length, m.index + m[0].length + 9);
    if (!named && number === 3 && /^\s+towards?\b/i.test(after)) return null;
    if (!named && context.tense === 'news' && /^(?:may|march|mar|dec|sep|jan)\b/i.test(word)) {
      const before = context.text.slice(Math.max(0, m.index - 16), m.index);
      if (m[1] === undefined && !BEFORE_A_MONTH.test(before)) return null;
    }
    if (!named && context.tense === 'question' && /^(?:may|march|mar)$/i.test(word)) {
      if (!BEFORE_A_MONTH.test(context.text.slice(0, m.index)) && context.text.trim().length > word.length)
        return null;
    }
    const year = namedYear(m[3], m[4], context);
    if (year === null) return null;
    let period = lastOne(y => monthPeriod(y, number), year, named, context);
    const thisOne = context.anchor !== null && period.from <= context.anchor && context.anchor <= period.to;
    if (!named && /last/i.test(m[1] ?? '') && thisOne) period = monthPeriod(yearOf(period.from) - 1, number);
    return { period, precision: 'month' };
  },
};

const BEFORE_A_YEAR =
  /(?:\b(?:in|of|since|during|until|till|by|from|to|and|between|for|throughout|over|year|report|review|survey|early|late|mid|than|against|with|through|cy|fy|summer|winter|spring|autumn)[\s-]+|\(|^)$/i;

/** "2024 saw 905 attacks", "2024 was the deadliest year" */
const SUBJECT_THEN =
  /^\s+(?:saw|witnessed|ended|closed|began|proved|was|turned|brought|has\s+been|had\s+been)\b/i;

/** "A fine of 2000 rupees", "with 2000 fighters": what follows is what the number counts. */
const COUNTED_THEN =
  /^\s+(?:more\s+)?(?:people|persons|men|women|children|families|soldiers|troops|fighters|militants|terrorists|police|policemen|civilians|personnel|houses|homes|vehicles|votes|rounds|rupees|dollars|euros|pounds|afghanis|km|kilomet(?:er|re)s|miles|met(?:er|re)s|feet|acres|kg|kilograms|tons|tonnes)\b/i;

/** "the 2016 bombing", "a 2014 school attack": a year that says which of them is meant. */
const HAPPENED_THEN =
  /^(?:\s+[\w-]+){0,4}?\s+(?:attacks?|bombings?|blasts?|massacre|siege|assault|killings?|murders?|raid|shooting|explosion|ambush|kidnapping|hijacking)\b/i;

const year: PeriodMatcher = {
  name: 'year',
  pattern: /\b((?:19|20)\d{2})\b(?![-–/]\d|,\d|\.\d)/g,
  read: (m, context) => {
    const number = Number(m[1]);
    if (context.tense === 'news') {
      const before = context.text.slice(Math.max(0, m.index - 14), m.index);
      const after = context.text.slice(m.index + 4, m.index + 90);
      const which = /\b(?:the|a|that)\s+$/i.test(before) && HAPPENED_THEN.test(after);
      if (!BEFORE_A_YEAR.test(before) && !which && !SUBJECT_THEN.test(after)) return null;
      if (COUNTED_THEN.test(after)) return null;
      if (context.anchor !== null && number > yearOf(context.anchor)) return null;
    }
    return { period: yearPeriod(number), precision: 'year' };
  },
};

/** "since 2015", "since November", "since November 21": up to the day of print. Wraps what another matcher read. */
export const sinceIt = (period: Period, context: PeriodContext): Period | null =>
  context.anchor === null || period.from > context.anchor ? null : { from: period.from, to: context.anchor };

/** "the year that has just ended", read in the first months of the next. */
const yearJustEnded: PeriodMatcher = {
  name: 'year-just-ended',
  pattern:
    /\b(?:the\s+)?(?:year\s+(?:that\s+)?(?:has\s+|had\s+)?just\s+(?:ended|gone|passed|past)|outgoing\s+year|just[- ]ended\s+year)\b/gi,
  read: (_, { anchor }) =>
    anchor === null
      ? null
      : { period: yearPeriod(monthOf(anchor) <= 6 ? yearOf(anchor) - 1 : yearOf(anchor)), precision: 'year' },
};

/** "The week ending 12 May", "the week of 4 November": seven days up to the one named, or from it on. */
const weekEnding: PeriodMatcher = {
  name: 'week-ending',
  pattern: new RegExp(
    `\\bweek\\s+(?:(?:that\\s+)?end(?:ing|ed)|(of|beginning|starting|commencing))\\s+(?:on\\s+)?(?:(\\d{1,2})\\s+(${MONTH})|(${MONTH})\\s+(\\d{1,2}))(?:,?\\s+${YEAR})?`,
    'gi',
  ),
  read: (m, context) => {
    const number = monthNumber(m[3] ?? m[4] ?? '');
    const year = namedYear(undefined, m[6], context);
    if (number === null || year === null) return null;
    const day = Number(m[2] ?? m[5]);
    const named = lastOne(
      y => ({ from: monthPeriod(y, number).from, to: shiftDays(monthPeriod(y, number).from, day - 1) }),
      year,
      m[6] !== undefined,
      context,
    ).to;
    const [from, to] = m[1] === undefined ? [shiftDays(named, -6), named] : [named, shiftDays(named, 6)];
    return { period: { from, to }, precision: 'week' };
  },
};

export const CALENDAR_MATCHERS = {
  weekEnding,
  yearJustEnded,
  monthsOfYear,
  quarter,
  half,
  monthRange,
  month,
  year,
} as const;
