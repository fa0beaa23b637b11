import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import { periodsOverlap, within } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import { readPeriods } from '../../text/periods.ts';
import { placeIn } from '../areas.ts';
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

/** The periods that the articles tell of at these places: of counts, and of incidents. */
const heldAt = (
  places: readonly PlaceId[],
  asOf: Moment,
  { ledgers, gazetteer }: Pick<Services, 'ledgers' | 'gazetteer'>,
): { readonly counts: readonly Period[]; readonly incidents: readonly Period[] } => {
  const ledger = ledgers.at(asOf);
  const isAsked = (place: PlaceId): boolean => places.some(asked => placeIn(place, asked, gazetteer));
  const counts = ledger.countsWhere({
    kind: ({ security }) => security,
    period: () => true,
    place: places.length === 0 ? null : ({ value }) => isAsked(value),
  });
  const reports = ledger.incidents
    .flatMap(({ incident }) => incident.reports)
    .filter(({ place }) => places.length === 0 || (place !== null && isAsked(place.value)));
  return { counts: periodsOf(counts), incidents: periodsOf(reports) };
};

/** Each once. */
const periodsOf = (facts: readonly Pick<Figure | Report, 'period'>[]): readonly Period[] => {
  const byDays = new Map<string, Period>();
  for (const { period } of facts)
    if (period !== null) byDays.set(`${period.value.from} ${period.value.to}`, period.value);
  return [...byDays.values()];
};

/**
 * Periods that are named without a year, in the latest year of which the articles tell at one of the places asked about;
 * as they are where no year is. All go back together: "october and november".
 */
export const latestHeld = (
  periods: readonly NamedPeriod[],
  places: readonly PlaceId[],
  asOf: Moment,
  services: Pick<Services, 'ledgers' | 'gazetteer'>,
): readonly NamedPeriod[] => {
  if (!periods.some(({ yearless }) => yearless)) return periods;
  const { counts, incidents } = heldAt(places, asOf, services);
  const isHeld = (period: Period): boolean =>
    counts.some(count => within(count, period)) || incidents.some(each => periodsOverlap(each, period));
  const first = [...counts, ...incidents].map(({ from }) => Number(from.slice(0, 4)));
  const oldest = first.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const back = Math.max(0, ...periods.map(({ period }) => Number(period.to.slice(0, 4)) - oldest));
  for (let years = 0; years <= Math.min(back, MOST_YEARS); years++) {
    const moved = periods.flatMap(each => inYear(each, years, asOf) ?? []);
    if (moved.length === periods.length && moved.some(each => each.yearless && isHeld(each.period)))
      return moved;
  }
  return periods;
};
