import type { Measure } from '../../core/figure.ts';
import type { Draft, Matcher } from '../draft.ts';
import type { People } from '../people.ts';
import { quantityAt } from '../quantity.ts';
import type { Shape } from '../units.ts';
import { wordsAt } from './subject.ts';

/** What a toll is of, from the words around: "death toll", "number of injured", "number of its captives". */
export const tollMeasure = (words: string): Measure | null => {
  if (/\b(?:casualt(?:y|ies))\b/.test(words)) return 'casualties';
  if (/\b(?:injur(?:ed|ies|y)|wounded|hurt)\b/.test(words)) return 'injuries';
  if (/\b(?:death|deaths|dead|killed|fatalit(?:y|ies)|slain|martyred|died|lives|killings?)\b/.test(words))
    return 'fatalities';
  if (/\b(?:captives?|hostages?|abducted|kidnapped|abductees)\b/.test(words)) return 'abductions';
  if (/\b(?:arrested|detained|arrests)\b/.test(words)) return 'arrests';
  return /\b(?:attacks?|incidents?|bombings?|blasts?)\b/.test(words) ? 'incidents' : null;
};

const textOf = (shape: Shape, from: number, to: number): string =>
  shape.units
    .slice(Math.max(0, from), to)
    .map(unit => wordsAt(shape, unit))
    .join(' ');

const one = (
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
    },
  ];
};

/**
 * Reads "the death toll rose to 26", "the number of people killed has gone up to five", "lowered the death toll to 11",
 * "put the number of fatalities in the first quarter at 432", "the number of its captives at 18".
 */
export const toll: Matcher = {
  name: 'toll',
  pattern:
    /(?<toll>O|F|C)(?<gap>[xpfDLBGtow"',–qbcEFOsKIXHuP&TAC]{0,20}?)(?<to>p|u|b)(?<count>[NQ])(?<from>,?(?:x|pp|p|c){1,2}(?<old>N)(?![KIxFdM]))?/dg,
  read: (match, shape) => {
    const [tollAt, to, count, old] = [match.at('toll'), match.at('to'), match.at('count'), match.at('old')];
    if (tollAt === null || to === null || count === null) return [];
    const link = wordsAt(shape, shape.units[to]);
    if (!/^(?:to|at|was|is|reached|stood at|stands at|reaches|were|now)$/.test(link.split(' ').at(-1) ?? ''))
      return [];
    const gap = textOf(shape, tollAt, to);
    const measure = tollMeasure(textOf(shape, tollAt - 2, to));
    if (measure === null) return [];
    const letter = shape.letters[tollAt] ?? '';
    const moved =
      /\b(?:rose|risen|rises|climbed|jumped|reached|stands?|stood|went up|gone up|goes up|fell|dropped|lowered|revised|put|increased|brought|total(?:l?ed)?|surged|soared|mounted)\b/.test(
        textOf(shape, tollAt - 8, count),
      );
    const isLink = link === 'to' || link.endsWith(' to');
    // "fatalities … to 26" needs a verb that moves; "the number of dead was 26" does not.
    if ((letter !== 'O' || isLink) && !moved) return [];
    if (letter !== 'O' && link === 'at' && !moved) return [];
    if (/\bper ?cent|percent\b/.test(gap)) return [];
    const drafts = one(shape, count, { rule: 'toll', measure, role: 'total' }, tollAt);
    const earlier =
      old === null ? [] : one(shape, old, { rule: 'toll', measure, role: 'superseded' }, tollAt);
    return [...drafts, ...earlier];
  },
};

/** Reads "deaths went up from 20 in July to 65", "rose to 178 from 91 in October to December 2023", "100, up from 54". */
export const rise: Matcher = {
  name: 'rise',
  pattern:
    /(?<what>[FECJOK])(?<gap>[xpfDLBGtow",qbcuE]{0,12}?)(?:(?<p1>p)(?<old1>N)(?<when1>[pxD]{0,3})p(?<new1>N)|(?<p2>p)(?<new2>N)[,x]{0,3}(?<p3>p)(?<old2>N))/dg,
  read: (match, shape) => {
    const what = match.at('what');
    const [oldOne, newOne] = [match.at('old1') ?? match.at('old2'), match.at('new1') ?? match.at('new2')];
    if (what === null || oldOne === null || newOne === null) return [];
    const measure = tollMeasure(textOf(shape, what - 2, what + 3));
    const before = wordsAt(shape, shape.units[oldOne - 1]);
    if (measure === null || !/(?:from|against)$/.test(before)) return [];
    const side = shape.units[what - 1];
    const word = side === undefined ? '' : wordsAt(shape, side);
    const people = shape.units[newOne]?.people[0];
    const militants = /^(?:militants?|terrorists?|insurgents?|outlaws?)$/.test(word);
    const named = (draft: Draft): Draft =>
      militants && people !== undefined && draft.people !== null
        ? { ...draft, people: { ...draft.people, side: 'militants' } }
        : draft;
    return [
      ...one(shape, newOne, { rule: 'rise', measure, role: 'total' }, what),
      ...one(shape, oldOne, { rule: 'rise', measure, role: 'earlier' }, what),
    ].map(named);
  },
};

/** Reads "At least 21 attacks", "1,166 incidents", "Thirty-five of the attacks", "444 militant attacks": happenings that are counted. */
export const events: Matcher = {
  name: 'events',
  pattern: /(?<count>V)(?<against>,?p(?<old>N)(?![KIxFdMQ]))?/dg,
  read: (match, shape) => {
    const at = match.at('count');
    const unit = at === null ? undefined : shape.units[at];
    if (at === null || unit === undefined || unit.quantity === null) return [];
    const { low } = unit.quantity;
    // "one attack" and "two separate explosions" tell of incidents and do not count a period's; see extract/scope.ts.
    if (low === null) return [];
    return [
      {
        rule: 'events',
        measure: 'incidents',
        quantity: unit.quantity,
        people: null,
        from: unit.from,
        to: unit.to,
        verb: { from: unit.from, to: unit.to },
        statement: `events:${unit.from}`,
        role: 'total',
        hedged: false,
      },
    ];
  },
};

/** The count alone at a word, for readers that run outside the shape. */
export const countAt = quantityAt;
