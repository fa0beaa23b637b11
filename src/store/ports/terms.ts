import type { Article, ArticleId, Sentence } from '../../core/article.ts';
import type { Saved } from './saved.ts';

/** What full text finds an article by: terms in order, each as often as it is held. */
export interface ArticleTerms {
  /** Of a title that no sentence prints. */
  readonly title: readonly string[];
  /** Sentences that may be quoted. */
  readonly sentences: readonly { readonly index: number; readonly terms: readonly string[] }[];
}

/** The articles that hold a term, as three lists of the same length. */
interface TermPostings {
  /** Numbers of articles, rising. */
  readonly docs: Uint32Array;
  /** How often each holds it; a store may stop counting at 63. */
  readonly counts: Uint8Array;
  /** How many different terms each holds. */
  readonly lengths: Uint16Array;
}

/** A sentence as the numbers of its terms, in order. */
export interface TermSentence {
  readonly index: number;
  /** How many different ones it has. */
  readonly different: number;
  readonly terms: Uint32Array;
}

/** An article in the index. */
interface IndexedArticle {
  readonly doc: number;
  readonly id: ArticleId;
}

/** A current article that is not in the index yet. */
export interface Missing {
  readonly key: number;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
}

/**
 * The current version of every article as a bag of terms, kept with the landing. A doc is the number of one version in
 * the index; it is never given twice, and neither is the number of a term.
 */
export interface TermStore {
  /** How many articles there are, and how many different terms each holds, added up. */
  readonly termTotals: () => { readonly articles: number; readonly terms: number };
  /** Null for a term that never was in the index. */
  readonly termNumber: (term: string) => number | null;
  /** Of the terms from one up to, and without, another, in the order of their letters. */
  readonly termNumbers: (from: string, to: string) => readonly number[];
  readonly postings: (term: number) => TermPostings;
  /** In the order of the docs, without what is in the index no more. */
  readonly idsOf: (docs: readonly number[]) => readonly IndexedArticle[];
  /** Those of these articles that are in the index. */
  readonly docsOf: (ids: Iterable<ArticleId>) => readonly number[];
  /** The articles in the index that come after this one by id. */
  readonly indexedAfter: (id: ArticleId, limit: number) => readonly IndexedArticle[];
  /** In the order of the docs, without what is in the index no more. */
  readonly termSentences: (
    docs: readonly number[],
  ) => readonly { readonly doc: number; readonly sentences: readonly TermSentence[] }[];
  /**
   * In no order, those of these articles that have a sentence in which terms follow one another with nothing between them but some of
   * others. None of the terms is among those.
   */
  readonly docsWith: (
    docs: readonly number[],
    terms: readonly number[],
    between: ReadonlySet<number>,
  ) => readonly number[];
  /** Terms of higher numbers than this, with the highest; of some that only former versions held as well. */
  readonly termsAfter: (number: number) => { readonly last: number; readonly terms: readonly string[] };
  /** How many articles landed without terms, those of archives from before there was an index among them. */
  readonly termsMissingCount: () => number;
  readonly termsMissing: (limit: number) => readonly Missing[];
  /** Puts such articles into the index. @param terms null: nothing of it can be found */
  readonly addTerms: (
    added: readonly { readonly key: number; readonly terms: ArticleTerms | null }[],
  ) => Saved<null>;
}
