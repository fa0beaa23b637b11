import type { Quantity } from '../../core/figure.ts';
import { ordinalOf } from '../../text/numbers.ts';
import { actorAt, bodyAt, type Knowledge, placeAt } from '../vocabulary.ts';
import type { People } from './group.ts';
import { bareOneAt } from './headline.ts';
import { behind, isStop, scan, sideOf } from './noun-phrase.ts';
import { type QuantityAt, quantityAt } from './quantity.ts';
import type { Line } from './words.ts';

const ONE: Quantity = { low: 1, high: 1, bound: 'exact' };
const TWO: Quantity = { low: 2, high: 2, bound: 'exact' };
const POSSESSIVE = new Set(['his', 'her', 'their', 'its', 'my', 'our', "'s", '’s']);

/** A group without count or article begins with its noun, or with what qualifies it: any other word opens none. */
const mayOpen = (line: Line, at: number, knowledge: Knowledge): boolean => {
  const { people, qualifiers, harm } = knowledge.lexicon;
  return (
    [people, qualifiers, harm].some(table => table.longestAt(line.folded, at) !== null) ||
    actorAt(line, at, knowledge) !== null ||
    bodyAt(line, at, knowledge) !== null
  );
};

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

/** Whether a word can open a group of people that has no noun, number or name in front. */
export const opensPeople = (word: string): boolean =>
  OPENERS.has(word) || word === 'a' || word === 'an' || word === 'another' || ordinalOf(word) !== null;

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
        side: sideOf(next.head, next.side, null, knowledge),
        noun: next.head.noun.noun,
        plural: false,
      };
    }
  }
  const count: QuantityAt | null = quantityAt(line, from, knowledge.lexicon);
  const article = first.folded === 'a' || first.folded === 'an' || first.folded === 'another';
  if (count !== null) return counted(line, from, count, knowledge);
  const opener = article || OPENERS.has(first.folded);
  // "a blast that killed two people": the relative pronoun of a verb, and no pointing word.
  if (first.folded === 'that' && knowledge.lexicon.harm.longestAt(folded, from + 1) !== null) return null;
  let start = opener ? from + 1 : from;
  // "that three soldiers were hurt": a conjunction before a count, not a pointing word.
  if (opener && !article && quantityAt(line, from + 1, knowledge.lexicon) !== null) return null;
  if (folded[start] === 'of' && /^(?:all|both)$/.test(first.folded)) start += 2;
  else if (folded[start] === 'the' && opener) start += 1;
  const bareOne = opener ? null : bareOneAt(line, from, knowledge);
  if (bareOne !== null) return bareOne;
  if (!opener && !mayOpen(line, start, knowledge)) return null;
  const read = scan(line, start, knowledge);
  // "Bannu's Bakakhel Police Station": a place in front is a place, and no people.
  if (!opener && (read.unknown > 0 || placeAt(line, from, knowledge) !== null)) return null;
  if (first.folded === 'another' && (read.head === null || read.head.noun.plural)) {
    return { ...base(from, from + 1), form: 'elliptic', quantity: ONE, more: true };
  }
  // "killed two elders and injured a third": one more, whose noun stands before; not "a third of the dead".
  const nth =
    article && (ordinalOf(folded[start] ?? '') ?? 0) > 1 && read.unknown <= 1 && folded[start + 1] !== 'of';
  if (nth && read.head === null && (words[start + 1]?.kind !== 'word' || isStop(line, start + 1, knowledge)))
    return { ...base(from, start + 1), form: 'elliptic', quantity: ONE, plural: false, more: true };
  if (read.head === null) return null;
  const noun = read.head.noun;
  // "the body of a tribal elder": who is dead is named behind.
  const isBody = /^(?:dead body|body|corpse)$/.test(noun.noun);
  const after = isBody ? { side: null, end: read.end } : behind(line, read.end, knowledge);
  if (opener && !article && noun.noun === 'other') return null;
  const common = {
    ...base(from, after.end),
    side: sideOf(read.head, read.side, after.side, knowledge),
    noun: noun.noun,
    plural: noun.plural,
    adjective: read.adjective,
  };
  if (article) {
    // "A security personnel was killed": print uses some collective nouns for one.
    if (noun.plural && !/personnel$|^police$/.test(noun.noun)) return null;
    const more = first.folded === 'another' || (ordinalOf(folded[start] ?? '') ?? 0) > 1;
    return { ...common, plural: false, form: 'one', quantity: ONE, more };
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
      folded
        .slice(Math.max(0, from - 6), from - 1)
        .some(word => word === 'a' || word === 'an' || POSSESSIVE.has(word))
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
    // "two of them children", "14 of them soldiers": the noun stands right behind.
    const kind = one || vague ? null : scan(line, start + 2, knowledge, true);
    return kind?.head?.noun.plural === true && kind.unknown === 0
      ? {
          ...bare,
          form: 'counted',
          side: sideOf(kind.head, kind.side, null, knowledge),
          noun: kind.head.noun.noun,
          partitive: true,
          to: kind.end,
        }
      : { ...bare, form: 'elliptic', partitive: true, more };
  }
  // "down from 302 the month before": what an article opens is another phrase.
  if (/^(?:the|this|that|a|an|last)$/.test(folded[start] ?? '')) return { ...bare, form: 'elliptic', more };
  const read = scan(line, start, knowledge, !one);
  if (read.thing) return null;
  const at = /^(?:suspected|alleged|hardcore|local|armed)$/.test(folded[start] ?? '') ? start + 1 : start;
  const actor = read.head === null ? actorAt(line, at, knowledge) : null;
  if (actor !== null && !one) {
    // "took the lives of four VDP": the name of a force stands for its men.
    const side = actor.values[0]?.actor.kind === 'armed-group' ? 'militants' : 'security-forces';
    return { ...bare, form: 'counted', side, noun: 'member', to: at + actor.length, more };
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
  if (!one && !noun.plural && !vague) {
    // "two police" and "12 suspect" are typing; "22 vehicle owner" is not about one owner.
    if (read.unknown > 0) return { ...bare, form: 'elliptic', more };
  }
  const after = behind(line, read.end, knowledge);
  const other = noun.noun === 'other' || noun.noun === 'another';
  return {
    form: other ? 'elliptic' : 'counted',
    quantity: count.quantity,
    side: sideOf(read.head, read.side, after.side, knowledge),
    noun: other ? null : noun.noun,
    plural: !one,
    more: more || other,
    // "an officer and his two brothers": they are counted with him.
    partitive: partitive || POSSESSIVE.has(folded[from - 1] ?? ''),
    adjective: read.adjective,
    from,
    to: after.end,
  };
};
