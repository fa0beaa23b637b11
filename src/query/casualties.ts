import type { Figure, Measure } from '../core/figure.ts';
import { MEASURES } from '../core/figure.ts';
import type { Incident } from '../core/incident.ts';
import { daysIn, periodsOverlap, within } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import { placeIn } from './areas.ts';
import { incidentsIn, isOfType, kindOf, stated, statementsFor } from './asked-incidents.ts';
import { isEveryone, sameVictims } from './compare.ts';
import type { IncidentView } from './incidents/incident.ts';
import { ofOperations } from './operations.ts';
import { countsPeople } from './people-asked.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod } from './plan.ts';
import { headNumber } from './quantity.ts';
import { revisedCounts } from './revised.ts';
import { isFromBody, isWholePeriod, isWholePlace, victimsFit } from './scope.ts';
import type { Services } from './services.ts';
import type { Statement } from './statements.ts';
import { countsKind } from './typed.ts';

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
  /** Ids of counts that their own body has since replaced; they stand in their sections as history. */
  readonly revised: ReadonlySet<string>;
}

type FigureSection = Exclude<keyof CasualtyFigures, 'incidents' | 'revised'>;

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

const section = (figure: Figure, plan: Plan, place: PlaceId | null): FigureSection | null => {
  const fit = plan.people.length > 0 ? 'same' : victimsFit(plan.victims, figure);
  if (fit === null) return null;
  if (figure.actor !== null && plan.actors.length === 0) return 'byActor';
  const wholePlace = isWholePlace(figure, place);
  if (!isWholePeriod(figure, plan)) return wholePlace ? 'shorter' : 'narrower';
  if (!wholePlace) return 'byPlace';
  return fit === 'part' ? 'byVictims' : 'whole';
};

/** Whether one of the measures asked for is among the tolls of an incident, so that its articles need not be looked up. */
const hasToll = (
  { fatalities, attackersKilled, injuries, abductions }: Incident,
  measures: readonly Measure[],
): boolean =>
  (measures.includes('fatalities') && (fatalities ?? attackersKilled) !== null) ||
  (measures.includes('injuries') && injuries !== null) ||
  (measures.includes('abductions') && abductions !== null);

/** What of an incident answers the question; null when nothing does. Statements are read when they are shown. */
const figuresOf = (incident: IncidentView, plan: Plan, services: Services): IncidentFigures | null => {
  const measures = measuresAsked(plan);
  let known: readonly Statement[] | null = null;
  const statements = (): readonly Statement[] => {
    known ??= statementsFor(incident, plan, services).filter(
      each =>
        measures.includes(each.figure.measure) &&
        (plan.people.length === 0 || countsPeople(each.figure, plan.people)),
    );
    return known;
  };
  const ofAnybody = plan.victims === null && plan.people.length + plan.bodies.length === 0;
  const answers =
    (ofAnybody && hasToll(incident.incident, measures)) || statements().some(each => each.current);
  return answers
    ? {
        incident,
        get statements() {
          return statements();
        },
      }
    : null;
};

export const findCasualties = (plan: Plan, place: PlaceId | null, services: Services): CasualtyFigures => {
  const measures = measuresAsked(plan);
  const period = onlyPeriod(plan)?.period ?? null;
  const actor = plan.actors[0]?.id;
  const all = services.ledgers
    .at(plan.asOf)
    .counts.filter(
      figure =>
        figure.security === plan.security &&
        measures.includes(figure.measure) &&
        (period === null || (figure.period !== null && within(figure.period.value, period))) &&
        (place === null ||
          (figure.place !== null && placeIn(figure.place.value, place, services.gazetteer))) &&
        (actor === undefined || figure.actor === actor) &&
        figure.standing !== 'superseded' &&
        isFromBody(figure, plan, kindOf(services)) &&
        (plan.people.length === 0 || countsPeople(figure, plan.people)),
    );
  // Few count suicide bombings apart over a period: else only incidents of the kind asked for answer.
  const typed = plan.types.length > 0 && plan.operations === null;
  const figures = ofOperations(
    typed ? all.filter(each => each.scope === 'incident' || countsKind(each, plan, services)) : all,
    plan.operations,
  );
  const sections: Record<FigureSection, Figure[]> = {
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
    if (name !== null) sections[name].push(figure);
  }
  const views = incidentsIn(plan, place, services).filter(
    ({ incident }) =>
      plan.security &&
      (period === null || (incident.period !== null && within(incident.period.value, period))) &&
      (!typed || isOfType(incident, plan.types)),
  );
  sections.loose = figures.filter(
    figure => figure.scope === 'incident' && !typed && victimsFit(plan.victims, figure, true) !== null,
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
    revised: revisedCounts(figures, plan, services),
    incidents: views.flatMap(incident => figuresOf(incident, plan, services) ?? []),
  };
};

