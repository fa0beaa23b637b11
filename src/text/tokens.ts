import { fold } from '../core/fold.ts';
import type { Span } from '../core/span.ts';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** As printed. */
  readonly text: string;
  /** For comparing: no accents, no apostrophes, lower case, western digits. */
  readonly folded: string;
  readonly span: Span;
  /** Printed with a capital first letter. */
  readonly capital: boolean;
  /** Follows the token before without a blank: the "mm" of "9mm", the "old" of "24-year-old". */
  readonly joined: boolean;
}

/** Words (a possessive 's apart), numbers with their separators, and marks one by one. */
const TOKEN =
  /[\p{L}\p{M}]+(?:['’ʼ](?![sS](?![\p{L}]))[\p{L}\p{M}]+)*|[\d٠-٩۰-۹०-९০-৯]+(?:[.,٬][\d٠-٩۰-۹०-९০-৯]+)*|['’]s(?![\p{L}])|[^\s\p{L}\p{M}\d٠-٩۰-۹०-९০-৯]/gu;

/** Zeros of the digits that papers of South Asia and the Middle East print, each with its nine behind it. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6] as const;

/** The value of a digit in any of these scripts; null for everything else. */
const digitOf = (code: number): number | null => {
  const zero = ZEROS.find(start => code >= start && code <= start + 9);
  return zero === undefined ? null : code - zero;
};

/** A number in the digits of this page: "٢٦" is "26". */
const westernDigits = (text: string): string =>
  /^[\d.,]+$/.test(text)
    ? text
    : Array.from(text, mark => digitOf(mark.codePointAt(0) ?? 0) ?? mark.replace('٬', ',')).join('');

/** What is true of a word wherever it stands. */
type Form = Pick<Token, 'kind' | 'folded' | 'capital'>;

const formOf = (word: string): Form => {
  const first = word.codePointAt(0) ?? 0;
  const isNumber = digitOf(first) !== null;
  const isWord = !isNumber && /^\p{L}/u.test(word);
  return {
    kind: isNumber ? 'number' : isWord ? 'word' : 'mark',
    folded: isWord ? fold(word) : isNumber ? westernDigits(word) : word,
    capital: isWord && /^\p{Lu}/u.test(word),
  };
};

/** News is written in few words: each is looked at once. A text of made-up words must not fill the memory. */
const MOST_FORMS = 20_000;
const LONGEST_FORM = 40;
const forms = new Map<string, Form>();

const knownForm = (word: string): Form => {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = formOf(word);
  if (word.length > LONGEST_FORM) return form;
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(word, form);
  return form;
};

/**
 * Cuts a stretch of text into tokens; spans count in the whole text.
 * @param from where the stretch begins, in UTF-16 units
 */
export const tokenize = (text: string, from = 0, to = text.length): Token[] => {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const word = match[0];
    const start = from + match.index;
    const { kind, folded, capital } = knownForm(word);
    tokens.push({
      kind,
      text: word,
      folded,
      span: { start, end: start + word.length },
      capital,
      joined: start === end,
    });
    end = start + word.length;
  }
  return tokens;
};
