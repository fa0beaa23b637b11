import type { Figure, Measure } from '../core/figure.ts';
import { MEASURES } from '../core/figure.ts';
import { foldWords } from '../core/fold.ts';
import { daysIn, within } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import { isEveryone } from './compare.ts';
import { gatherIncidents } from './incidents/gather.ts';
import type { IncidentView } from './incidents/merge.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod } from './plan.ts';
import { headNumber } from './quantity.ts';
import { isFromBody, isWholePeriod, isWholePlace, victimsFit } from './scope.ts';
import type { Services } from './services.ts';
import type { Statement } from './statements.ts';
import { statementsOf, withMeasure } from './statements.ts';

/** An incident within the question's scope, with what of it the question is about. */
export interface IncidentFigures {
  readonly incident: IncidentView;
  readonly statements: readonly Statement[];
}

/** What the corpus holds within a question's scope, widest first. No figure stands in two sections. */
export interface CasualtyFigures {
  /** The place, the period and the people asked about, whole. */
  readonly whole: readonly Figure[];
  readonly byVictims: readonly Figure[];
  readonly byPlace: readonly Figure[];
  readonly byActor: readonly Figure[];
  /** The whole place, over shorter periods inside. */
  readonly shorter: readonly Figure[];
  /** Narrower in place and in period. */
  readonly narrower: readonly Figure[];
  readonly incidents: readonly IncidentFigures[];
  /** Of single incidents that no report tells of. */
  readonly loose: readonly Figure[];
}

const DEFAULT_MEASURES: readonly Measure[] = ['fatalities', 'injuries', 'casualties', 'incidents'];

export const measuresAsked = (plan: Plan): readonly Measure[] =>
  plan.measures.length > 0 ? plan.measures : DEFAULT_MEASURES;

const days = (figure: Figure): number => (figure.period === null ? 0 : daysIn(figure.period.value));

/** What names no place comes last. */
const depth = (figure: Figure): number => figure.place?.value.split('/').length ?? Number.MAX_SAFE_INTEGER;

/** Longest period first, then the newest, the widest place, the measures in their order, the largest number. */
export const widestFirst = (a: Figure, b: Figure): number =>
  days(b) - days(a) ||
  compareText(b.period?.value.to ?? '', a.period?.value.to ?? '') ||
  depth(a) - depth(b) ||
  MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) ||
  (headNumber(b.quantity) ?? 0) - (headNumber(a.quantity) ?? 0) ||
  compareText(a.body?.value ?? '', b.body?.value ?? '') ||
  compareText(a.id, b.id);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const section = (figure: Figure, plan: Plan, place: PlaceId | null): keyof CasualtyFigures | null => {
  const fit = victimsFit(plan.victims, figure);
  if (fit === null) return null;
  if (figure.actor !== null && plan.actors.length === 0) return 'byActor';
  const wholePlace = isWholePlace(figure, place);
  if (!isWholePeriod(figure, plan)) return wholePlace ? 'shorter' : 'narrower';
  if (!wholePlace) return 'byPlace';
  return fit === 'part' ? 'byVictims' : 'whole';
};

const kindOf = (services: Services) => (body: string) => services.bodies.byId(body)?.kind ?? null;

export const isMonitor =
  (services: Services) =>
  (body: string): boolean =>
    services.bodies.byId(body)?.kind === 'monitor';

/** Incidents within place and period; one whose reports differ in place counts where any of them puts it. */
export const incidentsIn = (plan: Plan, place: PlaceId | null, services: Services): IncidentView[] => {
  const period = onlyPeriod(plan)?.period ?? null;
  return gatherIncidents({ asOf: plan.asOf, period, place }, services).filter(
    ({ incident }) =>
      (place === null ||
        incident.reports.some(report => report.place !== null && placeWithin(report.place.value, place))) &&
      (plan.actors.length === 0 ||
        incident.actors.some(({ actor }) => plan.actors.some(asked => asked.id === actor))),
  );
};

