import type { Quantity } from '../core/figure.ts';

/** "About 300" is taken to be within a tenth of it. */
const ABOUT = 0.1;
/** "At least 14" speaks of a number near 14; far above it the statement is an older one, not the same. */
const OPEN = 1.1;
/** "Dozens" (at least 24) covers what stays under a hundred. */
const VAGUE = 4;

/** Smallest and largest whole number that the printed words can fairly mean; null when they name no number. */
export const rangeOf = ({
  low,
  high,
  bound,
}: Quantity): { readonly low: number; readonly high: number } | null => {
  if (low === null && high === null) return null;
  if (bound === 'about') {
    const middle = low ?? high ?? 0;
    return { low: Math.floor(middle * (1 - ABOUT)), high: Math.ceil(middle * (1 + ABOUT)) };
  }
  const from = low ?? 0;
  return { low: from, high: high ?? Math.ceil(from * (bound === 'vague' ? VAGUE : OPEN)) };
};

/** Whether two statements can mean the same number: "more than 2,500" and 2,546 can, 10 and 8 cannot. */
export const quantitiesAgree = (a: Quantity, b: Quantity): boolean => {
  const left = rangeOf(a);
  const right = rangeOf(b);
  return left !== null && right !== null && left.low <= right.high && right.low <= left.high;
};

/** The number a reader would name first; null when there is none. */
export const headNumber = (quantity: Quantity): number | null => quantity.low ?? quantity.high;
