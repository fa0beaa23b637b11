import type { Figure } from '../core/figure.ts';
import { type Period, periodsOverlap, samePeriod, within } from '../core/period.ts';
import { isEveryone } from './compare.ts';
import { headNumber } from './quantity.ts';
import { daysOf } from './widest-first.ts';

const victimsKey = ({ victims }: Figure): string =>
  isEveryone(victims) ? 'everyone' : [...victims].sort().join('+');

/** What one article counts in one breath. */
const breathOf = ({ article, measure, place, period }: Figure): string =>
  [article, measure, place?.value, period?.value.from, period?.value.to].join('|');

/** One body's number for the same people, wherever it is printed. */
const numberOf = (figure: Figure): string =>
  [
    figure.body?.value,
    figure.measure,
    figure.place?.value,
    victimsKey(figure),
    headNumber(figure.quantity),
  ].join('|');

const periodsOf = (figures: readonly Figure[] | undefined): Period[] =>
  (figures ?? []).flatMap(({ period }) => period?.value ?? []);

/**
 * Without the classes of victims that a body counts in the same breath as everyone; one that is shown for one stretch of
 * time is shown for the other too ("55 in 1 to 20", "55 in 1 to 22 November"), so that nobody takes the number for that
 * stretch alone.
 */
export const withoutParts = (figures: readonly Figure[]): Figure[] => {
  const classes = figures.filter(({ victims }) => !isEveryone(victims));
  const articles = new Set(classes.map(({ article }) => article));
  const whole = new Set(
    figures.filter(({ victims, article }) => isEveryone(victims) && articles.has(article)).map(breathOf),
  );
  const parts = new Set(classes.filter(figure => whole.has(breathOf(figure))));
  if (parts.size === 0) return [...figures];
  const left = figures.filter(figure => !parts.has(figure));
  const told = Map.groupBy(
    left.filter(({ body }) => body !== null),
    numberOf,
  );
  return figures.filter(figure => {
    const { body, period } = figure;
    return (
      !parts.has(figure) ||
      (body !== null &&
        period !== null &&
        periodsOf(told.get(numberOf(figure))).some(other => periodsOverlap(other, period.value)))
    );
  });
};

const countOf = (figure: Figure): string =>
  [figure.body?.value, figure.measure, figure.place?.value, victimsKey(figure)].join('|');

/**
 * Without the months of a body whose longer count holds them. What holds a longer count holds what that one holds too: only
 * the longest are looked at.
 */
export const widestInTime = (figures: readonly Figure[]): Figure[] => {
  const longest = new Map<string, { readonly period: Period; readonly days: number }[]>();
  const isInside = (figure: Figure): boolean => {
    const period = figure.period?.value;
    if (period === undefined) return false;
    const [key, days] = [countOf(figure), daysOf(figure)];
    const others = longest.get(key) ?? [];
    if (others.some(other => other.days > days && within(period, other.period))) return true;
    if (!others.some(other => samePeriod(other.period, period)))
      longest.set(key, [...others, { period, days }]);
    return false;
  };
  const inside = new Set(
    figures
      .filter(({ period }) => period !== null)
      .sort((a, b) => daysOf(b) - daysOf(a))
      .filter(isInside),
  );
  return figures.filter(figure => !inside.has(figure));
};