/** Where somebody counts soldiers, the class they belong to is no answer to a question for soldiers. */
const preferSame = (figures: readonly Figure[], plan: Plan): Figure[] => {
  const same = figures.filter(figure => victimsFit(plan.victims, figure) === 'same');
  return same.length > 0 ? same : [...figures];
};

/** One body's number for the same people, told for two stretches of time that overlap: "55 in 1 to 20", "55 in 1 to 22 November". */
const isToldAgain = (a: Figure, b: Figure): boolean =>
  a.body !== null &&
  a.body.value === b.body?.value &&
  a.measure === b.measure &&
  a.place?.value === b.place?.value &&
  sameVictims(a.victims, b.victims) &&
  headNumber(a.quantity) === headNumber(b.quantity) &&
  a.period !== null &&
  b.period !== null &&
  periodsOverlap(a.period.value, b.period.value);

/**
 * Without the classes of victims that a body counts in the same breath as everyone; one that is shown for one stretch of
 * time is shown for the other too, so that nobody takes the number for that stretch alone.
 */
export const withoutParts = (figures: readonly Figure[]): Figure[] => {
  const left = figures.filter(
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
  return figures.filter(figure => left.includes(figure) || left.some(other => isToldAgain(other, figure)));
};

/** Without the months of a body whose longer count holds them. */
const widestInTime = (figures: readonly Figure[]): Figure[] =>
  figures.filter(
    figure =>
      !figures.some(
        other =>
          other.body?.value === figure.body?.value &&
          other.measure === figure.measure &&
          other.place?.value === figure.place?.value &&
          sameVictims(other.victims, figure.victims) &&
          days(other) > days(figure) &&
          figure.period !== null &&
          other.period !== null &&
          within(figure.period.value, other.period.value),
      ),
  );

/**
 * The figures that are the answer itself: the narrowest reading of what was asked that somebody has counted. What lies
 * inside a scope that has figures of its own is shown, but not stated as the answer.
 */
export const statedFigures = (found: CasualtyFigures, narrowed = false): Figure[] =>
  nearest(found, narrowed).filter(figure => !found.revised.has(figure.id));

const nearest = (found: CasualtyFigures, narrowed: boolean): Figure[] => {
  if (found.whole.length > 0) return [...found.whole];
  const parts = [...found.byVictims, ...found.byPlace, ...found.byActor];
  if (parts.length > 0) return parts;
  if (found.shorter.length > 0) return widestInTime(withoutParts(found.shorter));
  if (found.narrower.length > 0) return withoutParts(found.narrower);
  return [
    ...found.incidents.flatMap(({ statements }) => stated(statements, narrowed).map(each => each.figure)),
    ...found.loose,
  ];
};

/** A quarter has ninety days, or a few more. */
const DAYS_OF_A_SEASON = 85;

/** Provinces and countries over months: single incidents are no answer to a question for their total. */
export const needsAggregate = (plan: Plan, place: PlaceId | null): boolean => {
  const asked = onlyPeriod(plan);
  if (asked === null || daysIn(asked.period) < 28) return false;
  const province = place === null || place.split('/').length <= 2;
  return province && (plan.total || (plan.counting && daysIn(asked.period) > DAYS_OF_A_SEASON));
};

/** Whether somebody has counted the whole place, if only over shorter periods; or, where no total is asked, a class of victims. */
export const answersTotal = (found: CasualtyFigures, plan: Plan): boolean =>
  found.whole.length + found.shorter.length > 0 || (!plan.total && found.byVictims.length > 0);

export const hasAggregate = (found: CasualtyFigures): boolean =>
  found.whole.length + found.byVictims.length + found.byPlace.length + found.shorter.length > 0;

export const isEmpty = (found: CasualtyFigures): boolean =>
  !hasAggregate(found) &&
  found.byActor.length + found.narrower.length + found.incidents.length + found.loose.length === 0;
