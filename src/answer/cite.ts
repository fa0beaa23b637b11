import type { Citation, Inline } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import type { Span } from '../core/span.ts';
import { encloses, printed } from '../core/span.ts';
import type { Moment, Services } from '../query/services.ts';

/** Hands out the numbers of an answer's citations, in the order in which they are first needed. */
export interface CiteBook {
  /** The number for a stretch of an article; the same stretch keeps its number. */
  readonly cite: (article: string, span: Span) => number;
  readonly figure: (figure: Figure) => number;
  /** The whole sentence. */
  readonly sentence: (article: string, sentence: number) => number;
  readonly list: () => readonly Citation[];
  /** A book of another moment that hands out the same numbers: articles are cited as they read then. */
  readonly asOf: (moment: Moment) => CiteBook;
}

export const citeBook = (store: Services['store'], asOf: Moment): CiteBook => bookOf(store, asOf, []);

/** @param citations of all moments, in the order of their numbers; added to */
const bookOf = (store: Services['store'], asOf: Moment, citations: Citation[]): CiteBook => {
  const numbers = new Map<string, number>();
  const cite = (id: string, span: Span): number => {
    const key = `${id}#${span.start}-${span.end}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const article = store.article(id, asOf);
    if (article === null) throw new Error(`cited article ${id} does not exist for this answer`);
    const sentences = store.sentences(id, asOf);
    const whole = sentences.find(sentence => encloses(sentence.span, span));
    const [quote, sentence] = [printed(article.text, span), printed(article.text, whole?.span ?? span)];
    // Where both moments read the same, it is one citation.
    const same = citations.find(
      each =>
        each.article === id &&
        each.start === span.start &&
        each.end === span.end &&
        each.quote === quote &&
        each.sentence === sentence,
    );
    const n = same?.n ?? citations.length + 1;
    numbers.set(key, n);
    if (same === undefined)
      citations.push({
        n,
        article: id,
        title: article.title,
        publisher: article.publisher,
        published: article.published,
        url: article.url,
        quote,
        sentence,
        start: span.start,
        end: span.end,
      });
    return n;
  };
  return {
    cite,
    figure: figure => cite(figure.article, figure.span),
    sentence: (article, index) => {
      const sentence = store.sentences(article, asOf).find(each => each.index === index);
      if (sentence === undefined) throw new Error(`article ${article} has no sentence ${index}`);
      return cite(article, sentence.span);
    },
    list: () => citations,
    asOf: moment => bookOf(store, moment, citations),
  };
};

/** Marks for several citations, each once, in the order of their numbers. */
export const marks = (numbers: readonly number[]): Inline[] =>
  [...new Set(numbers)].sort((a, b) => a - b).map(n => ({ kind: 'cite', n }));
