import type { Day, Period } from '../core/period.ts';
import { overlaps } from '../core/span.ts';
import { CALENDAR_MATCHERS, sinceIt } from './periods/calendar.ts';
import { DATE_MATCHERS } from './periods/dates.ts';
import type { PeriodContext, PeriodMatcher, PeriodReading } from './periods/reading.ts';
import { RELATIVE_MATCHERS } from './periods/relative.ts';

export type { PeriodPrecision, PeriodReading } from './periods/reading.ts';

/** In this order: what is longer and names more comes first, since the first to claim a word keeps it. */
const MATCHERS: readonly PeriodMatcher[] = [
  DATE_MATCHERS.isoDay,
  DATE_MATCHERS.slashDay,
  CALENDAR_MATCHERS.weekEnding,
  DATE_MATCHERS.rangeMonthFirst,
  DATE_MATCHERS.rangeDayFirst,
  DATE_MATCHERS.dayMonth,
  DATE_MATCHERS.monthDay,
  CALENDAR_MATCHERS.yearJustEnded,
  CALENDAR_MATCHERS.monthsOfYear,
  CALENDAR_MATCHERS.quarter,
  CALENDAR_MATCHERS.half,
  CALENDAR_MATCHERS.monthRange,
  CALENDAR_MATCHERS.month,
  RELATIVE_MATCHERS.ago,
  RELATIVE_MATCHERS.earlier,
  RELATIVE_MATCHERS.later,
  RELATIVE_MATCHERS.pastUnits,
  RELATIVE_MATCHERS.lastUnit,
  RELATIVE_MATCHERS.thisUnit,
  RELATIVE_MATCHERS.nearDay,
  DATE_MATCHERS.weekday,
  DATE_MATCHERS.ordinalDay,
  CALENDAR_MATCHERS.year,
];

/** Cheap look for anything a matcher could read, so that most sentences cost one scan. */
const ANY =
  /\d|month|quarter|half|year|week|day\b|night|morning|evening|hour|last|past|previous|ago|earlier|before|since|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/** Those that need a month's name, and a cheap look for one. */
const OF_MONTHS: ReadonlySet<PeriodMatcher> = new Set([
  CALENDAR_MATCHERS.weekEnding,
  DATE_MATCHERS.rangeMonthFirst,
  DATE_MATCHERS.rangeDayFirst,
  DATE_MATCHERS.dayMonth,
  DATE_MATCHERS.monthDay,
  CALENDAR_MATCHERS.monthRange,
  CALENDAR_MATCHERS.month,
]);
const MONTH_NAME = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/** "since November", "since they took the town last Saturday": at most five words between. */
const SINCE = /\b(?:since\s+(?:\p{L}+\s+){0,5}|(?:began|started|erupted)\s+(?:on\s+|in\s+)?)$/iu;

/** "since 2019, when a grenade wounded three": a point in time and no stretch. */
const WHEN = /^,?\s+when\b/i;

/**
 * Reads every period a text names, in the order of the text. Spans do not overlap.
 * @param anchor the day the text was printed, or today for a question; null: only full dates are read
 * @param running what the text spoke of just before, for "four days earlier"
 */
export const readPeriods = (
  text: string,
  anchor: Day | null,
  tense: 'news' | 'question',
  running: Period | null = null,
): PeriodReading[] => {
  if (!ANY.test(text)) return [];
  const context: PeriodContext = { anchor, tense, running, text };
  const found: PeriodReading[] = [];
  const month = MONTH_NAME.test(text);
  for (const matcher of MATCHERS) {
    if (!month && OF_MONTHS.has(matcher)) continue;
    const { pattern } = matcher;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const span = { start: match.index, end: match.index + match[0].replace(/[\s.:]+$/, '').length };
      if (found.some(other => overlaps(other.span, span))) continue;
      const read = matcher.read(match, context);
      if (read === null) continue;
      const since = SINCE.exec(text.slice(Math.max(0, span.start - 48), span.start));
      const point = /^since/i.test(since?.[0] ?? '') && WHEN.test(text.slice(span.end, span.end + 8));
      const open = since === null || point ? null : sinceIt(read.period, context);
      const wide = { start: span.start - (since?.[0].length ?? 0), end: span.end };
      // "since November November": the word before is taken.
      const free = !found.some(other => overlaps(other.span, wide));
      if (since === null || open === null || !free) found.push({ ...read, span, rule: matcher.name });
      else found.push({ period: open, precision: 'span', span: wide, rule: 'since' });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
};

/** The words of a date that no calendar has ("30 February 2024", "2024-13-01"); null when every date is possible. */
export const impossibleDate = (text: string): string | null => {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso !== null && readPeriods(iso[0], null, 'question').every(read => read.rule !== 'iso-day'))
    return iso[0];
  const pattern =
    /\b(?:(\d{1,3})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,3})(?:st|nd|rd|th)?)\b(?!\d)(?:,?\s+(\d{4})\b)?/gi;
  for (const match of text.matchAll(pattern)) {
    const day = match[1] ?? match[4] ?? '';
    const month = match[2] ?? match[3] ?? '';
    const read = readPeriods(`${day} ${month} ${match[5] ?? 2024}`, null, 'question');
    if (read.every(reading => reading.precision !== 'day')) return match[0];
  }
  return null;
};
