import type { Figure } from '../core/figure.ts';
import type { Period } from '../core/period.ts';
import { periodsOverlap } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import { placeIn } from './areas.ts';
import { incidentsIn } from './asked-incidents.ts';
import type { IncidentView } from './incidents/incident.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod, onlyPlace } from './plan.ts';
import type { Services } from './services.ts';
import { widestFirst } from './widest-first.ts';

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

/** How far a figure is from what was asked: one point for each part of the question it does not meet. */
const distance = (figure: Figure, plan: Plan, place: PlaceId | null, { gazetteer }: Services): number => {
  const asked = onlyPeriod(plan);
  const at = figure.place?.value;
  let points = 0;
  if (asked !== null && (figure.period === null || !periodsOverlap(figure.period.value, asked.period)))
    points += 4 + Math.min(3, yearsApart(figure.period?.value ?? asked.period, asked.period));
  if (place !== null && (at === undefined || !placeIn(at, place, gazetteer)))
    points += at !== undefined && placeWithin(place, at) ? 2 : 5;
  if (plan.bodies.length > 0 && !plan.bodies.some(body => body.id === figure.body?.value)) points += 2;
  if (plan.measures.length > 0 && !plan.measures.includes(figure.measure)) points += 2;
  if (figure.victims.length > 0 && plan.victims === null) points += 1;
  if (figure.partOf !== null) points += 1;
  if (figure.actor !== null) points += 1;
  return points;
};

const scopeKey = (figure: Figure): string =>
  `${figure.period?.value.from}|${figure.period?.value.to}|${figure.place?.value}|${figure.body?.value}`;

/** The years a period lies in: what happened in another year is not near. */
const asYear = ({ from, to }: Period): Period => ({
  from: `${from.slice(0, 4)}-01-01`,
  to: `${to.slice(0, 4)}-12-31`,
});

/** Figures of other scopes and incidents of other days, each scope once. */
export const nearestScopes = (plan: Plan, services: Services): NearestScopes => {
  const place = onlyPlace(plan);
  const seen = new Set<string>();
  const ranked = services.ledgers
    .at(plan.asOf)
    .counts.filter(
      ({ scope, security, standing, period }) =>
        scope === 'aggregate' && security && standing !== 'superseded' && period !== null,
    )
    .map(figure => ({ figure, points: distance(figure, plan, place, services) }))
    .sort((a, b) => a.points - b.points || widestFirst(a.figure, b.figure));
  const near = ranked.filter(({ points }) => points < TOO_FAR);
  const figures = (near.length > 0 ? near : ranked.slice(0, 2))
    .map(({ figure }) => figure)
    .filter(figure => {
      const fresh = !seen.has(scopeKey(figure));
      seen.add(scopeKey(figure));
      return fresh;
    })
    .slice(0, MOST);
  const asked = onlyPeriod(plan)?.period;
  const wide = place === null ? [] : incidentsIn({ ...plan, periods: [] }, place, services);
  const recent = wide.filter(
    ({ incident }) =>
      asked === undefined ||
      (incident.period !== null && periodsOverlap(incident.period.value, asYear(asked))),
  );
  return { figures, incidents: recent.slice(0, MOST) };
};
