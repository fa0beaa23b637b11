import type { Token } from '../../text/tokens.ts';

/** A token of a sentence without the joints inside names and numbers: hyphens and full stops are gone. */
export interface Word extends Token {
  /** Hangs on the word before with a hyphen: the "year" of "24-year-old". */
  readonly hyphened: boolean;
}

const wordsOf = (tokens: readonly Token[]): Word[] => {
  const words: Word[] = [];
  let hyphened = false;
  for (const [i, token] of tokens.entries()) {
    // "were killed - two of them soldiers - in Bannu": between blanks a hyphen is a dash, unless a name goes on.
    const next = tokens[i + 1];
    if (token.text === '-' && i > 0 && !token.joined && next?.joined === false && !next.capital) {
      words.push({ ...token, hyphened: false });
      continue;
    }
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

const MOST_IN_A_HEADLINE = 30;

/** It opens with a capital or a figure, is short, and has no stop. */
const isHeadlineLike = (tokens: readonly Token[]): boolean => {
  if (tokens.length < 2 || tokens.length > MOST_IN_A_HEADLINE) return false;
  const first = tokens[0]?.kind === 'mark' ? tokens[1] : tokens[0];
  const last = tokens.findLast(token => !/^["”’')\]]$/.test(token.text));
  return (first?.kind === 'number' || first?.capital === true) && !/^[.!?…:;,]$/.test(last?.text ?? '');
};

/** A sentence as words, beside their folded forms for phrase tables. */
export interface Line {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
  /** Printed like a headline: articles are left out, and a comma may stand for "and". */
  readonly headline: boolean;
}

export const lineOf = (tokens: readonly Token[]): Line => {
  const words = wordsOf(tokens);
  return { words, folded: words.map(word => word.folded), headline: isHeadlineLike(tokens) };
};
