import type { Reading } from '../../core/figure.ts';
import type { Day, Period } from '../../core/period.ts';
import { daysIn } from '../../core/period.ts';
import { monthOf, monthPeriod, shiftMonths, yearOf } from '../../text/days.ts';
import type { PeriodReading } from '../../text/periods.ts';
import type { Draft } from '../matchers/draft.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import { isCompared } from './scope.ts';

/** Words between a draft and a reading, the reading's own words not counted; behind counts less than before. */
const distance = (facts: SentenceFacts, draft: Draft, read: PeriodReading): number => {
  const { words } = facts.shape.line;
  const start = words[draft.from]?.span.start ?? 0;
  const end = words[Math.max(draft.to, draft.verb.to) - 1]?.span.end ?? 0;
  if (read.span.end <= start)
    return words.filter(w => w.span.start >= read.span.end && w.span.end <= start).length + 2;
  return words.filter(w => w.span.start >= end && w.span.end <= read.span.start).length;
};

const nearest = (
  facts: SentenceFacts,
  draft: Draft,
  reads: readonly PeriodReading[],
): PeriodReading | undefined =>
  [...reads].sort(
    (a, b) => distance(facts, draft, a) - distance(facts, draft, b) || a.span.start - b.span.start,
  )[0];

const stated = (read: PeriodReading): Reading<Period> => ({
  value: read.period,
  basis: 'stated',
  span: read.span,
});

/** The stretch of the same length right before: what "up from 54" compares with. Whole months stay whole months. */
const before = (period: Period): Period => {
  const months = Math.max(1, Math.round(daysIn(period) / 30.4));
  const from = shiftMonths(period.from, -months);
  const last = shiftMonths(period.from, -1);
  return { from, to: monthPeriod(yearOf(last), monthOf(last)).to };
};

/** The period right behind a number: "from 13 in July to 49". */
const rightBehind = (facts: SentenceFacts, draft: Draft): PeriodReading | undefined => {
  const end = facts.shape.line.words[draft.to - 1]?.span.end ?? 0;
  const next = facts.shape.line.words.filter(w => w.span.start >= end).slice(0, 4);
  return facts.periods.find(read => next.some(word => word.span.start === read.span.start));
};

/** Period of an aggregate: a long one of its own sentence, else the one the text spoke of before. */
export const aggregatePeriod = (
  draft: Draft,
  facts: SentenceFacts,
  carried: Reading<Period> | null,
): Reading<Period> | null => {
  const behind = rightBehind(facts, draft);
  if (draft.role === 'earlier' || (draft.role === 'superseded' && draft.rule === 'toll')) {
    const compared = behind ?? facts.periods.find(read => isCompared(facts, read));
    if (compared !== undefined) return stated(compared);
    return carried === null ? null : { value: before(carried.value), basis: 'carried', span: carried.span };
  }
  const taken = new Set(
    facts.drafts.filter(other => other.role === 'earlier').map(other => rightBehind(facts, other)),
  );
  const own = facts.periods.filter(
    read => read.precision !== 'day' && !taken.has(read) && (read === behind || !isCompared(facts, read)),
  );
  const found = nearest(facts, draft, own);
  return found === undefined ? (carried === null ? null : { ...carried, basis: 'carried' }) : stated(found);
};

/** Day of an incident's figure: the nearest day of its sentence, else a longer period, else what is carried. */
export const incidentPeriod = (draft: Draft | null, facts: SentenceFacts): Reading<Period> | null => {
  const usable = facts.periods.filter(read => !isCompared(facts, read) && !isReportingDay(facts, read));
  const day = usable.filter(read => read.precision === 'day' || read.rule === 'since');
  const pick = (reads: readonly PeriodReading[]) =>
    draft === null ? reads[0] : nearest(facts, draft, reads);
  const found = pick(day) ?? pick(usable.filter(read => read.rule !== 'this-unit'));
  if (found === undefined) return null;
  // Taken over from a sentence before, where a court story goes on.
  const own = found.span.start >= facts.sentence.span.start;
  return own ? stated(found) : { ...stated(found), basis: 'carried' };
};

/** "the health officer said on Friday night", "told reporters on Monday": when it was said, not when it happened. */
const isReportingDay = (facts: SentenceFacts, read: PeriodReading): boolean => {
  const words = facts.shape.line.words
    .filter(word => word.span.end <= read.span.start)
    .slice(-3)
    .map(word => word.folded);
  const joined = words.join(' ');
  if (/\b(?:said|told reporters|told|announced|stated|added|confirmed)(?: late)? on$/.test(joined))
    return true;
  const next = facts.shape.line.words.find(word => word.span.start >= read.span.end)?.folded ?? '';
  if (
    /\bofficials on$/.test(joined) &&
    /^(?:said|lowered|raised|revised|put|confirmed|announced)$/.test(next)
  )
    return true;
  const says =
    /\b(?:said|told|reporters|officials|announced|stated|added|confirmed|police)\b(?: \w+)?(?: on| late on)?$/.test(
      joined,
    );
  return (
    says &&
    facts.periods.some(other => other !== read && (other.precision === 'day' || other.rule === 'since'))
  );
};

export const assumedDay = (published: Day | null): Reading<Period> | null =>
  published === null ? null : { value: { from: published, to: published }, basis: 'assumed', span: null };

/** Days before print that a toll is still being corrected. */
const CORRECTING = 10;

/**
 * The day by which it had happened: "the figure of 14, which doctors had given on Saturday night", where only the
 * correction is dated. The earliest day named, if others follow it; null where the text names one day alone.
 */
export const dayOfFirstToll = (
  all: readonly SentenceFacts[],
  published: Day | null,
): Reading<Period> | null => {
  if (published === null) return null;
  const near = all
    .filter(facts => !facts.recalled)
    .flatMap(facts => facts.periods)
    .filter(read => read.precision === 'day' && read.rule !== 'earlier')
    .filter(
      read => read.period.to <= published && daysIn({ from: read.period.from, to: published }) <= CORRECTING,
    )
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const [first] = near;
  const last = near.at(-1);
  return first === undefined || last === undefined || last.period.from === first.period.from
    ? null
    : { value: first.period, basis: 'assumed', span: first.span };
};
