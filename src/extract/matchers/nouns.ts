import { VICTIM_CLASSES, type VictimClass } from '../../core/figure.ts';
import type { Shape } from '../units/units.ts';
import type { Draft, Matcher } from './draft.ts';
import { draftsFor, hasBe, measureOf, wordsAt } from './subject.ts';

/** Reads "claimed the lives of 12 soldiers", "took 11 lives", "has cost more than 130 lives". */
export const lives: Matcher = {
  name: 'lives',
  pattern: /(?<verb>[mb])(?:t?Mf(?<of>[QNTPU])|(?<count>[QN])x?M)/dg,
  read: (match, shape) => {
    const who = match.at('of') ?? match.at('count');
    const verb = match.at('verb');
    if (who === null || verb === null || shape.letters[verb] !== 'm') return [];
    return draftsFor(shape, who, { rule: 'lives', measure: 'fatalities', verb: [verb, match.end] });
  },
};

/** Reads "Kabul explosions claim 3, wound 12", "Ambush claims policeman": headlines leave the lives out. */
export const claims: Matcher = {
  name: 'claims',
  pattern: /[EK][pDLx]{0,4}(?<verb>m)(?<who>[NQ])(?=[,;&p]|$)/dg,
  read: (match, shape) => {
    const [verb, who] = [match.at('verb'), match.at('who')];
    if (verb === null || who === null || !shape.line.headline) return [];
    return /^claim/.test(wordsAt(shape, shape.units[verb]))
      ? draftsFor(shape, who, { rule: 'claims', measure: 'fatalities', verb: [verb, who + 1] })
      : [];
  },
};

/** Reads "28 lives were lost". */
export const livesLost: Matcher = {
  name: 'lives-lost',
  pattern: /(?<count>[QN])M(?<be>b)(?<verb>x)/dg,
  read: (match, shape) => {
    const [count, verb] = [match.at('count'), match.at('verb')];
    if (count === null || verb === null) return [];
    const lost = /^(?:lost|claimed|taken)$/.test(wordsAt(shape, shape.units[verb]));
    return lost
      ? draftsFor(shape, count, { rule: 'lives-lost', measure: 'fatalities', verb: [count + 1, verb + 1] })
      : [];
  },
};

/** The side a count's adjectives name: "685 security force fatalities". */
const sideBefore = (shape: Shape, from: number, to: number): VictimClass | null => {
  const words = shape.units
    .slice(from, to)
    .map(unit => wordsAt(shape, unit))
    .join(' ');
  if (/\b(?:security|police|army|soldiers?|military|troops?|forces?|personnel|law)\b/.test(words))
    return 'security-forces';
  if (/\bcivilians?\b/.test(words)) return 'civilians';
  return /\b(?:militants?|terrorists?|insurgents?|outlaws?|rebels?)\b/.test(words) ? 'militants' : null;
};

/** The side of the count before in "1,095 civilian deaths and 2,679 injuries": the adjective serves both. */
const sideShared = (shape: Shape, count: number): VictimClass | null => {
  const before = /(?<count>[QN])[xGqBL"]{0,4}[FJ]&$/d.exec(
    shape.letters.slice(Math.max(0, count - 7), count),
  );
  const at = before?.indices?.groups?.count?.[0];
  if (at === undefined) return null;
  const first = Math.max(0, count - 7) + at;
  return shape.units[first]?.people[0]?.side ?? sideBefore(shape, first + 1, count - 1);
};

