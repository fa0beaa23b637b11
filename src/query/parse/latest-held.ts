import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import { readPeriods } from '../../text/periods.ts';
import type { AskedPeriod } from '../plan.ts';
import type { Moment, Services } from '../services.ts';

/** A period of a question, with the words that name it. */
export interface NamedPeriod extends AskedPeriod {
  readonly typed: string;
  /** Named without its year ("9 nov", "q3"), so that the year is a guess. */
  readonly yearless: boolean;
}

const CALENDAR = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bq[1-4]\b|\bquarter\b/i;
const YEAR = /\d{4}|['’]\d{2}\b|\b(?:this|last|past|next|previous|current|since)\b/i;
const POINTING = /\b(?:this|last|past|next|previous|current|since)\s+$/i;

/** @param before what stands before the words in the question */
export const isYearless = (typed: string, before: string): boolean =>
  CALENDAR.test(typed) && !YEAR.test(typed) && !POINTING.test(before);

/** Years looked back over: articles of one's own may be old. */
const MOST_YEARS = 25;

const inYear = (named: NamedPeriod, back: number, asOf: Moment): NamedPeriod | null => {
  if (back === 0 || !named.yearless) return named;
  const year = Number(named.period.to.slice(0, 4)) - back;
  const [read, more] = readPeriods(`${named.typed} ${year}`, asOf.day, 'question');
  return read === undefined || more !== undefined || read.precision !== named.precision
    ? null
    : { ...named, period: read.period };
};

const isHeld = (
  period: Period,
  place: PlaceId | null,
  asOf: Moment,
  { store }: Pick<Services, 'store'>,
): boolean => {
  const at = { asOf, ...(place === null ? {} : { place }) };
  return (
    store.figures({ ...at, within: period }).length > 0 ||
    store.reports({ ...at, overlapping: period }).length > 0
  );
};

/**
 * Periods that are named without a year, in the latest year of which the articles tell at one of the places asked about;
 * as they are where no year is. All go back together: "october and november".
 */
export const latestHeld = (
  periods: readonly NamedPeriod[],
  places: readonly PlaceId[],
  asOf: Moment,
  services: Pick<Services, 'store'>,
): readonly NamedPeriod[] => {
  if (!periods.some(({ yearless }) => yearless)) return periods;
  for (let back = 0; back <= MOST_YEARS; back++) {
    const moved = periods.flatMap(each => inYear(each, back, asOf) ?? []);
    const held = moved.some(
      ({ period, yearless }) =>
        yearless &&
        (places.length === 0 ? [null] : places).some(place => isHeld(period, place, asOf, services)),
    );
    if (moved.length === periods.length && held) return moved;
  }
  return periods;
};
