import { hull, overlaps, type Span } from '../core/span.ts';
import { holdsPhrase, phraseSpans } from './phrase.ts';
import type { Query } from './query.ts';
import { BM25 } from './ranking.ts';
import type { ReadArticle, ReadSentence } from './shelf.ts';
import type { Term } from './terms.ts';

/** What a sentence is judged by. */
export interface Wanted {
  /** What a term adds where it occurs: its rarity times its weight; 0 when it is not asked for. */
  readonly worth: (term: string) => number;
  readonly phrases: Query['phrases'];
}

export interface BestSentence {
  readonly index: number;
  /** BM25 of the sentence alone, on the scale of the article's. */
  readonly score: number;
  /** What was asked for in it, in order, not overlapping. */
  readonly marks: readonly Span[];
}

const countTerms = (terms: readonly Term[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

const scoreOf = (counts: ReadonlyMap<string, number>, usualLength: number, { worth }: Wanted): number => {
  const { k, b } = BM25;
  const damping = k * (1 - b + (b * counts.size) / (usualLength || 1));
  let score = 0;
  for (const [term, count] of counts) score += (worth(term) * count * (k + 1)) / (count + damping);
  return score;
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

const marksIn = (sentence: ReadSentence, { worth, phrases }: Wanted): Span[] =>
  merged([
    ...sentence.terms.filter(({ term }) => worth(term) > 0).map(({ span }) => span),
    ...phrases.flatMap(phrase => phraseSpans(sentence.words, phrase)),
  ]);

/** The sentence with most of the quoted phrases, then with the best score, then the first; null when there is none. */
export const bestSentence = ({ sentences }: ReadArticle, wanted: Wanted): BestSentence | null => {
  const counted = sentences.map(({ terms }) => countTerms(terms));
  const usualLength = counted.reduce((sum, counts) => sum + counts.size, 0) / counted.length;
  const [best] = sentences
    .map((sentence, i) => ({
      sentence,
      phrases: wanted.phrases.filter(phrase => holdsPhrase(sentence.words, phrase)).length,
      score: scoreOf(counted[i] ?? new Map(), usualLength, wanted),
    }))
    .sort((a, b) => b.phrases - a.phrases || b.score - a.score || a.sentence.index - b.sentence.index);
  if (best === undefined) return null;
  return { index: best.sentence.index, score: best.score, marks: marksIn(best.sentence, wanted) };
};
