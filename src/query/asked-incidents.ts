import type { Measure } from '../core/figure.ts';
import { MEASURES } from '../core/figure.ts';
import { foldWords } from '../core/fold.ts';
import type { Incident, IncidentType } from '../core/incident.ts';
import type { PlaceId } from '../core/place.ts';
import type { ToldKind } from '../store/ports/snapshot.ts';
import { isEveryone } from './compare.ts';
import { typesFit } from './incidents/fits.ts';
import { gatherIncidents } from './incidents/gather.ts';
import type { IncidentView } from './incidents/incident.ts';
import { narrowerWord } from './people.ts';
import { countsPeople } from './people-asked.ts';
import type { Plan } from './plan.ts';
import { onlyPeriod } from './plan.ts';
import { headNumber } from './quantity.ts';
import { isFromBody, victimsFit } from './scope.ts';
import type { Services } from './services.ts';
import type { Statement } from './statements.ts';
import { statementsOf, withMeasure } from './statements.ts';

export const kindOf = (services: Services) => (body: string) => services.bodies.byId(body)?.kind ?? null;

export const isMonitor =
  (services: Services) =>
  (body: string): boolean =>
    services.bodies.byId(body)?.kind === 'monitor';

/** Incidents within place and period; one whose reports differ in place counts where any of them puts it. */
export const incidentsIn = (
  plan: Plan,
  place: PlaceId | null,
  services: Services,
): readonly IncidentView[] => {
  const actors = plan.actors.map(({ id }) => id);
  return gatherIncidents(
    {
      asOf: plan.asOf,
      period: onlyPeriod(plan)?.period ?? null,
      place,
      ...(actors.length === 0 ? {} : { actors }),
    },
    services,
  );
};

/** Whether any of its reports tells of a kind of incident asked for. */
export const isOfType = ({ reports }: IncidentView['incident'], types: readonly IncidentType[]): boolean =>
  reports.some(report => types.some(type => typesFit(report.type, type)));

/** What of statements answers a question for certain people, a measure and a body. */
export const statementsAmong = <T extends ToldKind>(
  statements: readonly T[],
  plan: Plan,
  services: Services,
): T[] => {
  const all = withMeasure(statements, plan.measures).filter(each =>
    isFromBody(each.figure, plan, kindOf(services)),
  );
  if (plan.victims === null) return named(all, plan);
  const fits = all.map(each => ({
    each,
    fit: victimsFit(plan.victims, each.figure, each.role !== 'attackers'),
  }));
  const same = fits.filter(({ fit }) => fit === 'same');
  const chosen = same.length > 0 ? same : fits.filter(({ fit }) => fit !== null);
  return chosen.map(({ each }) => each);
};

/** Those of an incident. */
export const statementsFor = (view: IncidentView, plan: Plan, services: Services): Statement[] =>
  statementsAmong(statementsOf(view, isMonitor(services)), plan, services);

/** Whether one of the measures asked for is among the tolls of an incident, so that its articles need not be looked up. */
const hasToll = ({ reports }: Incident, measures: readonly Measure[]): boolean =>
  reports.some(
    ({ fatalities, attackersKilled, injuries, abductions }) =>
      (measures.includes('fatalities') && (fatalities ?? attackersKilled) !== null) ||
      (measures.includes('injuries') && injuries !== null) ||
      (measures.includes('abductions') && abductions !== null),
  );

/** Whether a question is about everybody, whoever counts them. */
const isOfAnybody = ({ victims, people, bodies }: Plan): boolean =>
  victims === null && people.length + bodies.length === 0;

/**
 * Whether an incident has a number for what is asked; what many incidents tell alike is looked at once.
 * @param isMeant narrows what their statements answer further
 */
export const tellsOf = (
  plan: Plan,
  services: Services,
  measures: readonly Measure[],
  isMeant: (figure: ToldKind['figure']) => boolean = () => true,
): ((view: IncidentView) => boolean) => {
  const ledger = services.ledgers.at(plan.asOf);
  const known = new Map<readonly ToldKind[], boolean>();
  const answers = (told: readonly ToldKind[]): boolean => {
    const found =
      known.get(told) ??
      statementsAmong(told, plan, services).some(each => each.current && isMeant(each.figure));
    known.set(told, found);
    return found;
  };
  return view => (isOfAnybody(plan) && hasToll(view.incident, measures)) || answers(ledger.told(view));
};

/** Whether a question narrows an incident's statements to certain people. */
export const isNarrowed = (view: IncidentView, plan: Plan, services: Services): boolean =>
  plan.victims !== null || countingNamed(services.ledgers.at(plan.asOf).told(view), plan).length > 0;

/** Statements that count the narrower people a question names, by a word we know or by one the article uses. */
const countingNamed = <T extends ToldKind>(statements: readonly T[], { people, rest }: Plan): T[] =>
  statements.filter(
    ({ figure }) =>
      countsPeople(figure, people) ||
      foldWords(narrowerWord(figure) ?? '').some(word =>
        rest.some(
          asked => word.length > 3 && asked.length > 3 && (word.startsWith(asked) || asked.startsWith(word)),
        ),
      ),
  );

/** "How many drivers": where a statement counts just those, the others are no answer. */
const named = <T extends ToldKind>(statements: readonly T[], plan: Plan): T[] => {
  const counted = countingNamed(statements, plan);
  return counted.length > 0 ? counted : [...statements];
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
