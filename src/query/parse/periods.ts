import type { Day } from '../../core/period.ts';
import { samePeriod, within } from '../../core/period.ts';
import type { Span } from '../../core/span.ts';
import { type PeriodReading, readPeriods } from '../../text/periods.ts';
import type { NamedPeriod } from './latest-held.ts';
import { isYearless } from './latest-held.ts';

/** What may stand between two periods that are named in one breath: "q1 and q3 2024", "august 2024 vs january". */
const JOINT = /^\s*(?:,|&|\/|-|and|or|to|vs\.?|versus|with|against|than|compared (?:to|with)|and then)\s*$/i;

const YEAR = /\b\d{4}\b/;

const named = (text: string, { span }: PeriodReading): string => text.slice(span.start, span.end);

/** The year of its neighbour, where that one names a year and this one does not. */
const borrowedYear = (text: string, all: readonly PeriodReading[], at: number): string | null => {
  const own = all[at];
  if (own === undefined || YEAR.test(named(text, own))) return null;
  const [before, after] = [all[at - 1], all[at + 1]];
  const year = (other: PeriodReading | undefined, between: string): string | null =>
    other !== undefined && JOINT.test(between) ? (YEAR.exec(named(text, other))?.[0] ?? null) : null;
  return (
    year(after, text.slice(own.span.end, after?.span.start)) ??
    year(before, text.slice(before?.span.end ?? 0, own.span.start))
  );
};

/** A year before the news is still a year: who asks for casualties in 1850 is not answered with those of all times. */
const OLD_YEAR = /(?<![\p{L}\p{N}.,-])1[0-8]\d\d(?![\p{L}\p{N}]|[.,-]\d)/u;

const oldYear = (text: string): PeriodReading[] => {
  const match = OLD_YEAR.exec(text);
  if (match === null) return [];
  const period = { from: `${match[0]}-01-01`, to: `${match[0]}-12-31` };
  const span = { start: match.index, end: match.index + match[0].length };
  return [{ period, precision: 'year', span, rule: 'old-year' }];
};

/** Words that set two periods beside one another; a comma or nothing tells one period more exactly. */
const BESIDE = /(?:\b(?:and|or|vs\.?|versus|with|against|than|to)|&)\s*$/i;

/** Each once, and none that holds another: "9 Nov 2024, November 2024" asks for the day, "2024 vs November 2024" for both. */
const narrowest = <T extends PeriodReading>(text: string, all: readonly T[]): T[] => {
  const beside = all.some((own, i) => i > 0 && BESIDE.test(text.slice(0, own.span.start)));
  return all.filter(
    (own, i) =>
      !all.some(
        (other, j) =>
          i !== j &&
          (samePeriod(other.period, own.period) ? j < i : !beside && within(other.period, own.period)),
      ),
  );
};

const UP_TO = /^\s*(?:to|until|till|through|[–-])\s*$/i;
const BETWEEN = /\bbetween\s+$/i;

/** "21 November 2024 to 17 January 2025", "between … and …": two days with their years are the ends of one stretch. */
const joinEnds = (text: string, all: readonly PeriodReading[]): PeriodReading[] => {
  const joined: PeriodReading[] = [];
  for (const own of all) {
    const before = joined.at(-1);
    const between = before === undefined ? '' : text.slice(before.span.end, own.span.start);
    const ends =
      UP_TO.test(between) ||
      (/^\s*and\s*$/i.test(between) && BETWEEN.test(text.slice(0, before?.span.start ?? 0)));
    if (
      before === undefined ||
      !ends ||
      before.precision !== 'day' ||
      own.precision !== 'day' ||
      before.period.from >= own.period.to
    ) {
      joined.push(own);
      continue;
    }
    const span = { start: before.span.start, end: own.span.end };
    const period = { from: before.period.from, to: own.period.to };
    joined.splice(-1, 1, { period, precision: 'span', span, rule: 'two-days' });
  }
  return joined;
};

/** The periods a question asks about, in its order. @param today what "last month" is counted from */
export const askedPeriods = (
  text: string,
  today: Day,
): { readonly asked: readonly NamedPeriod[]; readonly spans: readonly Span[] } => {
  const read = joinEnds(text, readPeriods(text, today, 'question'));
  // Beside a period "1612 killed" is a number.
  const all = read.length > 0 ? read : oldYear(text);
  const dated = all.map((own, at) => {
    const year = borrowedYear(text, all, at);
    const again = year === null ? [] : readPeriods(`${named(text, own)} ${year}`, today, 'question');
    const whole = again[0];
    return whole === undefined || again.length > 1 || whole.period.from > today
      ? { ...own, borrowed: false }
      : { ...own, period: whole.period, precision: whole.precision, borrowed: true };
  });
  const asked = narrowest(text, dated).map(each => {
    const typed = named(text, each);
    const yearless = !each.borrowed && isYearless(typed, text.slice(0, each.span.start));
    return { period: each.period, precision: each.precision, typed, yearless };
  });
  return { asked, spans: all.map(({ span }) => span) };
};
