import { type Synonyms, unitsOf } from './terms.ts';
import { type Word, wordsIn } from './words.ts';

/** What a person looks for. Words are found in any form and any order, phrases as typed. */
export interface Query {
  readonly words: readonly Word[];
  /** Words that must follow one another in a sentence, as typed but for case and accents. */
  readonly phrases: readonly (readonly Word[])[];
  /** Words that must not occur: one alone in any form, more as a phrase. */
  readonly excluded: readonly (readonly Word[])[];
}

/** `-` before a word or a phrase leaves out; a quote that is never closed is no quote. */
const PART = /(-?)(?:["“„]([^"“”„]*)["”]|(\S+))/gu;

/** Who types more words than this has said what is looked for; each costs a look at its articles. */
const MOST_WORDS = 64;

/** Reads `railway "Quetta station" -cricket`. Any text is a query; one without words finds nothing, and of a long one the first words count. */
export const parseQuery = (typed: string): Query => {
  const words: Word[] = [];
  const phrases: Word[][] = [];
  const excluded: Word[][] = [];
  let left = MOST_WORDS;
  for (const [, minus, quoted, plain] of typed.matchAll(PART)) {
    const found = wordsIn(quoted ?? plain ?? '').slice(0, left);
    left -= found.length;
    if (found.length === 0) continue;
    if (minus === '-') {
      excluded.push(found);
      continue;
    }
    words.push(...found);
    if (quoted !== undefined) phrases.push(found);
  }
  return { words, phrases, excluded };
};

/**
 * A name typed as one word is also looked for as that word, inside longer names: "Quetta" in "Quetta Gladiators". Of 0.5 and 1
 * the better one on the headlines of BENCHMARKS.md, which is no proof for others.
 */
const WORD_OF_NAME = 0.5;

/**
 * The terms to look up, each with its weight. A name counts as one term in whatever spelling it is typed; when no
 * article has it, its words are looked up instead.
 */
export const weightedTerms = (
  words: readonly Word[],
  synonyms: Synonyms,
  occurs: (term: string) => boolean,
): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  const add = (term: string | null, weight: number) => {
    if (term !== null) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  };
  for (const unit of unitsOf(words, synonyms)) {
    const named = unit.named.filter(occurs);
    for (const term of named) add(term, 1 / named.length);
    if (named.length === 0) for (const { stem } of unit.words) add(stem, 1);
    else if (unit.words.length === 1) for (const { stem } of unit.words) add(stem, WORD_OF_NAME);
  }
  return weights;
};
