import { type Figure, MEASURES } from '../core/figure.ts';
import { daysIn } from '../core/period.ts';
import { headNumber } from './quantity.ts';

/** A period's days are asked for again with every comparison of a sort. */
const known = new WeakMap<Figure, number>();

/** Days that a figure counts over; 0 where it names none. */
export const daysOf = (figure: Figure): number => {
  const days = known.get(figure) ?? (figure.period === null ? 0 : daysIn(figure.period.value));
  known.set(figure, days);
  return days;
};

/** What names no place comes last. */
const depth = (figure: Figure): number => figure.place?.value.split('/').length ?? Number.MAX_SAFE_INTEGER;

/** Longest period first, then the newest, the widest place, the measures in their order, the largest number. */
export const widestFirst = (a: Figure, b: Figure): number =>
  daysOf(b) - daysOf(a) ||
  compareText(b.period?.value.to ?? '', a.period?.value.to ?? '') ||
  depth(a) - depth(b) ||
  MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) ||
  (headNumber(b.quantity) ?? 0) - (headNumber(a.quantity) ?? 0) ||
  compareText(a.body?.value ?? '', b.body?.value ?? '') ||
  compareText(a.id, b.id);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
