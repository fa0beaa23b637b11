import type { Figure, Operations, VictimClass } from '../core/figure.ts';
import { VICTIM_CLASSES } from '../core/figure.ts';
import { samePeriod } from '../core/period.ts';
import { narrowerWord } from './people.ts';
import { quantitiesAgree, rangeOf } from './quantity.ts';

/** A figure together with the day (or instant) its article was published; null when the article does not say. */
export interface Stated {
  readonly figure: Figure;
  readonly published: string | null;
}

export type ScopeField =
  | 'measure'
  | 'scope'
  | 'cause'
  | 'place'
  | 'period'
  | 'victims'
  | 'operations'
  | 'actor'
  | 'quantity';

export type Comparison =
  | { readonly kind: 'agree' }
  /** One body changed its own number: `newer` replaces `older`. */
  | { readonly kind: 'revision'; readonly older: Stated; readonly newer: Stated }
  | { readonly kind: 'disagree' }
  | { readonly kind: 'not-comparable'; readonly field: ScopeField };

/** "254 people" and "civilians, security forces and militants" both mean everyone who died. */
export const isEveryone = (victims: readonly VictimClass[]): boolean =>
  victims.length === 0 || VICTIM_CLASSES.every(each => victims.includes(each));

export const sameVictims = (a: readonly VictimClass[], b: readonly VictimClass[]): boolean =>
  (isEveryone(a) && isEveryone(b)) || (a.length === b.length && a.every(each => b.includes(each)));

const sameOperations = (a: Operations | null, b: Operations | null): boolean =>
  (a ?? 'both') === (b ?? 'both');

/**
 * "More than 2,500 killed in terrorist attacks" and "2,546 violence-related deaths" by one body: print is loose about
 * kinds of event, so where one side leaves them unsaid and the numbers agree, it is one statement told twice.
 */
const isToldTwice = (a: Figure, b: Figure): boolean =>
  (a.operations === null || b.operations === null) &&
  a.body !== null &&
  a.body.value === b.body?.value &&
  quantitiesAgree(a.quantity, b.quantity);

/**
 * The first field in which two figures count different things; null when they count the same.
 * @param oneHappening both are reports of one incident: place and period may then be told more or less exactly
 */
export const differingField = (a: Figure, b: Figure, oneHappening = false): ScopeField | null => {
  if (a.measure !== b.measure) return 'measure';
  if (a.security !== b.security) return 'cause';
  if (a.scope !== b.scope) return 'scope';
  if (!oneHappening) {
    if (a.place === null || b.place === null || a.place.value !== b.place.value) return 'place';
    if (a.period === null || b.period === null || !samePeriod(a.period.value, b.period.value))
      return 'period';
  }
  if (!sameVictims(a.victims, b.victims)) return 'victims';
  if (narrowerWord(a) !== narrowerWord(b) && !quantitiesAgree(a.quantity, b.quantity)) return 'victims';
  if (a.scope === 'aggregate' && !sameOperations(a.operations, b.operations) && !isToldTwice(a, b))
    return 'operations';
  if (a.actor !== b.actor) return 'actor';
  if (rangeOf(a.quantity) === null || rangeOf(b.quantity) === null) return 'quantity';
  return null;
};

/** Negative when a is the older statement; a superseded one is older than a current one of the same article. */
const age = (a: Stated, b: Stated): number => {
  if (a.published !== null && b.published !== null && a.published !== b.published)
    return a.published < b.published ? -1 : 1;
  const rank = (stated: Stated): number => (stated.figure.standing === 'superseded' ? 0 : 1);
  return rank(a) - rank(b);
};

/**
 * How two figures stand to each other. Numbers are compared only when everything they count is the same;
 * bounds are respected. A body that says something else later revises itself; two bodies disagree.
 * The order of the arguments changes nothing.
 */
export const compareFigures = (a: Stated, b: Stated, oneHappening = false): Comparison => {
  const field = differingField(a.figure, b.figure, oneHappening);
  if (field !== null) return { kind: 'not-comparable', field };
  if (quantitiesAgree(a.figure.quantity, b.figure.quantity)) return { kind: 'agree' };
  const body = a.figure.body?.value ?? null;
  const order = age(a, b);
  if (body !== null && body === (b.figure.body?.value ?? null) && order !== 0)
    return order < 0 ? { kind: 'revision', older: a, newer: b } : { kind: 'revision', older: b, newer: a };
  // Two bodies that do not say which events they count may both be right.
  return a.figure.scope === 'aggregate' && a.figure.operations === null && b.figure.operations === null
    ? { kind: 'not-comparable', field: 'operations' }
    : { kind: 'disagree' };
};
