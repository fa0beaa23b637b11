import type { PlaceId } from '../../core/place.ts';
import type { Gazetteer } from '../../knowledge/ports.ts';
import { shiftDays } from '../../text/days.ts';
import { placeIn } from '../areas.ts';
import { incidentsAround } from '../changes/around.ts';
import { arrivalsIn, momentAt } from '../changes/arrivals.ts';
import type { Stretch } from '../changes/changes.ts';
import { mostKilled } from '../changes/tolls.ts';
import type { WatchWish } from '../digests.ts';
import type { IncidentView } from '../incidents/incident.ts';
import { readOnce } from '../read-once.ts';
import type { Services } from '../services.ts';

/** An incident of which something new came in. */
export interface Sighting {
  readonly view: IncidentView;
  /** The headline toll, or the highest where there is none; null: nobody gives a number. */
  readonly toll: number | null;
  /** Ids of all its reports. */
  readonly reports: readonly string[];
}

/** What happened longer ago is no alert, however new the report is. */
const DAYS = 7;

/** Incidents of the last days that fresh articles tell of. */
export const sightingsIn = ({ after, until }: Stretch, services: Services): readonly Sighting[] => {
  const once: Services = { ...services, store: readOnce(services.store) };
  const now = momentAt(until);
  const { fresh } = arrivalsIn(momentAt(after), now, once);
  const arrived = fresh
    .flatMap(article => once.store.reports({ asOf: now, article }))
    .filter(({ background }) => !background);
  if (arrived.length === 0) return [];
  const ids = new Set(arrived.map(({ id }) => id));
  const earliest = shiftDays(now.day, -DAYS);
  return incidentsAround(arrived, now, once)
    .filter(
      ({ incident: { period, reports } }) =>
        period !== null && period.value.to >= earliest && reports.some(({ id }) => ids.has(id)),
    )
    .map(view => ({
      view,
      toll: view.incident.fatalities?.best ?? mostKilled(view),
      reports: view.incident.reports.map(({ id }) => id),
    }));
};

/** Whether a watch is to hear of an incident at all. */
export const isWatched = (
  { view: { incident }, toll }: Sighting,
  { places, groups, minToll }: WatchWish,
  gazetteer: Pick<Gazetteer, 'members'>,
): boolean => {
  const isHere = (place: PlaceId | undefined): boolean =>
    place !== undefined && places.some(outer => placeIn(place, outer, gazetteer));
  return (
    (places.length === 0 || incident.reports.some(({ place }) => isHere(place?.value))) &&
    (groups.length === 0 || incident.actors.some(({ actor }) => groups.includes(actor))) &&
    (minToll === null || (toll !== null && toll >= minToll))
  );
};

/** Whether a toll that was told is another one by now, by as much as was asked for. */
export const hasMoved = (told: number | null, toll: number | null, { step }: WatchWish): boolean =>
  toll !== null && Math.abs(toll - (told ?? 0)) >= step;
