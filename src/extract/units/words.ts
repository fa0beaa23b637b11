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
  const tokens = tokenize(text, from, to);
  for (const [i, token] of tokens.entries()) {
    // "were killed - two of them soldiers - in Bannu": with blanks on both sides a hyphen is a dash.
    if (token.text === '-' && i > 0 && !token.joined && tokens[i + 1]?.joined === false) {
      words.push({ ...token, hyphened: false });
      continue;
    }
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

const ENDED = /[.!?…:;,]["”’')\]]*\s*$/;
const MOST_IN_A_HEADLINE = 30;

/** It opens with a capital or a figure, is short, and has no stop. */
const isHeadlineLike = (printed: string, words: number): boolean =>
  words > 1 &&
  words <= MOST_IN_A_HEADLINE &&
  /^["“‘'•–—-]?\s*[\p{Lu}\p{N}]/u.test(printed) &&
  !ENDED.test(printed);

/** A sentence as words, beside their folded forms for phrase tables. */
export interface Line {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
  /** Printed like a headline: articles are left out, and a comma may stand for "and". */
  readonly headline: boolean;
}

export const lineOf = (text: string, from: number, to: number): Line => {
  const words = wordsOf(text, from, to);
  const headline = isHeadlineLike(text.slice(from, to), words.length);
  return { words, folded: words.map(word => word.folded), headline };
};
