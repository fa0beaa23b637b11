import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { endOfMonth } from 'date-fns/endOfMonth';
import { endOfQuarter } from 'date-fns/endOfQuarter';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfQuarter } from 'date-fns/startOfQuarter';
import type { Day, Period } from '../core/period.ts';

const dayOf = (date: Date): Day => formatISO(date, { representation: 'date' });

/** @returns null for a day that no calendar has ("30 February") */
export const dayFrom = (year: number, month: number, day: number): Day | null => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isValid(parseISO(text)) ? text : null;
};

export const shiftDays = (day: Day, days: number): Day => dayOf(addDays(parseISO(day), days));

export const shiftMonths = (day: Day, months: number): Day => dayOf(addMonths(parseISO(day), months));

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

export const monthOf = (day: Day): number => Number(day.slice(5, 7));

export const weekdayOf = (day: Day): number => parseISO(day).getDay();

export const oneDay = (day: Day): Period => ({ from: day, to: day });

/** @param month 1 to 12 */
export const monthPeriod = (year: number, month: number): Period => {
  const date = new Date(year, month - 1, 1);
  return { from: dayOf(startOfMonth(date)), to: dayOf(endOfMonth(date)) };
};

/** @param quarter 1 to 4 */
export const quarterPeriod = (year: number, quarter: number): Period => {
  const date = new Date(year, (quarter - 1) * 3, 1);
  return { from: dayOf(startOfQuarter(date)), to: dayOf(endOfQuarter(date)) };
};

export const yearPeriod = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Months from the first to the last, both of one year and included. */
export const monthsPeriod = (year: number, first: number, last: number): Period => ({
  from: monthPeriod(year, first).from,
  to: monthPeriod(year, last).to,
});
