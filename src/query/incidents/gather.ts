import type { Report } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import { periodsOverlap } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { AsOf } from '../../store/ports.ts';
import { placeIn } from '../areas.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Services } from '../services.ts';
import type { IncidentView } from './incident.ts';
import { type ReportView, type Told, viewOf } from './view.ts';

export interface Where {
  readonly asOf: AsOf;
  /** Incidents that share a day with it; null: those of any day, or of none. */
  readonly period: Period | null;
  /** Incidents of which a report is placed in it; null: those of any place, or of none. */
  readonly place: PlaceId | null;
}

/** Reports of one article as it is told at a moment; none when it does not exist then. */
export const viewsOf = (
  reports: readonly Report[],
  { store }: Pick<Services, 'store'>,
  asOf: AsOf,
): ReportView[] =>
  reports.flatMap(report => {
    const article = store.article(report.article, asOf);
    if (article === null) return [];
    const told = (): Told => ({
      article,
      figures: store.figures({ asOf, article: article.id }),
      sentences: store.sentences(article.id, asOf),
    });
    return [viewOf(report, article.published, told)];
  });

/** A place is asked about again and again; a ledger never changes. */
const known = new WeakMap<Ledger, Map<PlaceId, readonly IncidentView[]>>();

const placedIn = (
  ledger: Ledger,
  place: PlaceId,
  gazetteer: Services['gazetteer'],
): readonly IncidentView[] => {
  const places = known.get(ledger) ?? new Map<PlaceId, readonly IncidentView[]>();
  known.set(ledger, places);
  const found =
    places.get(place) ??
    ledger.incidents.filter(({ incident }) =>
      incident.reports.some(report => report.place !== null && placeIn(report.place.value, place, gazetteer)),
    );
  places.set(place, found);
  return found;
};

/** Incidents of a place and period, newest first. */
export const gatherIncidents = (
  { asOf, period, place }: Where,
  { ledgers, gazetteer }: Pick<Services, 'ledgers' | 'gazetteer'>,
): readonly IncidentView[] => {
  const ledger = ledgers.at(asOf);
  const placed = place === null ? ledger.incidents : placedIn(ledger, place, gazetteer);
  return period === null
    ? placed
    : placed.filter(
        ({ incident }) => incident.period !== null && periodsOverlap(incident.period.value, period),
      );
};
