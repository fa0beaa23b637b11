import type { Token } from '../../text/tokens.ts';

/** A token of a sentence without the joints inside names and numbers: hyphens and full stops are gone. */
export interface Word extends Token {
  /** Hangs on the word before with a hyphen: the "year" of "24-year-old". */
  readonly hyphened: boolean;
}

const wordsOf = (tokens: readonly Token[]): Word[] => {
  const words: Word[] = [];
  let hyphened = false;
  for (const token of tokens) {
    if (token.kind === 'mark' && (token.text === '-' || token.text === '.' || token.text === '‑')) {
      hyphened = token.text !== '.' && token.joined;
      continue;
    }
    // "the traders' union": the mark of a possessive holds words together like the 's does not.
    if (
      (token.text === "'" || token.text === '’') &&
      token.joined &&
      words.at(-1)?.folded.endsWith('s') === true
    )
      continue;
    const { kind, text, folded, span, capital, joined } = token;
    words.push({ kind, text, folded, span, capital, joined, hyphened: hyphened && joined });
    hyphened = false;
  }
  return words;
};

/** A sentence as words, beside their folded forms for phrase tables. */
export interface Line {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
}

export const lineOf = (tokens: readonly Token[]): Line => {
  const words = wordsOf(tokens);
  return { words, folded: words.map(word => word.folded) };
};
