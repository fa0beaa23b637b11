import type { Figure } from '../../core/figure.ts';
import { daysIn } from '../../core/period.ts';
import type { Trend } from '../../core/trend.ts';
import { headNumber, rangeOf } from '../quantity.ts';
import type { Audited, LinkedTrend, TrendCheck } from './check.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Print writes "about 60%" for what lies within a tenth of it. */
const ABOUT = 0.1;

/** The last printed place of a number: 1 for 63, 0.1 for 62.5. */
const lastPlace = (value: number): number => 10 ** -(String(value).split('.')[1]?.length ?? 0);

/** What the printed number can fairly mean: print rounds, or cuts off what follows the last place. */
const meant = ({ value, bound }: Trend): Range => {
  const unit = lastPlace(value);
  const [low, high] = [value - unit / 2, value + unit];
  switch (bound) {
    case 'exact':
      return { low, high };
    case 'at-least':
    case 'more-than':
      return { low, high: Number.POSITIVE_INFINITY };
    case 'at-most':
      return { low: 0, high };
    case 'about':
    case 'vague':
      return { low: low - value * ABOUT, high: high + value * ABOUT };
  }
};

/** Figures of one statement: one article, one body, one measure. A share of another body's total proves nothing. */
const ofOneStatement = (figures: readonly Figure[], trend: Trend): boolean =>
  figures.every(
    figure =>
      figure.article === trend.article &&
      figure.measure === figures[0]?.measure &&
      figure.body?.value === figures[0]?.body?.value &&
      figure.quantity.bound !== 'vague',
  );

const check = (
  trend: Trend,
  figures: readonly Figure[],
  days: number | null,
  reckon: (...numbers: readonly number[]) => number,
): TrendCheck | null => {
  const heads = figures.flatMap(({ quantity }) => headNumber(quantity) ?? []);
  const ranges = figures.flatMap(({ quantity }) => rangeOf(quantity) ?? []);
  if (!ofOneStatement(figures, trend) || heads.length < figures.length || ranges.length < figures.length)
    return null;
  // Each reckoning rises or falls with each of its numbers, so the extremes lie at the ends of their ranges.
  const ends = ranges
    .reduce<number[][]>(
      (all, { low, high }) =>
        all.flatMap(each => [
          [...each, low],
          [...each, high],
        ]),
      [[]],
    )
    .map(numbers => reckon(...numbers));
  const actual = reckon(...heads);
  if (![actual, ...ends].every(Number.isFinite)) return null;
  const { low, high } = meant(trend);
  return {
    kind: 'trend',
    trend,
    figures,
    days,
    actual,
    fits: Math.min(...ends) < high && Math.max(...ends) >= low,
  };
};

const checkTrend = ({ trend, of, from, to }: LinkedTrend): TrendCheck | null => {
  switch (trend.kind) {
    case 'share':
      return to === null || of === null
        ? null
        : check(trend, [to, of], null, (part = 0, whole = 0) => (100 * part) / whole);
    case 'growth':
      return from === null || to === null
        ? null
        : check(trend, [from, to], null, (before = 0, after = 0) => growth(trend, before, after));
    case 'average': {
      const period = trend.period ?? of?.period ?? null;
      if (of === null || period === null) return null;
      const days = daysIn(period.value);
      return check(trend, [of], days, (total = 0) => total / days);
    }
  }
};

/** Percent in the printed direction; a fall printed as a rise is below zero. */
const growth = ({ direction }: Trend, before: number, after: number): number => {
  const percent = (100 * (after - before)) / before;
  return direction === null ? Math.abs(percent) : direction === 'down' ? -percent : percent;
};

/**
 * Reckons again what one body derives from its own numbers in one article: "63% of 1,000", "rose 73% from 91 to 178",
 * "seven a day". What lacks a number, or mixes bodies or measures, is not checked.
 * @returns in the order given; `fits` allows for rounding in the last printed place
 */
export const auditTrends = ({ trends }: Pick<Audited, 'trends'>): TrendCheck[] =>
  trends.flatMap(linked => checkTrend(linked) ?? []);
