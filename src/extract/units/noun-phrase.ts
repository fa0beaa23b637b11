import type { VictimClass } from '../../core/figure.ts';
import type { PeopleNoun } from '../../knowledge/lexicon.ts';
import { NUMBER_STARTS } from '../../text/numbers.ts';
import { actorAt, bodyAt, type Knowledge, placeAt, rolesAt } from '../vocabulary.ts';
import type { People } from './group.ts';

import type { Line, Word } from './words.ts';

const QUOTES = new Set(['"', '“', '”', "'", '‘', '’']);
const AGE_OR_RANK_ADJECTIVE = new Set(
  'year old month ranking based led sponsored backed funded linked trained affiliated aligned'.split(' '),
);
const MOST_MODIFIERS = 8;
/** Number words: "a" and "an" open no count inside a phrase. */
const COUNTS = new Set([...NUMBER_STARTS].filter(word => !/^(?:an?|half|between)$/.test(word)));

interface Head {
  readonly noun: PeopleNoun;
  readonly from: number;
  readonly to: number;
}

interface Scan {
  readonly head: Head | null;
  readonly side: VictimClass | null;
  readonly adjective: People['adjective'];
  readonly end: number;
  /** The words end in a noun for things: "22 vehicles", "three villages". */
  readonly thing: boolean;
  readonly unknown: number;
}

export const isStop = (line: Line, i: number, knowledge: Knowledge): boolean => {
  const roles = rolesAt(line, i, knowledge)?.roles ?? [];
  return roles.some(role => role !== 'determiner' && role !== 'shoot' && role !== 'rise');
};

const isAcronym = (line: Line, i: number): boolean =>
  line.words[i]?.text === '(' &&
  line.words[i + 1]?.kind === 'word' &&
  line.words[i + 2]?.text === ')' &&
  /^[A-Z][A-Za-z]*[A-Z]$/.test(line.words[i + 1]?.text ?? '');

/** The harm word here when it is an adjective: someone follows at once ("two wounded soldiers"). */
const harmAdjective = (line: Line, i: number, { lexicon }: Knowledge): People['adjective'] | 'none' => {
  const harm = lexicon.harm.longestAt(line.folded, i);
  if (harm === null) return 'none';
  const next = lexicon.people.longestAt(line.folded, i + harm.length);
  const follows = next !== null || lexicon.qualifiers.longestAt(line.folded, i + harm.length) !== null;
  const measure = harm.values.find(word => word.form === 'participle' || word.form === 'state')?.measure;
  if (!follows || harm.length > 1) return 'none';
  return measure === 'fatalities' || measure === 'injuries' ? measure : 'none';
};

/** Runs over the words between a count and the end of its noun phrase. */
export const scan = (line: Line, from: number, knowledge: Knowledge, several = false): Scan => {
  const { words, folded } = line;
  const { lexicon } = knowledge;
  let head: Head | null = null;
  let side: VictimClass | null = null;
  let adjective: People['adjective'] = null;
  let thing = false;
  let unknown = 0;
  let end = from;
  for (let i = from; i < words.length && i - from < MOST_MODIFIERS + 6; ) {
    const word: Word | undefined = words[i];
    if (word === undefined) break;
    if (QUOTES.has(word.text) || (word.hyphened && AGE_OR_RANK_ADJECTIVE.has(word.folded))) {
      i += 1;
      continue;
    }
    if (isAcronym(line, i)) {
      i += 3;
      if (head !== null) end = i;
      continue;
    }
    if (word.text === "'s" || word.text === '’s') {
      // "the governor's bodyguard": whoever stood before owns the one to come.
      head = null;
      i += 1;
      continue;
    }
    const ageOpens = word.kind === 'number' && words[i + 1]?.hyphened === true;
    if (word.kind === 'mark' || (word.kind === 'number' && !ageOpens)) break;
    // "The army lost four men": a number opens a phrase of its own.
    if (i > from && head === null && unknown > 0 && COUNTS.has(word.folded) && !words[i + 1]?.hyphened) break;
    const person = lexicon.people.longestAt(folded, i);
    const harm = harmAdjective(line, i, knowledge);
    const actor = actorAt(line, i, knowledge);
    const body = bodyAt(line, i, knowledge);
    const office =
      body !== null && body.length > 1 && !endsInPerson(line, i + body.length, knowledge) ? body : null;
    const name = actor ?? office ?? placeAt(line, i, knowledge);
    const qualifier = lexicon.qualifiers.longestAt(folded, i);
    if (person !== null && (name === null || name.length <= person.length || person.length > 1)) {
      if (head !== null && !joins(line, head.to, i, knowledge)) break;
      // "took nine workers hostage": what became of them, and no word for them.
      if (head !== null && several && head.noun.plural && person.values.every(value => !value.plural)) break;
      const noun =
        person.values.find(value => value.plural === several && value.side !== null) ??
        person.values.find(value => value.side !== null) ??
        person.values[0];
      if (noun === undefined) break;
      // "two Afghan Public Protection Force members", "ten police officers": a singular behind a larger count describes.
      if (several && !noun.plural && leadsToPerson(line, i + person.length, 4, knowledge)) {
        side = noun.side ?? qualifier?.values[0] ?? side;
        i += person.length;
        continue;
      }
      head = { noun, from: i, to: i + person.length };
      if (qualifier !== null && qualifier.length >= person.length) side ??= qualifier.values[0] ?? null;
      i += person.length;
      end = i;
      thing = false;
      continue;
    }
    if (harm !== 'none') {
      // "Gunmen wounded bodyguard": behind its people a word of harm is their verb.
      if (head !== null) break;
      adjective = harm;
      i += 1;
      continue;
    }
    const verb = lexicon.harm.longestAt(folded, i);
    // "Gunmen kill tribal elder" is no one phrase; "two murder suspects" is.
    if (verb !== null && (head !== null || !leadsToPerson(line, i + 1, 2, knowledge))) break;
    if (name !== null) {
      if (head !== null && !leadsToPerson(line, i + name.length, 2, knowledge)) break;
      if (actor !== null)
        side = actor.values[0]?.actor.kind === 'armed-group' ? 'militants' : 'security-forces';
      i += name.length;
      continue;
    }
    // "two off-duty cops", "would-be bombers": a small word before a hyphen describes.
    const hyphened = word.hyphened || words[i + 1]?.hyphened === true;
    if (isStop(line, i, knowledge) && !hyphened) break;
    // "A bomber detonated another": what "another" counts begins a phrase of its own.
    if (head !== null && (folded[i + 1] === 'another' || !leadsToPerson(line, i + 1, 1, knowledge))) break;
    if (qualifier !== null) {
      side = qualifier.values[0] ?? side;
      i += qualifier.length;
      continue;
    }
    thing = lexicon.things.has(word.folded);
    if (thing && head === null && !leadsToPerson(line, i + 1, 2, knowledge)) {
      end = i + 1;
      break;
    }
    unknown += 1;
    if (head === null) end = i + 1;
    i += 1;
    if (i - from > MOST_MODIFIERS && head === null) break;
  }
  return {
    head,
    side,
    adjective,
    end: head?.to !== undefined ? end : end,
    thing: thing && head === null,
    unknown,
  };
};

