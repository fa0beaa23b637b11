import type { Answer, Block } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { placeIn } from '../query/areas.ts';
import { isMonitor, isNarrowed, stated, statementsFor } from '../query/asked-incidents.ts';
import { audit } from '../query/audit/audits.ts';
import { findCasualties, hasAggregate } from '../query/casualties.ts';
import type { IncidentView } from '../query/incidents/incident.ts';
import { pickIncidents } from '../query/pick.ts';
import type { Plan } from '../query/plan.ts';
import type { Services } from '../query/services.ts';
import type { Statement } from '../query/statements.ts';
import { statementsOf } from '../query/statements.ts';
import { readingNotices, titled } from './asked.ts';
import { composeCasualties } from './casualties.ts';
import { checkNotice } from './check-notice.ts';
import { deedBlocks } from './deed.ts';
import type { Desk } from './draft.ts';
import { finish, openDesk } from './draft.ts';
import { incidentFacts } from './incident-facts.ts';
import { incidentItems, incidentTitle } from './incident-lines.ts';
import { incidentNotices } from './incident-notices.ts';
import { heading, listOf, statementLines } from './lines.ts';
import { numberNotices } from './number-notices.ts';
import { incidentOffer, whyOffer } from './offers.ts';
import { quotesOf } from './quotes.ts';
import { refusePlan } from './refuse.ts';
import { composeSearch } from './search.ts';
import { unmetNotices } from './type-notices.ts';
import { WORDS } from './words.ts';

/** Told in full; the rest is offered. */
const MOST_TOLD = 5;
const MOST_OTHERS = 6;

/** Statements of the people and measure asked about come first, then all others of the incident. */
const answerTo = (view: IncidentView, plan: Plan, desk: Desk): Statement[] =>
  stated(statementsFor(view, plan, desk.services), isNarrowed(view, plan, desk.services));

/** An incident with everything the reports say of it. */
export const incidentBlocks = (view: IncidentView, first: readonly Statement[], desk: Desk): Block[] => {
  const all = statementsOf(view, isMonitor(desk.services));
  const ids = new Set(first.map(each => each.figure.id));
  const rest = all.filter(each => each.current && !ids.has(each.figure.id));
  const past = all.filter(each => !each.current);
  return [
    heading(incidentTitle(view, desk)),
    ...listOf(statementLines(first, desk)),
    incidentFacts(view, all, desk),
    ...(rest.length === 0 ? [] : [heading(WORDS.reportsSay), ...listOf(statementLines(rest, desk))]),
    ...(past.length === 0 ? [] : [heading(WORDS.earlierTolls), ...listOf(statementLines(past, desk))]),
    ...incidentNotices(view, all, desk),
    ...sums(view, desk),
    ...quotesOf(view, first, desk),
  ];
};

/** Sums that one report's own breakdown allows to check. */
const sums = ({ views }: IncidentView, desk: Desk): Block[] =>
  views.flatMap(view => audit({ figures: view.figures, trends: [] }).map(check => checkNotice(check, desk)));

/** Incidents that are not told in full, a line each. */
const brief = (views: readonly IncidentView[], desk: Desk) =>
  incidentItems(
    views.map(view => ({
      view,
      statements: stated(statementsOf(view, isMonitor(desk.services))).slice(0, 2),
    })),
    desk,
  );

/** Incidents of several days are told one by one when a period was asked for, else the newest. */
const told = (meant: readonly IncidentView[], plan: Plan): number =>
  plan.periods.length > 0 || plan.together ? Math.min(meant.length, MOST_TOLD) : 1;

/** "Women killed in Bara": no report of it counts them, but a count over the days around it does. */
const countsApart = (meant: readonly IncidentView[], plan: Plan, services: Services): boolean =>
  plan.people.length > 0 &&
  plan.counting &&
  !meant.some(view => isNarrowed(view, plan, services)) &&
  plan.places.some(place => hasAggregate(findCasualties(plan, place, services)));

/**
 * What happened: date, place, site, type, who; what each report says; the range of the tolls; the sentences themselves.
 * Where no incident is known, the figures of the scope are the answer unless a command asked for incidents alone.
 */
export const composeIncident = (question: string, plan: Plan, services: Services): Answer => {
  const desk = openDesk(services, plan.asOf);
  const { meant, others } = pickIncidents(plan, services);
  if (meant.length === 0) {
    if (plan.forced) return refusePlan(question, plan, desk);
    return plan.rest.length > 0 && !plan.counting && plan.periods.length === 0
      ? composeSearch(question, plan, services)
      : composeCasualties(question, plan, services);
  }
  if (countsApart(meant, plan, services)) return composeCasualties(question, plan, services);
  const full = meant.slice(0, told(meant, plan));
  const answers = full.map(view => answerTo(view, plan, desk));
  const figures: Figure[] = answers.flatMap(each => each.map(({ figure }) => figure));
  if (plan.victims !== null && figures.length === 0) return refusePlan(question, plan, desk);
  const near = others.filter(
    ({ incident: { place } }) =>
      (plan.latest && plan.places.length === 0) ||
      (place !== null && plan.places.some(asked => placeIn(place.value, asked, services.gazetteer))),
  );
  const beside = [...meant.slice(full.length), ...near].slice(0, MOST_OTHERS);
  const blocks: Block[] = [
    ...readingNotices(plan, desk.speech),
    ...unmetNotices(full, plan),
    ...(plan.attribution ? full.flatMap(view => deedBlocks(view, desk)) : []),
    ...full.flatMap((view, i) => incidentBlocks(view, answers[i] ?? [], desk)),
    ...numberNotices(
      full.flatMap(view => statementsOf(view, isMonitor(services))),
      plan,
      desk,
    ),
    ...(beside.length === 0
      ? []
      : [
          heading(plan.places.length > 0 ? WORDS.otherIncidents : WORDS.otherIncidentsAnywhere),
          ...listOf(brief(beside, desk)),
        ]),
    {
      kind: 'offers',
      title: WORDS.nextTitle,
      items: [...beside.slice(0, 3).map(view => incidentOffer(view, desk)), whyOffer(question)],
    },
  ];
  return finish({ question, title: titled('Incident', plan, desk.speech), blocks, figures }, desk);
};
