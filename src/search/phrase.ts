import { hull, type Span } from '../core/span.ts';
import type { Word } from './words.ts';

/** The stretches where the words of a phrase follow one another, as typed but for case and accents. */
export const phraseSpans = (words: readonly Word[], phrase: readonly Word[]): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at + phrase.length <= words.length; at++)
    if (phrase.every(({ folded }, i) => words[at + i]?.folded === folded))
      spans.push(hull(words.slice(at, at + phrase.length).map(word => word.span)));
  return spans;
};

export const holdsPhrase = (words: readonly Word[], phrase: readonly Word[]): boolean =>
  phraseSpans(words, phrase).length > 0;