/** "district police chief" names a body when it speaks; here it is the man himself. */
const endsInPerson = (line: Line, end: number, { lexicon }: Knowledge): boolean =>
  [1, 2, 3].some(back => {
    const found = lexicon.people.longestAt(line.folded, end - back);
    return found !== null && found.length >= back;
  });

/** Two nouns for people belong to one phrase when they touch: "woman prison official", "police officers". */
const joins = (line: Line, end: number, next: number, knowledge: Knowledge): boolean =>
  next - end <= 1 && !isStop(line, end, knowledge);

/** Whether a noun for people follows within a few words that may stand inside its phrase. */
const leadsToPerson = (line: Line, from: number, most: number, knowledge: Knowledge): boolean => {
  for (let i = from; i <= from + most - 1 && i < line.words.length; i++) {
    if (line.words[i]?.kind !== 'word') return false;
    // "the ambush killed a policeman": an article or a number opens a phrase of its own.
    if (NUMBER_STARTS.has(line.folded[i] ?? '')) return false;
    if (knowledge.lexicon.people.longestAt(line.folded, i) !== null) return true;
    if (isStop(line, i, knowledge) || knowledge.lexicon.harm.longestAt(line.folded, i) !== null) return false;
  }
  return false;
};

/** "members of the security forces", "men of the Frontier Corps": what follows says the side. */
export const behind = (
  line: Line,
  end: number,
  knowledge: Knowledge,
): { side: VictimClass | null; end: number } => {
  if (line.folded[end] !== 'of') return { side: null, end };
  let i = end + 1;
  while (i < end + 4 && (line.folded[i] === 'the' || line.folded[i] === 'a' || line.folded[i] === 'an'))
    i += 1;
  for (let k = i; k < Math.min(i + 4, line.words.length); k++) {
    if (line.words[k]?.kind !== 'word') break;
    const qualifier = knowledge.lexicon.qualifiers.longestAt(line.folded, k);
    const actor = actorAt(line, k, knowledge);
    const length = Math.max(qualifier?.length ?? 0, actor?.length ?? 0);
    if (length === 0) {
      if (isStop(line, k, knowledge)) break;
      continue;
    }
    const ofActor = actor?.values[0]?.actor.kind === 'armed-group' ? 'militants' : 'security-forces';
    let to = k + length;
    // "an NDS support unit", "the Taliban forces": the nouns behind the name close the phrase.
    while (knowledge.lexicon.forceNouns.has(line.folded[to] ?? '')) to += 1;
    // "members of the Taliban forces": a force, whatever the name before it.
    // "members of the Taliban forces" serve a government since 2021, and a force whatever the name before it.
    const forces =
      /^(?:forces|army|police)$/.test(line.folded[to - 1] ?? '') &&
      (actor === null || actor.values[0]?.actor.id === 'aft');
    return {
      side: forces ? 'security-forces' : (qualifier?.values[0] ?? (actor === null ? null : ofActor)),
      end: to,
    };
  }
  return { side: null, end };
};

export const sideOf = (
  head: Head | null,
  before: VictimClass | null,
  after: VictimClass | null,
  { lexicon }: Knowledge,
): VictimClass | null => {
  if (head === null) return before;
  const noun = head.noun;
  if (lexicon.neutral.has(noun.noun) || noun.side === null)
    return before ?? after ?? (lexicon.neutral.has(noun.noun) ? noun.side : null);
  return noun.side;
};
