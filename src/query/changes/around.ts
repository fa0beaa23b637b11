import type { Report } from '../../core/incident.ts';
import { type Period, periodsOverlap } from '../../core/period.ts';
import { type PlaceId, placeWithin } from '../../core/place.ts';
import { shiftDays } from '../../text/days.ts';
import { gatherIncidents } from '../incidents/gather.ts';
import type { IncidentView } from '../incidents/incident.ts';
import type { Moment, Services } from '../services.ts';

/** Reports of one happening name days that are at most so far apart. */
const DAYS_APART = 10;

interface Scope {
  readonly place: PlaceId | null;
  readonly period: Period | null;
}

/** Reports of other provinces never tell of the same incident. */
export const provinceOf = (place: PlaceId): PlaceId => place.split('/').slice(0, 2).join('/');

const hull = (periods: readonly Period[]): Period | null => {
  const [first] = periods;
  if (first === undefined) return null;
  const from = periods.reduce((least, each) => (each.from < least ? each.from : least), first.from);
  const to = periods.reduce((most, each) => (each.to > most ? each.to : most), first.to);
  return { from: shiftDays(from, -DAYS_APART), to: shiftDays(to, DAYS_APART) };
};

const periodsOf = (reports: readonly Report[]): readonly Period[] =>
  reports.flatMap(({ period }) => period?.value ?? []);

/** The places and days around reports: as few as there can be, since each is gathered from all articles. */
const scopesOf = (reports: readonly Report[]): readonly Scope[] => {
  const provinces = new Set(reports.flatMap(({ place }) => (place === null ? [] : provinceOf(place.value))));
  const outer = [...provinces].filter(
    place => ![...provinces].some(other => other !== place && placeWithin(place, other)),
  );
  const placed = outer.map(place => ({
    place,
    period: hull(
      periodsOf(reports.filter(each => each.place !== null && placeWithin(each.place.value, place))),
    ),
  }));
  const unplaced = hull(periodsOf(reports.filter(({ place }) => place === null)));
  return unplaced === null ? placed : [...placed, { place: null, period: unplaced }];
};

/** The incidents of one moment that reports may be of, each once. */
export const incidentsAround = (
  reports: readonly Report[],
  asOf: Moment,
  services: Services,
): readonly IncidentView[] => {
  const all = scopesOf(reports).flatMap(scope =>
    gatherIncidents({ asOf, place: scope.place, period: null }, services).filter(
      ({ incident: { place, period } }) =>
        (scope.place !== null || place === null) &&
        (scope.period === null || period === null || periodsOverlap(period.value, scope.period)),
    ),
  );
  const seen = new Set<string>();
  return all.filter(({ incident }) => !seen.has(incident.id) && seen.add(incident.id));
};
