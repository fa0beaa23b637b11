import type { Bound } from '../../core/figure.ts';
import { numberAt } from '../../text/numbers.ts';
import type { Line } from '../units/words.ts';
import type { Knowledge } from '../vocabulary.ts';

/** A number with its bound, as words of the line. */
export interface NumberWords {
  readonly value: number;
  readonly bound: Bound;
  readonly from: number;
  readonly to: number;
}

const MOST_BOUND_WORDS = 4;

/** The bound printed right before a number: "nearly", "more than". */
export const boundBefore = (
  { folded }: Line,
  at: number,
  { lexicon }: Knowledge,
): { readonly bound: Bound; readonly from: number } => {
  for (let from = Math.max(0, at - MOST_BOUND_WORDS); from < at; from++) {
    const found = lexicon.bounds.longestAt(folded, from);
    const bound = found?.values[0]?.bound;
    if (found !== null && from + found.length === at && bound !== undefined && bound !== 'vague')
      return { bound, from };
  }
  return { bound: 'exact', from: at };
};

/** "63", "6.9", "sixty-six": a plain number, which may have decimals. */
export const decimalAt = ({ words, folded }: Line, at: number): { value: number; length: number } | null => {
  const word = words[at];
  if (word?.kind === 'number')
    return /^\d{1,6}(?:\.\d+)?$/.test(word.text) ? { value: Number(word.text), length: 1 } : null;
  return word?.kind === 'word' ? numberAt(folded, at) : null;
};

/** "63%", "nearly 66 per cent", "63 pc", "two thirds" where it begins; loose words ("a third") are about so much. */
export const percentAt = (line: Line, at: number, knowledge: Knowledge): NumberWords | null => {
  const { words, folded } = line;
  const { fractions, percent } = knowledge.lexicon.trends;
  const fraction = fractions.longestAt(folded, at);
  const [part] = fraction?.values ?? [];
  if (fraction !== null && part !== undefined) {
    const before = boundBefore(line, at, knowledge);
    return {
      value: part,
      bound: before.bound === 'exact' ? 'about' : before.bound,
      from: before.from,
      to: at + fraction.length,
    };
  }
  const number = decimalAt(line, at);
  if (number === null) return null;
  const behind = at + number.length;
  const sign = words[behind]?.text === '%' ? 1 : (percent.longestAt(folded, behind)?.length ?? 0);
  // "20 to 30 per cent" is no one number.
  const range = folded[at - 1] === 'to' || words[at]?.hyphened === true;
  if (range && words[at - (folded[at - 1] === 'to' ? 2 : 1)]?.kind === 'number') return null;
  // "2 percentage points" is no percentage of anything.
  if (sign === 0 || /^points?$/.test(folded[behind + sign] ?? '')) return null;
  const before = boundBefore(line, at, knowledge);
  return { value: number.value, bound: before.bound, from: before.from, to: behind + sign };
};
