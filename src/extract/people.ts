import type { Quantity, VictimClass } from '../core/figure.ts';
import type { PeopleNoun } from '../knowledge/lexicon.ts';
import { ordinalOf } from '../text/numbers.ts';
import { type QuantityAt, quantityAt } from './quantity.ts';
import { actorAt, bodyAt, type Knowledge, placeAt, rolesAt } from './vocabulary.ts';
import type { Line, Word } from './words.ts';

/**
 * How a group of people is printed. `counted`: "five soldiers". `one`: "a policeman". `definite`: "the officer",
 * "his wife", "both attackers". `named`: "Malik Khan". `bare`: "civilians", "the soldiers". `elliptic`: "three others",
 * "31" – the noun stands elsewhere. `loose`: a number with a noun nobody listed, a person only if something happens to it.
 */
export type PeopleForm = 'counted' | 'one' | 'definite' | 'named' | 'bare' | 'elliptic' | 'loose';

export interface People {
  readonly form: PeopleForm;
  /** null for `bare`: nobody counted them. */
  readonly quantity: Quantity | null;
  readonly side: VictimClass | null;
  /** The noun as listed ("soldier"); null when there is none. */
  readonly noun: string | null;
  readonly plural: boolean;
  /** "another five", "five others": on top of a figure before. */
  readonly more: boolean;
  /** "five of his men", "eight of the wounded". */
  readonly partitive: boolean;
  /** What an adjective before the noun says of them: "two wounded soldiers". */
  readonly adjective: 'fatalities' | 'injuries' | null;
  /** Indexes of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

const ONE: Quantity = { low: 1, high: 1, bound: 'exact' };
const TWO: Quantity = { low: 2, high: 2, bound: 'exact' };
const POSSESSIVE = new Set(['his', 'her', 'their', 'its', 'my', 'our', "'s", '’s']);
const QUOTES = new Set(['"', '“', '”', "'", '‘', '’']);
const AGE_OR_RANK_ADJECTIVE = new Set(['year', 'old', 'month', 'ranking', 'based', 'led']);
const MOST_MODIFIERS = 8;
/** Heads that take their side from what stands before or behind them: "security official", "members of the forces". */
const NEUTRAL = new Set([
  'official',
  'representative',
  'officer',
  'member',
  'personnel',
  'staff',
  'man',
  'men',
  'woman',
  'commander',
  'leader',
  'chief',
  'worker',
  'guard',
  'employee',
  'other',
  'another',
  'force',
  'agent',
  'operative',
  'volunteer',
  'deputy',
  'director',
  'person',
  'fighter',
  'individual',
  'suspect',
  'recruit',
  'engineer',
  'driver',
  'doctor',
  'contractor',
  'head',
  'lieutenant',
  'elder',
  'activist',
  'candidate',
  'supporter',
  'cook',
  'technician',
  'secretary',
  'member',
  'student',
  'teacher',
  'judge',
  'guard',
  'national',
  'body',
  'child',
]);

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

const isStop = (line: Line, i: number, knowledge: Knowledge): boolean => {
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
const scan = (line: Line, from: number, knowledge: Knowledge, several = false): Scan => {
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
    const person = lexicon.people.longestAt(folded, i);
    const harm = harmAdjective(line, i, knowledge);
    const actor = actorAt(line, i, knowledge);
    const body = bodyAt(line, i, knowledge);
    const name = actor ?? (body !== null && body.length > 1 ? body : null) ?? placeAt(line, i, knowledge);
    const qualifier = lexicon.qualifiers.longestAt(folded, i);
    if (person !== null && (name === null || name.length <= person.length || person.length > 1)) {
      if (head !== null && !joins(line, head.to, i, knowledge)) break;
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
      adjective = harm;
      i += 1;
      continue;
    }
    if (lexicon.harm.longestAt(folded, i) !== null && !leadsToPerson(line, i + 1, 2, knowledge)) break;
    if (name !== null) {
      if (head !== null && !leadsToPerson(line, i + name.length, 2, knowledge)) break;
      if (actor !== null)
        side = actor.values[0]?.actor.kind === 'armed-group' ? 'militants' : 'security-forces';
      i += name.length;
      continue;
    }
    if (isStop(line, i, knowledge)) break;
    if (head !== null && !leadsToPerson(line, i + 1, 1, knowledge)) break;
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

/** Two nouns for people belong to one phrase when they touch: "woman prison official", "police officers". */
const joins = (line: Line, end: number, next: number, knowledge: Knowledge): boolean =>
  next - end <= 1 && !isStop(line, end, knowledge);

/** Whether a noun for people follows within a few words that may stand inside its phrase. */
const leadsToPerson = (line: Line, from: number, most: number, knowledge: Knowledge): boolean => {
  for (let i = from; i <= from + most - 1 && i < line.words.length; i++) {
    if (line.words[i]?.kind !== 'word') return false;
    if (knowledge.lexicon.people.longestAt(line.folded, i) !== null) return true;
    if (isStop(line, i, knowledge) || knowledge.lexicon.harm.longestAt(line.folded, i) !== null) return false;
  }
  return false;
};

/** "members of the security forces", "men of the Frontier Corps": what follows says the side. */
const behind = (line: Line, end: number, knowledge: Knowledge): { side: VictimClass | null; end: number } => {
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
    while (FORCE_NOUNS.has(line.folded[to] ?? '')) to += 1;
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

const sideOf = (
  head: Head | null,
  before: VictimClass | null,
  after: VictimClass | null,
): VictimClass | null => {
  if (head === null) return before;
  const noun = head.noun;
  if (NEUTRAL.has(noun.noun) || noun.side === null)
    return before ?? after ?? (NEUTRAL.has(noun.noun) ? noun.side : null);
  return noun.side;
};

const FORCE_NOUNS = new Set(
  'force forces agency agencies army police corps department group groups personnel service services support unit units battalion movement organisation organisations organization organizations'.split(
    ' ',
  ),
);

const OPENERS = new Set([
  'the',
  'these',
  'those',
  'this',
  'that',
  'his',
  'her',
  'their',
  'its',
  'both',
  'all',
]);

/**
 * Reads the group of people that starts at a word.
 * @returns null when none does, or when what is counted are things
 */
export const peopleAt = (line: Line, from: number, knowledge: Knowledge): People | null => {
  const { words, folded } = line;
  const first = words[from];
  if (first === undefined || first.kind === 'mark') return null;
  const ordinal = ordinalOf(first.folded);
  if (ordinal !== null && ordinal > 1) {
    // "Second policeman in two days shot dead": one more, whatever his number.
    const next = scan(line, from + 1, knowledge);
    if (next.head !== null && !next.head.noun.plural && next.unknown === 0) {
      return {
        ...base(from, next.end),
        form: 'one',
        quantity: ONE,
        side: sideOf(next.head, next.side, null),
        noun: next.head.noun.noun,
        plural: false,
      };
    }
  }
  const count: QuantityAt | null = quantityAt(line, from, knowledge.lexicon);
  const article = first.folded === 'a' || first.folded === 'an' || first.folded === 'another';
  if (count !== null) return counted(line, from, count, knowledge);
  const opener = article || OPENERS.has(first.folded);
  let start = opener ? from + 1 : from;
  // "that three soldiers were hurt": a conjunction before a count, not a pointing word.
  if (opener && !article && quantityAt(line, from + 1, knowledge.lexicon) !== null) return null;
  if (folded[start] === 'of' && /^(?:all|both)$/.test(first.folded)) start += 2;
  else if (folded[start] === 'the' && opener) start += 1;
  const read = scan(line, start, knowledge);
  if (!opener && read.unknown > 0) return null;
  if (first.folded === 'another' && (read.head === null || read.head.noun.plural)) {
    return { ...base(from, from + 1), form: 'elliptic', quantity: ONE, more: true };
  }
  if (read.head === null) return null;
  const after = behind(line, read.end, knowledge);
  const noun = read.head.noun;
  if (opener && !article && noun.noun === 'other') return null;
  const common = {
    ...base(from, after.end),
    side: sideOf(read.head, read.side, after.side),
    noun: noun.noun,
    plural: noun.plural,
    adjective: read.adjective,
  };
  if (article) {
    if (noun.plural) return null;
    return { ...common, form: 'one', quantity: ONE, more: first.folded === 'another' };
  }
  if (first.folded === 'both') return { ...common, form: 'definite', quantity: TWO, plural: true };
  if (opener && !noun.plural) return { ...common, form: 'definite', quantity: ONE };
  if (!opener && !noun.plural) {
    // "killed a police officer and civilian": the article before the first serves both.
    const shares =
      folded[from - 1] === 'and' && read.head.from === from && line.words[read.end]?.kind !== 'word';
    const serves = folded[from - 1] === 'and' && read.head.from === from && isStop(line, read.end, knowledge);
    if (
      (shares || serves) &&
      folded.slice(Math.max(0, from - 6), from - 1).some(word => word === 'a' || word === 'an')
    )
      return { ...common, form: 'one', quantity: ONE };
    const owned = POSSESSIVE.has(folded[from - 1] ?? '');
    return owned ? { ...common, form: 'definite', quantity: ONE } : null;
  }
  return { ...common, form: 'bare', quantity: null };
};

const base = (from: number, to: number): People => ({
  form: 'bare',
  quantity: null,
  side: null,
  noun: null,
  plural: true,
  more: false,
  partitive: false,
  adjective: null,
  from,
  to,
});

const counted = (line: Line, from: number, count: QuantityAt, knowledge: Knowledge): People | null => {
  const { words, folded } = line;
  let start = from + count.length;
  const one = count.quantity.low === 1 && count.quantity.high === 1;
  const vague = count.quantity.bound === 'vague';
  const bare = { ...base(from, start), quantity: count.quantity, more: count.more, plural: !one };
  if (
    folded[start] === 'other' ||
    folded[start] === 'more' ||
    folded[start] === 'additional' ||
    folded[start] === 'such'
  )
    start += 1;
  const more = count.more || start > from + count.length;
  let partitive = false;
  if (
    folded[start] === 'of' &&
    (OPENERS.has(folded[start + 1] ?? '') || POSSESSIVE.has(folded[start + 1] ?? ''))
  ) {
    partitive = true;
    start += 2;
    const inner = quantityAt(line, start, knowledge.lexicon);
    if (inner !== null) start += inner.length;
  } else if (folded[start] === 'of' && /^(?:them|whom|which|those|us)$/.test(folded[start + 1] ?? '')) {
    return { ...bare, form: 'elliptic', partitive: true, more };
  }
  const read = scan(line, start, knowledge, !one);
  if (read.thing) return null;
  const actor = read.head === null ? actorAt(line, start, knowledge) : null;
  if (actor !== null && !one) {
    // "took the lives of four VDP": the name of a force stands for its men.
    const side = actor.values[0]?.actor.kind === 'armed-group' ? 'militants' : 'security-forces';
    return { ...bare, form: 'counted', side, noun: 'member', to: start + actor.length, more };
  }
  if (read.head === null) {
    const end = start > from + count.length ? start : from + count.length;
    if (partitive) return { ...bare, form: 'elliptic', partitive: true, more };
    const next = words[read.end - 1];
    const nounLike =
      read.unknown > 0 && read.unknown <= 3 && next !== undefined && /[a-z]{3,}s$/.test(next.folded);
    if (nounLike && !one) return { ...bare, form: 'loose', to: read.end, more };
    if (read.unknown > 0 && vague) return null;
    return { ...bare, form: 'elliptic', to: end, more };
  }
  const noun = read.head.noun;
  if (one && noun.plural && !partitive) return { ...bare, form: 'elliptic', more };
  if (!one && !noun.plural && !vague) {
    // "two police" and "12 suspect" are typing; "22 vehicle owner" is not about one owner.
    if (read.unknown > 0) return { ...bare, form: 'elliptic', more };
  }
  const after = behind(line, read.end, knowledge);
  const other = noun.noun === 'other' || noun.noun === 'another';
  return {
    form: other ? 'elliptic' : 'counted',
    quantity: count.quantity,
    side: sideOf(read.head, read.side, after.side),
    noun: other ? null : noun.noun,
    plural: !one,
    more: more || other,
    partitive,
    adjective: read.adjective,
    from,
    to: after.end,
  };
};