/** What of an incident's statements answers a question for certain people, a measure and a body. */
export const statementsFor = (view: IncidentView, plan: Plan, services: Services): Statement[] => {
  const all = withMeasure(statementsOf(view, isMonitor(services)), plan.measures).filter(each =>
    isFromBody(each.figure, plan, kindOf(services)),
  );
  const fits = all.map(each => ({
    each,
    fit: victimsFit(plan.victims, each.figure, each.role !== 'attackers'),
  }));
  if (plan.victims === null) return named(all, plan.rest);
  const same = fits.filter(({ fit }) => fit === 'same');
  const chosen = same.length > 0 ? same : fits.filter(({ fit }) => fit !== null);
  return chosen.map(({ each }) => each);
};

/** Whether a question narrows an incident's statements to certain people. */
export const isNarrowed = (view: IncidentView, plan: Plan, services: Services): boolean =>
  plan.victims !== null || countingNamed(statementsOf(view, isMonitor(services)), plan.rest).length > 0;

const countingNamed = (statements: readonly Statement[], rest: readonly string[]): Statement[] =>
  statements.filter(({ figure }) =>
    foldWords(figure.victimsDetail ?? '').some(word =>
      rest.some(
        asked => word.length > 3 && asked.length > 3 && (word.startsWith(asked) || asked.startsWith(word)),
      ),
    ),
  );

/** "How many drivers": where a statement counts just those, the others are no answer. */
const named = (statements: readonly Statement[], rest: readonly string[]): Statement[] => {
  const counted = countingNamed(statements, rest);
  return counted.length > 0 ? counted : [...statements];
};

export const findCasualties = (plan: Plan, place: PlaceId | null, services: Services): CasualtyFigures => {
  const measures = measuresAsked(plan);
  const period = onlyPeriod(plan)?.period ?? null;
  const actor = plan.actors[0]?.id;
  const figures = services.store
    .figures({
      asOf: plan.asOf,
      ...(period === null ? {} : { within: period }),
      ...(place === null ? {} : { place }),
      ...(actor === undefined ? {} : { actor }),
      measures,
    })
    .filter(figure => figure.standing !== 'superseded' && isFromBody(figure, plan, kindOf(services)));
  const sections: Record<Exclude<keyof CasualtyFigures, 'incidents'>, Figure[]> = {
    whole: [],
    byVictims: [],
    byPlace: [],
    byActor: [],
    shorter: [],
    narrower: [],
    loose: [],
  };
  for (const figure of figures.filter(each => each.scope === 'aggregate')) {
    const name = section(figure, plan, place);
    if (name !== null && name !== 'incidents') sections[name].push(figure);
  }
  const views = incidentsIn(plan, place, services).filter(
    ({ incident }) => period === null || (incident.period !== null && within(incident.period.value, period)),
  );
  const told = new Set(
    views.flatMap(view => view.views.flatMap(each => each.figures.map(figure => figure.id))),
  );
  sections.loose = figures.filter(
    figure =>
      figure.scope === 'incident' && !told.has(figure.id) && victimsFit(plan.victims, figure, true) !== null,
  );
  const narrowed = preferSame(sections.whole, plan);
  return {
    whole: narrowed.sort(widestFirst),
    byVictims: sections.byVictims.sort(widestFirst),
    byPlace: sections.byPlace.sort(widestFirst),
    byActor: sections.byActor.sort(widestFirst),
    shorter: sections.shorter.sort(widestFirst),
    narrower: sections.narrower.sort(widestFirst),
    loose: sections.loose.sort(widestFirst),
    incidents: views.flatMap(incident => {
      const statements = statementsFor(incident, plan, services).filter(each =>
        measures.includes(each.figure.measure),
      );
      return statements.some(each => each.current) ? { incident, statements } : [];
    }),
  };
};

/** Where somebody counts soldiers, the class they belong to is no answer to a question for soldiers. */
const preferSame = (figures: readonly Figure[], plan: Plan): Figure[] => {
  const same = figures.filter(figure => victimsFit(plan.victims, figure) === 'same');
  return same.length > 0 ? same : [...figures];
};

