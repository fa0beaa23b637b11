import SearchableMap from 'minisearch/SearchableMap';
import type { TermIndex } from './ports.ts';

/** A word that may be a typo: names are never guessed, and 2024 is not nearly 2023. */
const isGuessable = (term: string): boolean => term.length >= 4 && /^\p{L}+$/u.test(term);

/** What a slip may have been meant as. */
const WORD = /^[\p{L}\p{M}]{3,}$/u;

/** What a near term counts, before its distance is taken off: the beginning of a word tells more than a slip. */
const BEGUN = 0.375;
const SLIPPED = 0.45;
const MORE_LETTERS = 0.3;

/** Slips allowed, for each letter of a term; and most. */
const SLIPS_A_LETTER = 0.2;
const MOST_SLIPS = 6;

/** A term that stands for another, with its share of that one's weight. */
type StandIn = readonly [term: string, share: number];

/**
 * The nearest words of an index for one that no article holds: those that it begins, and those a slip away, weighed as
 * MiniSearch weighs them and found in its tree. The tree is filled when the first is asked for, and grows with the index.
 */
export const createStandIns = (
  index: Pick<TermIndex, 'termsAfter'>,
): ((term: string) => readonly StandIn[]) => {
  const tree = new SearchableMap<true>();
  let had = 0;
  const grow = (): void => {
    const { last, terms } = index.termsAfter(had);
    for (const term of terms) if (WORD.test(term)) tree.set(term, true);
    had = last;
  };
  return term => {
    if (!isGuessable(term)) return [];
    grow();
    const begun = [...tree.atPrefix(term).keys()].filter(word => word !== term);
    const slips = Math.min(MOST_SLIPS, Math.round(term.length * SLIPS_A_LETTER));
    const slipped = slips === 0 ? [] : [...tree.fuzzyGet(term, slips)];
    return [
      ...begun.map((word): StandIn => {
        const more = word.length - term.length;
        return [word, (BEGUN * word.length) / (word.length + MORE_LETTERS * more)];
      }),
      ...slipped.flatMap(([word, [, distance]]): readonly StandIn[] =>
        word.startsWith(term) ? [] : [[word, (SLIPPED * word.length) / (word.length + distance)]],
      ),
    ];
  };
};
