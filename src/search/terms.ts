import type { PhraseTable } from '../core/phrases.ts';
import { hull, type Span } from '../core/span.ts';
import type { Word } from './words.ts';

/** Leads from a name in any spelling to the ids of what it names; see core/phrases.ts. */
export type Synonyms = Pick<PhraseTable<string>, 'longestAt'>;

/** A stretch of words that is looked up as one: a name, or a word that is part of none. */
export interface Unit {
  /** Terms of the thing named, one for each thing of this name; empty for a plain word. */
  readonly named: readonly string[];
  readonly words: readonly Word[];
}

/** What a text is indexed under, and the words that stand for it. */
export interface Term {
  readonly term: string;
  readonly span: Span;
}

/** No word holds this character, so a name never meets a word: "=ttp" is the group, "ttp" the letters. */
const NAME_MARK = '=';

/** The terms of names are those from the one up to, and without, the other. */
export const NAMES = { from: NAME_MARK, to: String.fromCharCode(NAME_MARK.charCodeAt(0) + 1) } as const;

const NOT_NAMED: readonly string[] = [];

/** Cuts words into names and the words between them; the longest name that begins at a word wins. */
export const unitsOf = (words: readonly Word[], synonyms: Synonyms): Unit[] => {
  const folded = words.map(word => word.folded);
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    const name = synonyms.longestAt(folded, at);
    const length = name?.length ?? 1;
    const named = name === null ? NOT_NAMED : name.values.map(id => NAME_MARK + id);
    units.push({ named, words: words.slice(at, at + length) });
    at += length;
  }
  return units;
};

/** Every name as one term, and every word that is no stop word, those of names included. */
export const termsOf = (words: readonly Word[], synonyms: Synonyms): Term[] => {
  const folded = words.map(word => word.folded);
  const terms: Term[] = [];
  // No units are made on the way: every text that is found is cut again.
  for (let at = 0; at < words.length; ) {
    const name = synonyms.longestAt(folded, at);
    const end = at + (name?.length ?? 1);
    if (name !== null) {
      const span = hull(words.slice(at, end).map(word => word.span));
      for (const id of name.values) terms.push({ term: NAME_MARK + id, span });
    }
    for (; at < end; at++) {
      const word = words[at];
      if (word !== undefined && word.stem !== null) terms.push({ term: word.stem, span: word.span });
    }
  }
  return terms;
};
