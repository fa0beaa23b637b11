import { foldWords } from '../core/fold.ts';

/** Four words in a row: short enough to survive small edits, long enough not to be idiom. */
const SHINGLE = 4;
/**
 * From this share of common shingles on, two passages are one text printed twice. Edited wire copies share a third;
 * independent accounts of one happening share next to nothing.
 */
const COPY = 0.25;

export type Shingles = ReadonlySet<string>;

/** Every run of four words of a text. */
export const shingles = (text: string): Shingles => {
  const words = foldWords(text);
  const found = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) found.add(words.slice(i, i + SHINGLE).join(' '));
  return found;
};

/** Share of four-word runs that two passages have in common, 0 to 1. */
const similarity = (left: Shingles, right: Shingles): number => {
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter(each => right.has(each)).length;
  return common / (left.size + right.size - common);
};

/** Whether two passages, by their shingles, are near-verbatim copies: a wire story printed fifteen times has one origin. */
export const isCopy = (a: Shingles, b: Shingles): boolean => similarity(a, b) >= COPY;

/** Somebody's word on something: who said it, and the passage that prints it. */
export interface Testimony {
  /** Null when the article does not say who. */
  readonly body: string | null;
  readonly article: string;
  readonly passage: string;
}

/** One word of one body, however often printed; copies of one text; the same article. */
const sameOrigin = (a: Testimony, b: Testimony): boolean =>
  a.article === b.article
    ? a.body === b.body
    : (a.body !== null && a.body === b.body) || isCopy(shingles(a.passage), shingles(b.passage));

/** Groups of testimonies that go back to one origin, in the order given. */
export const originsOf = <T extends Testimony>(testimonies: readonly T[]): T[][] => {
  const groups: T[][] = [];
  for (const each of testimonies) {
    const mine = groups.filter(group => group.some(other => sameOrigin(each, other)));
    const merged = [...mine.flat(), each];
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
};
