import { stem } from 'porter2';
import { fold } from '../core/fold.ts';
import type { Span } from '../core/span.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A word of a text, for finding: where it stands, its folded form, and its stem; a stop word has none. */
export interface Word {
  readonly span: Span;
  readonly folded: string;
  readonly stem: string | null;
}

/** Some apostrophes are letters to Unicode; taken out of them, no character fits two places of the pattern: its time is linear. */
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--[ʼʻʿʾ]]`;
const APOSTROPHE = "['’‘ʼʻʿʾ`´]";

/** "1,612", "63.5", "2024" */
const NUMBER = String.raw`\p{Nd}+(?:,\p{Nd}{3}(?!\p{Nd}))*(?:\.\p{Nd}+)*(?!${LETTER})`;

/** "Jama’at" with the apostrophe inside, "Quetta’s" without the possessive, which is no word either. */
const WORD = `(?<!${LETTER}${APOSTROPHE})${LETTER}+(?:${APOSTROPHE}+(?![sS](?!${LETTER}))${LETTER}+)*`;

const NUMBER_OR_WORD = new RegExp(`${NUMBER}|${WORD}`, 'gv');

interface Form {
  readonly folded: string;
  readonly stem: string | null;
}

const formOf = (printed: string): Form => {
  const folded = fold(printed).replaceAll(',', '');
  const isStop = folded === '' || STOP_WORDS.has(folded);
  return { folded, stem: isStop ? null : /^[a-z]+$/.test(folded) ? stem(folded) : folded };
};

/** Enough for the vocabulary of a hundred thousand articles; past it the memory is given back and filled anew. */
const MOST_FORMS = 200_000;
const forms = new Map<string, Form>();

const rememberedForm = (printed: string): Form => {
  const known = forms.get(printed);
  if (known !== undefined) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const form = formOf(printed);
  forms.set(printed, form);
  return form;
};

/** The words of a stretch of text; spans count in the whole text. */
export const wordsIn = (text: string, stretch: Span = { start: 0, end: text.length }): Word[] => {
  const words: Word[] = [];
  const within = text.slice(stretch.start, stretch.end);
  // By hand: to iterate over all matches would copy the pattern for each stretch.
  NUMBER_OR_WORD.lastIndex = 0;
  for (let match = NUMBER_OR_WORD.exec(within); match !== null; match = NUMBER_OR_WORD.exec(within)) {
    const [printed] = match;
    const { folded, stem } = rememberedForm(printed);
    if (folded === '') continue;
    const start = stretch.start + match.index;
    words.push({ span: { start, end: start + printed.length }, folded, stem });
  }
  return words;
};
