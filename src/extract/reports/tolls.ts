import type { Figure, Measure } from '../../core/figure.ts';
import type { IncidentType, Toll } from '../../core/incident.ts';

/** A figure with the statement it was printed in: counts of one statement may be added, of two never without reason. */
export interface Counted {
  readonly figure: Figure;
  /** Sentence and clause; the same for counts that one phrase lists. */
  readonly statement: string;
  readonly headline: boolean;
  /** "two more", "another five": on top of what was said. */
  readonly more: boolean;
  readonly hedged: boolean;
  /** An armed group says so, in its own favour. */
  readonly claim: boolean;
}

const lowOf = (figure: Figure): number | null => figure.quantity.low ?? figure.quantity.high;

const isMilitant = (figure: Figure): boolean =>
  figure.victims.length === 1 && figure.victims[0] === 'militants';

const key = (figure: Figure): string => `${figure.victims.join('+')}|${figure.victimsDetail ?? ''}`;

const addUp = (figures: readonly Figure[]): number | null => {
  const values = figures.map(lowOf).filter(value => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
};

/**
 * The headline toll among an incident's totals: the first statement of the body text (the headline only without one),
 * with what the same sentence adds for other victims and what later sentences add on top ("two more died");
 * a later "rose to 26" replaces it.
 */
const headline = (totals: readonly Counted[]): { best: number | null; used: readonly Figure[] } => {
  const body = totals.filter(one => !one.headline);
  const told = body.length > 0 ? body : totals;
  // "stabbed several people … seven were injured": a number says more than a vague word.
  const exact = told.filter(one => one.figure.quantity.bound !== 'vague');
  const source = exact.length > 0 ? exact : told;
  const [first] = source;
  if (first === undefined) return { best: null, used: [] };
  const used: Counted[] = [];
  const bySentence = new Map<number, Counted>();
  for (const one of source) {
    const same = bySentence.get(one.figure.sentence);
    if (used.length === 0) used.push(one);
    else if (
      one.figure.rules[0] === 'toll' &&
      one.figure.standing === 'current' &&
      lowOf(one.figure) !== lowOf(first.figure)
    ) {
      used.length = 0;
      bySentence.clear();
      used.push(one);
    } else if (
      same !== undefined &&
      (one.statement === same.statement || one.more || key(one.figure) !== key(same.figure)) &&
      !covers(used, one)
    )
      used.push(one);
    else if (one.more && one.figure.body?.value === first.figure.body?.value) used.push(one);
    else if (disjoint(used, one)) used.push(one);
    if (used.at(-1) === one && !bySentence.has(one.figure.sentence)) bySentence.set(one.figure.sentence, one);
  }
  const figures = used.map(one => one.figure);
  return { best: addUp(figures), used: figures };
};

/** Counts looked back at for one that holds another: more than any text has of one incident. */
const MOST_COVERING = 60;

/** "Two people were killed … a woman was killed": a count of people at large may hold the narrower ones. */
const covers = (used: readonly Counted[], one: Counted): boolean =>
  used
    .slice(-MOST_COVERING)
    .some(
      other =>
        other.figure.victims.length === 0 &&
        other.figure.quantity.bound !== 'vague' &&
        (lowOf(other.figure) ?? 0) > (lowOf(one.figure) ?? 0) &&
        other.statement !== one.statement &&
        !one.more,
    );

/** Another sentence on other victims ("Two soldiers were killed. … A civilian also died") adds, if both say who. */
const disjoint = (used: readonly Counted[], one: Counted): boolean =>
  one.figure.victims.length > 0 &&
  one.figure.victimsDetail !== null &&
  used.every(
    other =>
      other.figure.victims.length > 0 &&
      !other.figure.victims.some(side => one.figure.victims.includes(side)) &&
      other.figure.body?.value === one.figure.body?.value,
  );

/** "The driver escaped unhurt, but two guards were killed": a zero said of some is none of the incident's. */
const withoutZeros = (totals: readonly Counted[]): readonly Counted[] => {
  const counted = totals.filter(one => lowOf(one.figure) !== 0);
  return counted.some(one => lowOf(one.figure) !== null) ? counted : totals;
};

const tollOf = (all: readonly Counted[]): Toll | null => {
  const totals = withoutZeros(
    all.filter(one => one.figure.standing !== 'superseded' && one.figure.partOf === null),
  );
  // What the group itself claims is the toll only where nobody else counts.
  const sure = [
    totals.filter(one => !one.hedged && !one.claim),
    totals.filter(one => !one.claim),
    totals.filter(one => !one.hedged),
  ].find(some => some.length > 0);
  const { best, used } = headline(sure ?? totals);
  if (best === null) {
    const vague = totals.some(one => one.figure.quantity.bound === 'vague');
    return vague ? { low: null, best: null, high: null, figures: totals.map(one => one.figure.id) } : null;
  }
  const inToll = new Set(used);
  const reported = totals
    // "eight militants and two soldiers" add up to the toll: neither is a toll of its own.
    .filter(one => (inToll.has(one.figure) ? used.length === 1 : one.figure.victims.length === 0))
    .map(one => lowOf(one.figure))
    .filter(value => value !== null);
  const open = used.some(figure => figure.quantity.high === null);
  return {
    low: Math.min(best, ...reported),
    best,
    high: open && best >= Math.max(best, ...reported) ? null : Math.max(best, ...reported),
    figures: totals.map(one => one.figure.id),
  };
};

export interface Tolls {
  readonly fatalities: Toll | null;
  readonly attackersKilled: Toll | null;
  readonly injuries: Toll | null;
  readonly abductions: Toll | null;
}

const of = (all: readonly Counted[], measure: Measure): Counted[] =>
  all.filter(one => one.figure.measure === measure);

/**
 * Tolls of one incident in one article. Militants killed in their own attack stand apart; in an operation against
 * militants they are its fatalities. A total is cleared of attackers that a part of it names ("nine people, five of them assailants").
 */
export const tollsOf = (told: readonly Counted[], kind: IncidentType): Tolls => {
  // "The driver escaped unhurt, but two guards were killed": of the others' wounds nothing is said.
  const harmed = told.some(one => (lowOf(one.figure) ?? 0) > 0);
  const all = harmed ? told.filter(one => one.figure.rules[0] !== 'unhurt') : told;
  const dead = of(all, 'fatalities');
  // Militants hit from the air are whom it was meant for, as in an operation.
  const operation = kind === 'operation' || kind === 'air-strike';
  const attackers = operation ? [] : dead.filter(one => isMilitant(one.figure));
  const others = operation ? dead : dead.filter(one => !isMilitant(one.figure));

  const named = attackers.filter(one => one.figure.partOf !== null);
  const apart = tollOf(attackers.filter(one => one.figure.partOf === null));
  // "killing of eight terrorists … jets killed eight": the second says no more than the first.
  const again = (one: Counted) =>
    one.figure.victims.length === 0 &&
    one.figure.victimsDetail === null &&
    apart?.best != null &&
    lowOf(one.figure) === apart.best &&
    attackers.every(other => other.figure.sentence !== one.figure.sentence);
  const fatalities = tollOf(others.filter(one => !again(one)));
  const partDead = named.reduce((sum, one) => sum + (lowOf(one.figure) ?? 0), 0);
  const counted = fatalities?.best ?? null;
  const within = partDead > 0 && counted !== null && partDead <= counted && apart === null;
  return {
    fatalities:
      within && fatalities !== null
        ? { ...fatalities, low: Math.max(0, (fatalities.low ?? 0) - partDead), best: counted - partDead }
        : fatalities,
    attackersKilled: within
      ? { low: partDead, best: partDead, high: partDead, figures: named.map(one => one.figure.id) }
      : apart,
    injuries: tollOf(injured(of(all, 'injuries'))),
    abductions: tollOf(of(all, 'abductions')),
  };
};

/** Hurt attackers count only where one sentence names them beside others: that is how it counts its injured. */
const injured = (all: readonly Counted[]): Counted[] => {
  const others = all.filter(one => !isMilitant(one.figure));
  const none = others.every(one => lowOf(one.figure) === 0);
  if (others.length === 0 || none) return all.filter(one => !one.hedged);
  return all.filter(
    one =>
      !isMilitant(one.figure) ||
      others.some(
        other =>
          other.figure.sentence === one.figure.sentence &&
          (other.statement === one.statement || one.figure.rules[0] === 'besides'),
      ),
  );
};