/** Without the classes of victims that a body counts in the same breath as everyone. */
export const withoutParts = (figures: readonly Figure[]): Figure[] =>
  figures.filter(
    figure =>
      isEveryone(figure.victims) ||
      !figures.some(
        other =>
          other.article === figure.article &&
          other.measure === figure.measure &&
          other.place?.value === figure.place?.value &&
          other.period?.value.from === figure.period?.value.from &&
          other.period?.value.to === figure.period?.value.to &&
          isEveryone(other.victims),
      ),
  );

/**
 * The figures that are the answer itself: the narrowest reading of what was asked that somebody has counted. What lies
 * inside a scope that has figures of its own is shown, but not stated as the answer.
 */
export const statedFigures = (found: CasualtyFigures, narrowed = false): Figure[] => {
  if (found.whole.length > 0) return [...found.whole];
  const parts = [...found.byVictims, ...found.byPlace, ...found.byActor];
  if (parts.length > 0) return parts;
  if (found.shorter.length > 0) return withoutParts(found.shorter);
  if (found.narrower.length > 0) return withoutParts(found.narrower);
  return [
    ...found.incidents.flatMap(({ statements }) => stated(statements, narrowed).map(each => each.figure)),
    ...found.loose,
  ];
};

const onlyMilitants = ({ figure }: Statement): boolean =>
  figure.victims.length === 1 && figure.victims[0] === 'militants';

/** The largest number that somebody gives for everyone; a count of some that is larger is no part of it. */
const everyone = (current: readonly Statement[], measure: Measure): number =>
  Math.max(
    -1,
    ...current
      .filter(
        each =>
          each.role === 'headline' && each.figure.measure === measure && isEveryone(each.figure.victims),
      )
      .map(each => headNumber(each.figure.quantity) ?? 0),
  );

/** How much a statement is the toll itself: of everyone, of one side, of several incidents together, of the attackers, a part. */
const rank = (statement: Statement, current: readonly Statement[]): number => {
  const { figure, role } = statement;
  if (role === 'headline') {
    if (isEveryone(figure.victims)) return 0;
    if (onlyMilitants(statement)) return 3;
    const number = headNumber(figure.quantity) ?? 0;
    const most = everyone(current, figure.measure);
    return most < 0 || (number <= most && number > 0) ? 1 : 0;
  }
  return role === 'shared' ? 2 : role === 'attackers' ? 3 : 4;
};

/**
 * Of each measure the current statements that come nearest to its toll; parts only where nobody gives one.
 * @param narrowed the statements are those of certain people already: then parts are as good as tolls
 */
export const stated = (statements: readonly Statement[], narrowed = false): Statement[] => {
  const current = statements.filter(each => each.current);
  if (narrowed) {
    const own = current.filter(each => each.role !== 'shared');
    return own.length > 0 ? own : current;
  }
  const best = new Map<Measure, number>();
  for (const each of current)
    best.set(
      each.figure.measure,
      Math.min(rank(each, current), best.get(each.figure.measure) ?? Number.MAX_SAFE_INTEGER),
    );
  return MEASURES.flatMap(measure =>
    current.filter(each => each.figure.measure === measure && rank(each, current) === best.get(measure)),
  );
};

/** Provinces and countries over months: single incidents are no answer to a question for their total. */
export const needsAggregate = (plan: Plan, place: PlaceId | null): boolean => {
  const asked = onlyPeriod(plan);
  if (asked === null || daysIn(asked.period) < 28) return false;
  const wide = place === null || !place.includes('/');
  const province = place === null || place.split('/').length <= 2;
  return (plan.total && province) || (plan.counting && wide && daysIn(asked.period) > 85);
};

export const hasAggregate = (found: CasualtyFigures): boolean =>
  found.whole.length + found.byVictims.length + found.byPlace.length + found.shorter.length > 0;

export const isEmpty = (found: CasualtyFigures): boolean =>
  !hasAggregate(found) &&
  found.byActor.length + found.narrower.length + found.incidents.length + found.loose.length === 0;
