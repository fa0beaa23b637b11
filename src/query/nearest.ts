import type { Figure } from '../core/figure.ts';
import type { Period } from '../core/period.ts';
import { periodsOverlap } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import { placeIn } from './areas.ts';
import { incidentsIn } from './asked-incidents.ts';
import type { IncidentView } from './incidents/incident.ts';
import type { CountPoints } from './ledger/ledger.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod, onlyPlace } from './plan.ts';
import type { Services } from './services.ts';

/** What the corpus does hold near a question that it cannot answer, nearest first. */
export interface NearestScopes {
  readonly figures: readonly Figure[];
  readonly incidents: readonly IncidentView[];
}

const MOST = 4;
/** From this distance on a scope is offered only where nothing nearer is held. */
const TOO_FAR = 7;

const yearsApart = (a: Period, b: Period): number =>
  Math.abs(Number(a.to.slice(0, 4)) - Number(b.to.slice(0, 4)));

/** How far counts are from what was asked: one point for each part of the question they do not meet. */
const distances = (plan: Plan, place: PlaceId | null, { gazetteer }: Services): CountPoints => {
  const asked = onlyPeriod(plan);
  return {
    kind: ({ scope, security, standing, measure, body, victims, actor, isPart }) =>
      scope === 'aggregate' && security && standing !== 'superseded'
        ? (plan.bodies.length > 0 && !plan.bodies.some(each => each.id === body?.value) ? 2 : 0) +
          (plan.measures.length > 0 && !plan.measures.includes(measure) ? 2 : 0) +
          (victims.length > 0 && plan.victims === null ? 1 : 0) +
          (isPart ? 1 : 0) +
          (actor === null ? 0 : 1)
        : null,
    period: period =>
      period === null
        ? null
        : asked === null || periodsOverlap(period.value, asked.period)
          ? 0
          : 4 + Math.min(3, yearsApart(period.value, asked.period)),
    place: at =>
      place === null || (at !== null && placeIn(at.value, place, gazetteer))
        ? 0
        : at !== null && placeWithin(place, at.value)
          ? 2
          : 5,
  };
};

const scopeKey = (figure: Figure): string =>
  `${figure.period?.value.from}|${figure.period?.value.to}|${figure.place?.value}|${figure.body?.value}`;

/** The years a period lies in: what happened in another year is not near. */
const asYear = ({ from, to }: Period): Period => ({
  from: `${from.slice(0, 4)}-01-01`,
  to: `${to.slice(0, 4)}-12-31`,
});

/** The nearest counts, each scope once. */
const nearestCounts = (plan: Plan, place: PlaceId | null, services: Services): Figure[] => {
  const groups = services.ledgers.at(plan.asOf).countsByPoints(distances(plan, place, services));
  const near = groups.filter(([points]) => points < TOO_FAR).flatMap(([, figures]) => figures);
  const seen = new Set<string>();
  return (near.length > 0 ? near : groups.flatMap(([, figures]) => figures.slice(0, 2)).slice(0, 2))
    .values()
    .filter(figure => !seen.has(scopeKey(figure)) && seen.add(scopeKey(figure)))
    .take(MOST)
    .toArray();
};

/** Figures of other scopes and incidents of other days, each scope once. */
export const nearestScopes = (plan: Plan, services: Services): NearestScopes => {
  const place = onlyPlace(plan);
  const figures = nearestCounts(plan, place, services);
  const asked = onlyPeriod(plan)?.period;
  const wide = place === null ? [] : incidentsIn({ ...plan, periods: [] }, place, services);
  const recent = wide.filter(
    ({ incident }) =>
      asked === undefined ||
      (incident.period !== null && periodsOverlap(incident.period.value, asYear(asked))),
  );
  return { figures, incidents: recent.slice(0, MOST) };
};
