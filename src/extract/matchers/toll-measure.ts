import { type Measure, VICTIM_CLASSES, type VictimClass } from '../../core/figure.ts';
import type { People } from '../units/group.ts';

import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';
import type { Running } from './running.ts';
import { measureOf, wordsBetween as textOf, wordsAt } from './subject.ts';

/** What a toll is of, from the words around: "death toll", "number of injured", "number of its captives". */
export const tollMeasure = (words: string): Measure | null => {
  if (/\b(?:casualt(?:y|ies))\b/.test(words)) return 'casualties';
  if (/\b(?:injur(?:ed|ies|y)|wounded|hurt)\b/.test(words)) return 'injuries';
  if (
    /\b(?:death|deaths|dead|killed|fatalit(?:y|ies)|losses|slain|martyred|martyrs?|died|lives|killings?)\b/.test(
      words,
    )
  )
    return 'fatalities';
  if (/\b(?:captives?|hostages?|abducted|kidnapped|abductees)\b/.test(words)) return 'abductions';
  if (/\b(?:arrested|detained|arrests)\b/.test(words)) return 'arrests';
  return /\b(?:attacks?|incidents?|bombings?|blasts?)\b/.test(words) ? 'incidents' : null;
};

/** The count of a unit as a draft whose statement begins at another. */
export const one = (
  shape: Shape,
  unitIndex: number,
  draft: Pick<Draft, 'rule' | 'measure' | 'role'>,
  from: number,
): Draft[] => {
  const unit = shape.units[unitIndex];
  const people: People | undefined = unit?.people[0];
  if (unit === undefined || people === undefined || people.quantity === null) return [];
  return [
    {
      ...draft,
      quantity: people.quantity,
      people: { ...people, noun: people.form === 'elliptic' ? null : people.noun },
      from: unit.from,
      to: unit.to,
      verb: { from: shape.units[from]?.from ?? unit.from, to: unit.from },
      statement: `${draft.rule}:${unit.from}`,
      hedged: false,
      sides: null,
    },
  ];
};

/** Sides a toll names before its number: "The combined civilian and security losses reached 1,612". */
export const sidesIn = (words: string): readonly VictimClass[] => {
  const named: Record<VictimClass, RegExp> = {
    civilians: /\bcivilians?\b/,
    'security-forces': /\b(?:security|police|army|soldiers?|troops|military)\b/,
    militants: /\b(?:militants?|terrorists?|insurgents?|outlaws?)\b/,
  };
  return VICTIM_CLASSES.filter(side => named[side].test(words));
};

const NO_TOLL_OF_LIVES =
  /\b(?:road|motorway|highway|bridge|tunnel|plaza|tax|taxes|fees?|booths?|vehicles?|cars?|trucks?|drivers?|lanes?)\b/;

/** "Toll in Quetta blast", "the toll climbed": of the dead, where the text speaks of harm. */
export const bareToll = (shape: Shape, at: number, running: Running): Measure | null => {
  const word = wordsAt(shape, shape.units[at]);
  if (/^(?:number|figure|count|tally)$/.test(word)) {
    // "It killed 20 soldiers; officials put the number at seven": what the sentence counted before.
    if (shape.letters[at + 1] === 'f') return null;
    const said = shape.units.slice(0, at).findLast(unit => 'KkXFdIiHhJ'.includes(unit.symbol));
    return measureOf(said);
  }
  if (!/^tolls?$/.test(word)) return null;
  const spoken = running.total?.measure;
  const harmful = spoken === 'fatalities' || spoken === 'injuries' || spoken === 'casualties';
  if (NO_TOLL_OF_LIVES.test(textOf(shape, at - 1, at + 2))) return null;
  const paid = NO_TOLL_OF_LIVES.test(shape.line.folded.join(' '));
  return harmful || !paid || /[KkIiXFdEJ]/.test(shape.letters) ? 'fatalities' : null;
};

/** What a toll counts: what stands behind its number says it best, then its own words, then what is spoken of. */
export const measureFor = (
  shape: Shape,
  [from, at, to]: readonly [from: number, at: number, to: number],
  state: number | null,
  running: Running,
): Measure | null => {
  const behind = state === null || state < 0 ? null : measureOf(shape.units[state]);
  const own = tollMeasure(textOf(shape, from, to));
  const isToll = /^tolls?$/.test(wordsAt(shape, shape.units[at]));
  return behind ?? (own === 'incidents' && isToll ? null : own) ?? bareToll(shape, at, running);
};
