import { type Measure, VICTIM_CLASSES, type VictimClass } from '../../core/figure.ts';
import type { People } from '../units/group.ts';

import type { Shape } from '../units/units.ts';
import type { Draft, Matcher } from './draft.ts';
import { wordsBetween as textOf, wordsAt } from './subject.ts';

/** What a toll is of, from the words around: "death toll", "number of injured", "number of its captives". */
export const tollMeasure = (words: string): Measure | null => {
  if (/\b(?:casualt(?:y|ies))\b/.test(words)) return 'casualties';
  if (/\b(?:injur(?:ed|ies|y)|wounded|hurt)\b/.test(words)) return 'injuries';
  if (
    /\b(?:death|deaths|dead|killed|fatalit(?:y|ies)|losses|slain|martyred|died|lives|killings?)\b/.test(words)
  )
    return 'fatalities';
  if (/\b(?:captives?|hostages?|abducted|kidnapped|abductees)\b/.test(words)) return 'abductions';
  if (/\b(?:arrested|detained|arrests)\b/.test(words)) return 'arrests';
  return /\b(?:attacks?|incidents?|bombings?|blasts?)\b/.test(words) ? 'incidents' : null;
};

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
      sides: null,
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
    const spoken = shape.units.slice(Math.max(0, tollAt - 4), tollAt + 1).filter(unit => unit.symbol !== 'B');
    const sides = sidesIn(spoken.map(unit => wordsAt(shape, unit)).join(' '));
    const drafts = one(shape, count, { rule: 'toll', measure, role: 'total' }, tollAt).map(
      (draft): Draft => (sides.length === 0 || draft.people?.side != null ? draft : { ...draft, sides }),
    );
    // "has reached 27 after one of the injured died": who died is no earlier toll.
    const compared =
      old !== null && /^(?:from|than|against|with|not)$/.test(wordsAt(shape, shape.units[old - 1]));
    const earlier =
      old === null || !compared ? [] : one(shape, old, { rule: 'toll', measure, role: 'superseded' }, tollAt);
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

/** Reads "attacks were more frequent in October than in September, 48 against 45". */
export const against: Matcher = {
  name: 'against',
  pattern: /(?<what>[EFC])[xbpDc,tow]{0,14}?,(?<new>N)(?<link>p)(?<old>N)(?=[,.;]|$)/dg,
  read: (match, shape) => {
    const [what, now, link, old] = [match.at('what'), match.at('new'), match.at('link'), match.at('old')];
    if (what === null || now === null || link === null || old === null) return [];
    const measure = tollMeasure(textOf(shape, what - 1, what + 1));
    if (measure === null || wordsAt(shape, shape.units[link]) !== 'against') return [];
    return [
      ...one(shape, now, { rule: 'against', measure, role: 'total' }, what),
      ...one(shape, old, { rule: 'against', measure, role: 'earlier' }, what),
    ];
  },
};

/** Reads "At least 21 attacks", "1,166 incidents", "Thirty-five of the attacks", "444 militant attacks": happenings that are counted. */
export const events: Matcher = {
  name: 'events',
  pattern: /(?<count>V)/dg,
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
        sides: null,
      },
    ];
  },
};

/** Sides a toll names before its number: "The combined civilian and security losses reached 1,612". */
const sidesIn = (words: string): readonly VictimClass[] => {
  const named: Record<VictimClass, RegExp> = {
    civilians: /\bcivilians?\b/,
    'security-forces': /\b(?:security|police|army|soldiers?|troops|military)\b/,
    militants: /\b(?:militants?|terrorists?|insurgents?|outlaws?)\b/,
  };
  return VICTIM_CLASSES.filter(side => named[side].test(words));
};

/** Reads "It now stands at 38, from 31", after a sentence that named what is counted and gave no number. */
export const standsAt: Matcher = {
  name: 'stands-at',
  pattern: /(?<it>o|O)(?<gap>[xbc,]{0,5}?)(?<verb>u?,?)(?<to>p)(?<count>N)(?:,?(?<from>p)(?<old>N))?/dg,
  read: (match, shape, running) => {
    const [it, to, count, old] = [match.at('it'), match.at('to'), match.at('count'), match.at('old')];
    const measure = running.topic ?? running.total?.measure ?? null;
    if (it === null || to === null || count === null || measure === null) return [];
    // "The death toll rose to eight" says itself what it counts; see toll.
    if (shape.letters[it] === 'O' && tollMeasure(textOf(shape, it - 1, count)) !== null) return [];
    const words = textOf(shape, it, count);
    if (
      !/\b(?:to|at)$/.test(words) ||
      !/\b(?:stands?|stood|rose|risen|climbed|fell|doubled|tripled|jumped|reached|went|dropped|put)\b/.test(
        words,
      )
    )
      return [];
    const role = shape.letters[match.after('old') ?? 0] === 'p' ? 'earlier' : 'superseded';
    const earlier = old === null ? [] : one(shape, old, { rule: 'stands-at', measure, role }, it);
    return [...one(shape, count, { rule: 'stands-at', measure, role: 'total' }, it), ...earlier];
  },
};

/** Reads "the figure of 14" where the sentence says that it no longer holds. */
export const oldFigure: Matcher = {
  name: 'old-figure',
  pattern: /(?<it>O)f(?<count>N)/dg,
  read: (match, shape, running) => {
    const [it, count] = [match.at('it'), match.at('count')];
    const measure = running.total?.measure ?? null;
    if (it === null || count === null || measure === null) return [];
    const dropped = /\b(?:stop|earlier|previous|previously|initial|initially|first|old|wrong)\b/.test(
      textOf(shape, 0, shape.units.length),
    );
    return dropped ? one(shape, count, { rule: 'old-figure', measure, role: 'superseded' }, it) : [];
  },
};

/** Reads "had spoken of one martyr and four wounded", "Counts had climbed from one soldier to five people": what was said before. */
export const saidBefore: Matcher = {
  name: 'said-before',
  pattern: /O[xbuD,]{1,8}p(?<old>[QN])[pDx]{0,5}p(?<new>[QN])(?![KIXF])/dg,
  read: (match, shape, running) => {
    const [before, after] = [match.at('old'), match.at('new')];
    const measure = running.total?.measure ?? null;
    const words = textOf(shape, match.start, match.end);
    if (before === null || after === null || measure === null || !/\bhad\b.*\bfrom\b.*\bto\b/.test(words))
      return [];
    return [before, after].flatMap(at =>
      one(shape, at, { rule: 'said-before', measure, role: 'superseded' }, match.start),
    );
  },
};
