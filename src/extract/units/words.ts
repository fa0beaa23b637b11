import { type Token, tokenize } from '../../text/tokens.ts';

/** A token of a sentence without the joints inside names and numbers: hyphens and full stops are gone. */
export interface Word extends Token {
  /** Hangs on the word before with a hyphen: the "year" of "24-year-old". */
  readonly hyphened: boolean;
}

/** The words and marks of a stretch of text, ready for phrase tables: `folded` of each is what they compare. */
export const wordsOf = (text: string, from: number, to: number): Word[] => {
  const words: Word[] = [];
  let hyphened = false;
  for (const token of tokenize(text, from, to)) {
    if (token.kind === 'mark' && (token.text === '-' || token.text === '.' || token.text === '‑')) {
      hyphened = token.text !== '.' && token.joined;
      continue;
    }
    // "the traders' union": the mark of a possessive holds words together like the 's does not.
    if (/^['’]$/.test(token.text) && token.joined && words.at(-1)?.folded.endsWith('s') === true) continue;
    words.push({ ...token, hyphened: hyphened && token.joined });
    hyphened = false;
  }
  return words;
};

/** A sentence as words, beside their folded forms for phrase tables. */
export interface Line {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
}

export const lineOf = (text: string, from: number, to: number): Line => {
  const words = wordsOf(text, from, to);
  return { words, folded: words.map(word => word.folded) };
};
