import { hull, overlaps, type Span } from '../core/span.ts';
import { phraseSpans } from './phrase.ts';
import type { TermSentence } from './ports.ts';
import type { Query } from './query.ts';
import { BM25 } from './ranking.ts';
import type { ReadSentence } from './shelf.ts';

/** What a sentence is judged by. */
export interface Wanted {
  /** By the number of a term, what it adds where it occurs: its rarity times its weight. */
  readonly worths: ReadonlyMap<number, number>;
  /** How many of the quoted phrases a sentence holds. */
  readonly phrasesIn: (index: number) => number;
}

export interface BestSentence {
  readonly index: number;
  /** BM25 of the sentence alone, on the scale of the article's. */
  readonly score: number;
}

const scoreOf = ({ different, terms }: TermSentence, usualLength: number, { worths }: Wanted): number => {
  const counts = new Map<number, number>();
  for (const term of terms) if (worths.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const { k, b } = BM25;
  const damping = k * (1 - b + (b * different) / (usualLength || 1));
  let score = 0;
  for (const [term, count] of counts)
    score += ((worths.get(term) ?? 0) * count * (k + 1)) / (count + damping);
  return score;
};

/** The sentence with most of the quoted phrases, then with the best score, then the first; null when there is none. */
export const bestSentence = (sentences: readonly TermSentence[], wanted: Wanted): BestSentence | null => {
  const usualLength = sentences.reduce((sum, { different }) => sum + different, 0) / sentences.length;
  const [best] = sentences
    .map(sentence => ({
      index: sentence.index,
      phrases: wanted.phrasesIn(sentence.index),
      score: scoreOf(sentence, usualLength, wanted),
    }))
    .sort((a, b) => b.phrases - a.phrases || b.score - a.score || a.index - b.index);
  return best === undefined ? null : { index: best.index, score: best.score };
};

const merged = (spans: readonly Span[]): Span[] => {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = apart.at(-1);
    if (last !== undefined && overlaps(last, span)) apart[apart.length - 1] = hull([last, span]);
    else apart.push(span);
  }
  return apart;
};

/** What was asked for in a sentence, in order, not overlapping. */
export const marksIn = (
  sentence: ReadSentence,
  terms: ReadonlySet<string>,
  phrases: Query['phrases'],
): readonly Span[] =>
  merged([
    ...sentence.terms.filter(({ term }) => terms.has(term)).map(({ span }) => span),
    ...phrases.flatMap(phrase => phraseSpans(sentence.words, phrase)),
  ]);
