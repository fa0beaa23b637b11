import type { Measure, VictimClass } from '../../core/figure.ts';
import type { People } from '../units/group.ts';
import { isOfThem } from '../units/of-them.ts';
import type { Unit } from '../units/unit.ts';

import type { Shape } from '../units/units.ts';
import type { Draft } from './draft.ts';
import type { PartReader } from './part-reader.ts';
import type { Total } from './running.ts';
import { measureOf, wordsAt } from './subject.ts';

const inherited = (_: Shape, __: (group: string) => number | null, running: Total | null): Measure | null =>
  running?.measure ?? null;

const fromState = (
  shape: Shape,
  at: (group: string) => number | null,
  running: Total | null,
): Measure | null => {
  const state = at('state');
  const measure = state === null ? null : measureOf(shape.units[state]);
  return measure ?? running?.measure ?? null;
};

const ofThem: PartReader['measure'] = (shape, at, running) =>
  isOfThem(shape.line, shape.units[at('list') ?? -1]) ? (running?.measure ?? null) : null;

/** "Seven soldiers among 12 killed": of other prepositions nothing is a part. */
const amongState: PartReader['measure'] = (shape, at, running) => {
  const link = at('link');
  const among = link !== null && /^among(?:st)?(?: those)?$/.test(wordsAt(shape, shape.units[link]));
  return among ? fromState(shape, at, running) : null;
};

/** "40 belonged to the forces": other verbs with a preposition say nothing of a side. */
const ofSide = (
  shape: Shape,
  at: (group: string) => number | null,
  running: Total | null,
): Measure | null => {
  const verb = at('belong');
  if (verb !== null && !/^belong/.test(wordsAt(shape, shape.units[verb]))) return null;
  return running?.measure ?? null;
};

/** "at least 20 dead by some accounts; the police acknowledged five" */
const acknowledged = (
  shape: Shape,
  at: (group: string) => number | null,
  running: Total | null,
): Measure | null => {
  const verb = at('verb');
  const says =
    verb !== null &&
    /^(?:acknowledged|confirmed|admitted|reported|counted|said|put|listed|spoke)$/.test(
      wordsAt(shape, shape.units[verb]),
    );
  return says ? (running?.measure ?? null) : null;
};

const accounted = (
  shape: Shape,
  at: (group: string) => number | null,
  running: Total | null,
): Measure | null => {
  const [verb, list] = [at('verb'), at('list')];
  if (verb === null || list === null) return null;
  const words = shape.units
    .slice(verb, list)
    .map(unit => wordsAt(shape, unit))
    .join(' ');
  return /^(?:accounts? for|accounted for|accounting for|responsible for)$/.test(words)
    ? (running?.measure ?? null)
    : null;
};

