import type { ActorId } from '../../core/actor.ts';
import type { Report } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import { periodsOverlap } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { AsOf } from '../../store/ports.ts';
import { placeIn } from '../areas.ts';
import type { Services } from '../services.ts';
import type { IncidentView } from './incident.ts';
import { type ReportView, type Told, viewOf } from './view.ts';

export interface Where {
  readonly asOf: AsOf;
  /** Incidents that share a day with it; null: those of any day, or of none. */
  readonly period: Period | null;
  /** Incidents of which a report is placed in it; null: those of any place, or of none. */
  readonly place: PlaceId | null;
  /** Incidents that one of these is said to be behind; absent: whoever is. */
  readonly actors?: readonly ActorId[];
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

/** Incidents of a place and period, newest first. */
export const gatherIncidents = (
  { asOf, period, place, actors }: Where,
  { ledgers, gazetteer }: Pick<Services, 'ledgers' | 'gazetteer'>,
): readonly IncidentView[] =>
  ledgers.at(asOf).incidentsWhere({
    period: period === null ? null : ({ value }) => periodsOverlap(value, period),
    place: place === null ? null : ({ value }) => placeIn(value, place, gazetteer),
    kind: actors === undefined ? null : kind => kind.actors.some(({ actor }) => actors.includes(actor)),
  });
