import type { Figure, Measure } from '../core/figure.ts';
import { daysIn, within } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';
import { placeIn } from './areas.ts';
import { incidentsIn, isOfType, kindOf, stated, statementsFor, tellsOf } from './asked-incidents.ts';
import type { IncidentView } from './incidents/incident.ts';
import { ofOperations } from './operations.ts';
import { widestInTime, withoutParts } from './parts.ts';
import { countsPeople } from './people-asked.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod } from './plan.ts';
import { isRevised } from './revised.ts';
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
  /** Whether its own body has since replaced a count; it stands in its section as history. */
  readonly isRevised: (figure: Figure) => boolean;
}

type FigureSection = Exclude<keyof CasualtyFigures, 'incidents' | 'isRevised'>;

const DEFAULT_MEASURES: readonly Measure[] = ['fatalities', 'injuries', 'casualties', 'incidents'];

export const measuresAsked = (plan: Plan): readonly Measure[] =>
  plan.measures.length > 0 ? plan.measures : DEFAULT_MEASURES;

const section = (figure: Figure, plan: Plan, place: PlaceId | null): FigureSection | null => {
  const fit = plan.people.length > 0 ? 'same' : victimsFit(plan.victims, figure);
  if (fit === null) return null;
  if (figure.actor !== null && plan.actors.length === 0) return 'byActor';
  const wholePlace = isWholePlace(figure, place);
  if (!isWholePeriod(figure, plan)) return wholePlace ? 'shorter' : 'narrower';
  if (!wholePlace) return 'byPlace';
  return fit === 'part' ? 'byVictims' : 'whole';
};

const counts = (
  figure: Pick<Figure, 'measure' | 'victimsDetail'>,
  measures: readonly Measure[],
  { people }: Plan,
): boolean => measures.includes(figure.measure) && (people.length === 0 || countsPeople(figure, people));

/** Its statements are read when they are shown. A class: an answer may have tens of thousands. */
class AskedIncident implements IncidentFigures {
  readonly incident: IncidentView;
  readonly #read: (incident: IncidentView) => readonly Statement[];
  #known: readonly Statement[] | null = null;

  constructor(incident: IncidentView, read: (incident: IncidentView) => readonly Statement[]) {
    this.incident = incident;
    this.#read = read;
  }

  get statements(): readonly Statement[] {
    this.#known ??= this.#read(this.incident);
    return this.#known;
  }
}

/** Sections come in the order of the ledger, widest first. */
export const findCasualties = (plan: Plan, place: PlaceId | null, services: Services): CasualtyFigures => {
  const measures = measuresAsked(plan);
  const period = onlyPeriod(plan)?.period ?? null;
  const actor = plan.actors[0]?.id;
  const ledger = services.ledgers.at(plan.asOf);
  const all = ledger.countsWhere({
    kind: kind =>
      kind.security === plan.security &&
      measures.includes(kind.measure) &&
      (actor === undefined || kind.actor === actor) &&
      kind.standing !== 'superseded' &&
      isFromBody(kind, plan, kindOf(services)) &&
      (plan.people.length === 0 || countsPeople(kind, plan.people)),
    period: period === null ? null : ({ value }) => within(value, period),
    place: place === null ? null : ({ value }) => placeIn(value, place, services.gazetteer),
  });
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
  const tells = tellsOf(plan, services, measures, figure => counts(figure, measures, plan));
  const statementsIn = (incident: IncidentView): readonly Statement[] =>
    statementsFor(incident, plan, services).filter(({ figure }) => counts(figure, measures, plan));
  const narrowed = preferSame(sections.whole, plan);
  return {
    whole: narrowed,
    byVictims: sections.byVictims,
    byPlace: sections.byPlace,
    byActor: sections.byActor,
    shorter: sections.shorter,
    narrower: sections.narrower,
    loose: sections.loose,
    isRevised: figure => isRevised(figure, ledger),
    incidents: views.filter(tells).map(incident => new AskedIncident(incident, statementsIn)),
  };
};

/** Where somebody counts soldiers, the class they belong to is no answer to a question for soldiers. */
const preferSame = (figures: readonly Figure[], plan: Plan): Figure[] => {
  const same = figures.filter(figure => victimsFit(plan.victims, figure) === 'same');
  return same.length > 0 ? same : [...figures];
};

/** Figures, or single incidents, that are stated as the answer; whoever wants more of them asks for a narrower scope. */
const MOST_STATED = 40;

/**
 * The figures that are the answer itself: the narrowest reading of what was asked that somebody has counted. What lies
 * inside a scope that has figures of its own is shown, but not stated as the answer.
 */
export const statedFigures = (found: CasualtyFigures, narrowed = false): Figure[] =>
  nearest(found, narrowed)
    .values()
    .filter(figure => !found.isRevised(figure))
    .take(MOST_STATED)
    .toArray();

const nearest = (found: CasualtyFigures, narrowed: boolean): Figure[] => {
  if (found.whole.length > 0) return [...found.whole];
  const parts = [...found.byVictims, ...found.byPlace, ...found.byActor];
  if (parts.length > 0) return parts;
  if (found.shorter.length > 0) return widestInTime(withoutParts(found.shorter));
  if (found.narrower.length > 0) return withoutParts(found.narrower);
  return [
    ...found.incidents
      .slice(0, MOST_STATED)
      .flatMap(({ statements }) => stated(statements, narrowed).map(each => each.figure)),
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