/** Sides behind the noun: "2,546 deaths and 2,267 injuries among civilians, security personnel, and militants". */
const sidesBehind = (shape: Shape, noun: number): readonly VictimClass[] | null => {
  const behind = /^(?:,?&N[x"]{0,3}[FJ])?p(?<list>q)/d.exec(shape.letters.slice(noun + 1));
  const at = behind?.indices?.groups?.list?.[0];
  const list = at === undefined ? undefined : shape.units[noun + 1 + at];
  const sides = new Set(list?.people.map(people => people.side));
  return sides.size < 2 || sides.has(null) ? null : VICTIM_CLASSES.filter(side => sides.has(side));
};

/** Reads "951 deaths and 966 injuries", "2,546 violence-related deaths", "685 security force fatalities". */
export const deaths: Matcher = {
  name: 'deaths',
  pattern: /(?<count>[QN])(?<adjectives>[xGqBL"b]{0,4}?)(?<noun>[FJCAZk])(?!f[QNTP])/dg,
  read: (match, shape) => {
    const [count, noun] = [match.at('count'), match.at('noun')];
    const measure = noun === null ? null : measureOf(shape.units[noun]);
    if (count === null || noun === null || measure === null) return [];
    // "3,400 reported fatalities", but not "two were deaths".
    if (hasBe(shape, count + 1, noun)) return [];
    // "two murders", where "murders" is a verb as well
    if (shape.units[noun]?.harm.some(harm => harm.form === 'nouns') !== true) return [];
    // "nine in ten deaths" is a share, "so many deaths" no count.
    if (/^p$/.test(shape.letters[count - 1] ?? '') && shape.letters[count - 2] === 'N') return [];
    const vague = shape.units[count]?.people[0]?.quantity;
    if (vague?.bound === 'vague' && vague.low === null) return [];
    const sides = sidesBehind(shape, noun);
    const side =
      sideBefore(shape, count + 1, noun) ??
      (shape.units[count]?.people[0]?.side == null && sides === null ? sideShared(shape, count) : null);
    const compared = /^(?:against|from)$/.test(wordsAt(shape, shape.units[count - 1]));
    const role = compared ? 'earlier' : 'total';
    return draftsFor(shape, count, { rule: 'deaths', measure, verb: [noun, noun + 1], role }).map(
      (draft): Draft =>
        side === null || draft.people === null
          ? { ...draft, sides: draft.sides ?? sides }
          : { ...draft, people: { ...draft.people, side, noun: null } },
    );
  },
};

/** Reads "one martyr and four wounded", "six martyrs": the noun says what happened. */
export const martyrs: Matcher = {
  name: 'martyrs',
  pattern: /(?<who>[QN])/dg,
  read: (match, shape) => {
    const who = match.at('who');
    const unit = who === null ? undefined : shape.units[who];
    if (who === null || unit?.people.some(people => people.noun === 'martyr') !== true) return [];
    const words = shape.line.folded.slice(0, unit.from).join(' ');
    const role = /\b(?:had spoken of|had said|had put|earlier|initially|at first)\b/.test(words)
      ? 'superseded'
      : 'total';
    return draftsFor(shape, who, { rule: 'martyrs', measure: 'fatalities', verb: [who, who + 1], role });
  },
};

/** Reads "the killing of nine passengers", "the deaths of at least 30 people", "injuries to four people". */
export const deathsOf: Matcher = {
  name: 'deaths-of',
  pattern: /(?<noun>[FJAZkIK])(?:f|(?<=J)(?<to>p))(?<who>[QNTPU])/dg,
  read: (match, shape) => {
    const [noun, to, who] = [match.at('noun'), match.at('to'), match.at('who')];
    if (to !== null && wordsAt(shape, shape.units[to]) !== 'to') return [];
    const unit = noun === null ? undefined : shape.units[noun];
    const measure = measureOf(unit);
    if (noun === null || who === null || measure === null || measure === 'incidents') return [];
    const nounLike = unit?.harm.some(harm => harm.form === 'nouns' || harm.form === 'active') === true;
    return nounLike ? draftsFor(shape, who, { rule: 'deaths-of', measure, verb: [noun, noun + 1] }) : [];
  },
};

const isBody = (noun: string | null | undefined): boolean => /^(?:dead body|body|corpse)$/.test(noun ?? '');

const FOUND = /\b(?:found|recovered|retrieved|discovered|dumped|exhumed|unearthed)\b/;

/** Reads "The bodies of three men were found", "found the body of a tribal elder": so many are dead. */
export const bodiesOf: Matcher = {
  name: 'bodies-of',
  pattern: /(?<body>[qT])f(?<who>[QNTPU])|(?<verb>x)(?<count>Q)/dg,
  read: (match, shape) => {
    const [body, who, verb, count] = [match.at('body'), match.at('who'), match.at('verb'), match.at('count')];
    if (verb !== null && count !== null) {
      const bodies = shape.units[count]?.people.every(people => isBody(people.noun)) === true;
      const received = /^(?:received|recovered|found|retrieved|counted|discovered|brought)$/.test(
        wordsAt(shape, shape.units[verb]),
      );
      return bodies && received
        ? draftsFor(shape, count, { rule: 'bodies', measure: 'fatalities', verb: [verb, count + 1] })
        : [];
    }
    const noun = body === null ? undefined : shape.units[body]?.people[0]?.noun;
    if (body === null || who === null || !isBody(noun)) return [];
    const near = [shape.units.slice(Math.max(0, body - 3), body), shape.units.slice(who + 1, who + 9)];
    const found = near.some(units => FOUND.test(units.map(unit => wordsAt(shape, unit)).join(' ')));
    return found
      ? draftsFor(shape, who, { rule: 'bodies-of', measure: 'fatalities', verb: [body, who + 1] })
      : [];
  },
};

/** Reads "nine bodies were brought to his wards". */
export const bodies: Matcher = {
  name: 'bodies',
  pattern: /(?<who>[QNT])(?<gap>(?:[xpfDLtbu]|f[QTPU]|&NI){0,5}?)(?<verb>[bx]{1,3})/dg,
  read: (match, shape) => {
    const [who, verb] = [match.at('who'), match.at('verb')];
    const unit = who === null ? undefined : shape.units[who];
    if (who === null || verb === null || unit === undefined) return [];
    const noun = unit.people[0]?.noun;
    // "nine bodies were brought in and five more lay at the other hospital"
    const more =
      noun === null &&
      unit.people[0]?.more === true &&
      shape.units.slice(0, who).some(u => u.people.some(p => p.noun === 'body'));
    if (!isBody(noun) && !more) return [];
    // "the body of an elder": see bodiesOf.
    if (shape.letters[who] === 'T' && shape.letters[who + 1] === 'f') return [];
    const words = shape.units
      .slice(who + 1, match.end + 2)
      .map(u => wordsAt(shape, u))
      .join(' ');
    const found = /\b(?:found|recovered|retrieved|discovered|brought|received|lay|pulled|dumped)\b/.test(
      words,
    );
    return found
      ? draftsFor(shape, who, { rule: 'bodies', measure: 'fatalities', verb: [who + 1, match.end] })
      : [];
  },
};
