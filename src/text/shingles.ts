import { foldWords } from '../core/fold.ts';

/** Four words in a row: short enough to survive small edits, long enough not to be idiom. */
export const SHINGLE = 4;

export type Shingles = ReadonlySet<string>;

/** Every run of four words of a text, folded. */
export const shingles = (text: string): Shingles => {
  const words = foldWords(text);
  const found = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) found.add(words.slice(i, i + SHINGLE).join(' '));
  return found;
};

/** Share of four-word runs that two texts have in common, 0 to 1. Runs may be given by their hashes. */
export const similarity = <Run>(left: ReadonlySet<Run>, right: ReadonlySet<Run>): number => {
  if (left.size === 0 || right.size === 0) return 0;
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let common = 0;
  for (const each of small) if (large.has(each)) common += 1;
  return common / (left.size + right.size - common);
};
