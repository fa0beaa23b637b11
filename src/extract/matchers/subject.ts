import { type Measure, type Quantity, VICTIM_CLASSES } from '../../core/figure.ts';
import type { People } from '../units/group.ts';
import type { Unit } from '../units/unit.ts';

import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';

/** What may stand between people and their verb: names of places and times, relative clauses, prepositions with their people. */
export const GAP = '(?:[xpfDLBGtow"()–,q#cbvEFOsu/SVg]|[pf]t?[QTNP]|,Ng|g[PLxQTqU&,]{1,6}){0,18}?';

/** Words that make people the speaker and not the victim: "a mediator said, …". */
const SAYS = new Set([
  'said',
  'says',
  'told',
  'added',
  'stated',
  'confirmed',
  'reported',
  'announced',
  'claimed',
  'explained',
  'noted',
  'believes',
  'described',
  'warned',
  'recalled',
  'wrote',
  'named',
  'insisted',
]);

const BE = new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be', 'got', 'gets', 'get']);

export const wordsAt = (shape: Shape, unit: Unit | undefined): string =>
  unit === undefined ? '' : shape.line.folded.slice(unit.from, unit.to).join(' ');

/** The words of several units, marks among them. */
export const wordsBetween = (shape: Shape, from: number, to: number): string =>
  shape.units
    .slice(Math.max(0, from), to)
    .map(unit => wordsAt(shape, unit))
    .join(' ');

/** Whether the units hold a form of "to be": "have killed" has none, "have been killed" has. */
export const hasBe = (shape: Shape, from: number, to: number): boolean =>
  shape.units.slice(from, to).some(unit =>
    wordsAt(shape, unit)
      .split(' ')
      .some(word => BE.has(word)),
  );

/** "was" and "is" speak of one, "were" and "are" of several; other words of either. */
export const agrees = (shape: Shape, people: readonly People[], from: number, to: number): boolean => {
  const words = shape.units.slice(from, to).flatMap(unit => wordsAt(shape, unit).split(' '));
  const [only] = people;
  if (people.length !== 1 || only === undefined) return true;
  const one = only.quantity?.high === 1 || (only.quantity?.low === 1 && only.quantity.bound !== 'vague');
  if (words.some(word => word === 'was' || word === 'is' || word === 'has')) return one;
  // "One or two", "a family of five were killed": only a lone person with a plural verb is a misreading.
  if (words.some(word => word === 'were' || word === 'are')) return !one || only.form === 'elliptic';
  return true;
};

export const isSpeaker = (shape: Shape, unit: number): boolean => {
  const next = shape.units[unit + 1];
  return next !== undefined && SAYS.has(wordsAt(shape, next));
};

const HEDGES = /\b(?:believed|feared|thought|suspected|presumed|might|may|could|allegedly)\b/;

/** The people of a list as one count, where all are on one side or of his own; null where they are counted apart. */
const sumOf = (all: readonly People[]): People | null => {
  // "The victims, a father and his three sons, were abducted": the list says how many they were.
  const list = all[0]?.form === 'bare' ? all.slice(1) : all;
  const [first] = list;
  if (
    first === undefined ||
    list.length < 2 ||
    list.some(people => people.quantity === null || people.quantity.low === null)
  )
    return null;
  const sides = new Set(list.map(people => people.side).filter(side => side !== null));
  const loose = list.filter(people => people.side === null);
  if (
    sides.size > 1 ||
    (sides.size === 1 && loose.some(people => !people.partitive && people.form !== 'definite'))
  )
    return null;
  if (list.every(people => people.form === 'named')) return null;
  const low = list.reduce((total, people) => total + (people.quantity?.low ?? 0), 0);
  const open = list.some(people => people.quantity?.high === null);
  const bound = first.quantity?.bound ?? 'exact';
  const [side] = sides;
  return {
    ...first,
    form: 'counted',
    side: side ?? null,
    noun: first.noun,
    quantity: { low, high: open ? null : low, bound },
  };
};

interface Reading {
  readonly rule: string;
  readonly measure: Measure;
  readonly verb: readonly [from: number, to: number];
  readonly role?: Draft['role'];
}

/** "Six people, including the bomber": he is counted among the dead and told apart from them. */
const isTheAttacker = ({ form, side }: People): boolean => form === 'definite' && side === 'militants';

/**
 * Drafts for the people of a unit. Bare groups ("civilians") give none: nobody counted them.
 * @param verb indexes of units
 */
export const draftsFor = (shape: Shape, unitIndex: number, reading: Reading): Draft[] => {
  const unit = shape.units[unitIndex];
  if (unit === undefined) return [];
  const verbFrom = shape.units[reading.verb[0]]?.from ?? unit.from;
  const verbTo = shape.units[reading.verb[1] - 1]?.to ?? unit.to;
  const statement = `${reading.rule}:${reading.measure}:${unit.from}`;
  const hedged = HEDGES.test(shape.line.folded.slice(Math.min(unit.to, verbFrom), verbTo).join(' '));
  const parts = unit.parts.filter(
    people =>
      people.quantity !== null &&
      (people.form === 'counted' || isTheAttacker(people) || unit.parts.length > 1),
  );
  const draft = (people: People, quantity: Quantity, role: Draft['role'], sides: Draft['sides']): Draft => ({
    rule: reading.rule,
    measure: reading.measure,
    quantity,
    people,
    from: people.from,
    to: people.to,
    verb: { from: verbFrom, to: verbTo },
    statement,
    role,
    hedged,
    sides,
  });
  const spelledOut = parts.flatMap(people =>
    people.quantity === null || people.form === 'named' ? [] : [draft(people, people.quantity, 'part', null)],
  );
  const totals = unit.people.flatMap((people, i): Draft[] => {
    if (people.quantity === null) return [];
    // "five policemen and Levies men", "2,500 civilians, security personnel and militants": the count covers the bare groups behind it.
    const covered = [people];
    for (const next of unit.people.slice(i + 1)) {
      if (next.quantity !== null) break;
      covered.push(next);
    }
    const sides = new Set(covered.map(one => one.side));
    const several =
      sides.size > 1 && !sides.has(null) ? VICTIM_CLASSES.filter(side => sides.has(side)) : null;
    return [draft(people, people.quantity, reading.role ?? 'total', several)];
  });
  const whole = sumOf(unit.people);
  if (whole === null) return [...totals, ...spelledOut];
  // "A captain and five of his men" is one count of six; "31 soldiers and three auxiliaries" is 34, with both as parts.
  const explicit = totals.every(one => one.people?.form === 'counted');
  const eachPart = explicit ? totals.map((one): Draft => ({ ...one, role: 'part' })) : [];
  const to = unit.people.at(-1)?.to ?? unit.to;
  return [
    {
      ...draft(
        whole,
        whole.quantity ?? { low: null, high: null, bound: 'vague' },
        reading.role ?? 'total',
        null,
      ),
      to,
    },
    ...eachPart,
    ...spelledOut,
  ];
};

/** The measure of a harm unit, preferring the form the matcher asked for. */
export const measureOf = (unit: Unit | undefined): Measure | null =>
  (unit?.harm.find(harm => harm.form === 'participle') ?? unit?.harm[0])?.measure ?? null;