/** In this order: what says itself of which total it is a part comes first. */
export const PART_READERS: readonly PartReader[] = [
  /** "358 of the dead were security personnel, 395 civilians and 139 militants", "Eight of the wounded were critical". */
  {
    name: 'of-the-dead',
    // Not "Two of the wounded later died": they are dead, see suffered and passive.
    pattern: /(?<list>[NQ])f[towN]?x?(?<state>[dKIFCX])(?!(?<=I)[bx]{0,3}[XdK])/dg,
    list: 'list',
    measure: fromState,
  },
  /** "Of the dead, 14 were soldiers", "Of those killed, 57 were militants and 24 civilians" */
  {
    name: 'of-those-killed',
    pattern: /f[tow]{0,2}[xO]{0,2}(?<state>[dKIF])[pDLtx]{0,4},(?<list>[NQ])(?=b)/dg,
    list: 'list',
    measure: fromState,
  },
  /** "counts 92 civilians and 108 militants among the dead", "two security men among five dead" */
  {
    name: 'among-the-dead',
    pattern: /(?<list>[QN])[bx]{0,3}(?<link>[pg])(?:t|(?<whole>[NQ])(?:x|p[DL]|wb{0,2})?)?(?<state>[dKIX])/dg,
    list: 'list',
    measure: amongState,
    single: 'whole',
  },
  /** "Among the dead were two children and a guard", "The dead included two children" */
  {
    name: 'the-dead-included',
    pattern: /t?(?<state>[dKIFJ]|O(?=g))(?:g|b{1,2})(?<list>[QN])/dg,
    list: 'list',
    measure: fromState,
  },
  /** "including 14 soldiers", "of whom 72 were militants" */
  { name: 'including', pattern: /[,(]?g(?<list>[QN])/dg, list: 'list', measure: inherited },
  /** "134 casualties, 38 of them deaths" */
  { name: 'of-them-deaths', pattern: /,(?<list>N)g(?<state>[FJ])/dg, list: 'list', measure: fromState },
  /** "two Chinese nationals among them", "two security men included" */
  { name: 'among-them', pattern: /[,(–](?<list>[QN])x?g/dg, list: 'list', measure: inherited },
  /** "killed five labourers, two of them brothers" */
  { name: 'of-them', pattern: /[,(–](?<list>Q)/dg, list: 'list', measure: ofThem },
  /** "Of those killed, 14 were soldiers", "Of the 62 injured, 12 are critical" */
  {
    name: 'of-those',
    pattern: /f[tow]?N?x?(?<state>[dKIFC])[xpL]{0,2},(?<list>[NQ])b/dg,
    list: 'list',
    measure: fromState,
  },
  /** "(92 civilians, 47 security personnel and 36 militants)", "injured: 88 civilians, 35 security personnel" */
  {
    name: 'in-brackets',
    needsList: true,
    needsSide: true,
    pattern: /[(:–](?<list>[QN])(?=[),.;–]|$)/dg,
    list: 'list',
    measure: inherited,
  },
  /** "As many as 185 were militants, 40 belonged to the forces and 20 were civilians" */
  {
    name: 'were-of-a-side',
    needsSide: true,
    pattern: /(?<list>[NQ])(?:fN)?(?<side>b[tx]?[qQ]|(?<belong>x)p[tx]{0,2}[xqGQ&]{0,4})/dg,
    list: 'list',
    measure: ofSide,
  },
  /** "The victims were 80 civilians, 22 security men and 23 militants" */
  { name: 'the-victims-were', pattern: /q(?:b|u|g)(?<list>Q)/dg, list: 'list', measure: inherited },
  /** "They are two security officials, six drivers and two passengers" */
  {
    name: 'they-are',
    needsList: true,
    pattern: /^[,x&]{0,2}o(?<be>b)(?<list>Q)/dg,
    list: 'list',
    measure: inherited,
  },
  /** "A single raid accounts for 21 of them", "is held responsible for about 300" */
  {
    name: 'accounts-for',
    anySize: true,
    pattern: /(?<verb>xp|x)(?<list>N)(?=g|[.,]|$|p|f)/dg,
    list: 'list',
    measure: accounted,
  },
  {
    name: 'acknowledged',
    pattern: /[;,][&c]?[tx]{0,2}[BqxG](?<verb>[xbv])(?<list>N)(?=[,.;]|$)/dg,
    list: 'list',
    measure: acknowledged,
    alone: true,
  },
  /** "46 dead, 13 security personnel, eight civilians and 25 militants" */
  {
    name: 'apposed',
    needsList: true,
    pattern: /[dKIFXM],(?<list>Q)(?=[,.;]|$)/dg,
    list: 'list',
    measure: inherited,
  },
];

/** The side that what follows gives a bare count: "185 were militants", "40 belonged to the forces". */
export const sideBehind = (shape: Shape, unit: number): VictimClass | null => {
  // "Nine of the 11 were traders": the whole stands between.
  const skip = shape.units[unit + 1]?.symbol === 'f' && shape.units[unit + 2]?.symbol === 'N' ? 2 : 0;
  for (let i = unit + 1 + skip; i < Math.min(unit + 8, shape.units.length); i++) {
    const at: Unit | undefined = shape.units[i];
    const people: People | undefined = at?.people[0];
    if (people?.side != null) return people.side;
    const words = at === undefined ? '' : wordsAt(shape, at);
    if (/\b(?:security|forces|police|army|troops|military|law)\b/.test(words)) return 'security-forces';
    if (/\b(?:militants?|terrorists?|insurgents?)\b/.test(words)) return 'militants';
    if (/\bcivilians?\b/.test(words)) return 'civilians';
    if (/[,;&NQ]/.test(at?.symbol ?? '') && i > unit + 1 + skip && at?.symbol !== '&') return null;
  }
  return null;
};

export const partDraft = (rule: string, measure: Measure, people: People, unit: Unit): Draft[] =>
  people.quantity === null
    ? []
    : [
        {
          rule,
          measure,
          quantity: people.quantity,
          people,
          from: people.from,
          to: people.to,
          verb: { from: people.from, to: unit.to },
          statement: `${rule}:${unit.from}`,
          role: 'part',
          hedged: false,
          sides: null,
        },
      ];
