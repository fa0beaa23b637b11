import { editDistance } from './distance.ts';
import type { TermIndex } from './ports.ts';

/** A word that may be a typo: names are never guessed, and 2024 is not nearly 2023. */
const isGuessable = (term: string): boolean => term.length >= 4 && /^\p{L}+$/u.test(term);

/** What a near term counts, before its distance is taken off: the beginning of a word tells more than a slip. */
const BEGUN = 0.375;
const SLIPPED = 0.45;
const MORE_LETTERS = 0.3;

/** Slips allowed, for each letter of a term; and most. */
const SLIPS_A_LETTER = 0.2;
const MOST_SLIPS = 6;

/** Two neighbours swapped are two slips here: half of them make another word ("form", "from"). */
const SWAP = 2;

/** The terms that stand for one, each with its share of the weight: itself where an article holds it, else the nearest. */
export const standIns = (
  term: string,
  index: TermIndex,
): readonly (readonly [term: string, share: number])[] => {
  if (index.articlesWith(term) > 0) return [[term, 1]];
  if (!isGuessable(term)) return [];
  const begun = index.termsFrom(term);
  const slips = Math.min(MOST_SLIPS, Math.round(term.length * SLIPS_A_LETTER));
  const characters = [...term].length;
  const slipped =
    slips === 0
      ? []
      : index.termsOfLength(characters - slips, characters + slips).flatMap(near => {
          const distance = near.startsWith(term) ? slips + 1 : editDistance(term, near, slips, SWAP);
          return distance > slips || index.articlesWith(near) === 0 ? [] : [[near, distance] as const];
        });
  return [
    ...begun.map(
      more =>
        [more, (BEGUN * more.length) / (more.length + MORE_LETTERS * (more.length - term.length))] as const,
    ),
    ...slipped.map(([near, distance]) => [near, (SLIPPED * near.length) / (near.length + distance)] as const),
  ];
};
