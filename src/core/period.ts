/** A calendar day, `YYYY-MM-DD`, in no zone: the day as it is printed. */
export type Day = string;

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Day strings of four-digit years sort as text, so plain comparison is calendar order. */
export const within = (inner: Period, outer: Period): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

export const periodsOverlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

const MS_A_DAY = 86_400_000;

/** Number of days in the period, both ends counted. */
export const daysIn = (period: Period): number =>
  Math.round((Date.parse(period.to) - Date.parse(period.from)) / MS_A_DAY) + 1;
