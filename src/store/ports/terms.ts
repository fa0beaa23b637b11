import type { Article, ArticleId, Sentence } from '../../core/article.ts';
import type { Saved } from './saved.ts';

/** The articles that hold a term, as three lists of the same length. */
export interface TermPostings {
  /** Numbers of articles, rising. */
  readonly docs: Uint32Array;
  /** How often each holds it; a store may stop counting at 63. */
  readonly counts: Uint8Array;
  /** How many different terms each holds. */
  readonly lengths: Uint16Array;
}

/** A current article that is not in the index yet. */
export interface Missing {
  readonly key: number;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
}

/**
 * The current version of every article as a bag of terms, kept with the landing. A doc is the number of one version in
 * the index; it is never given twice. Terms are lower case and hold no blank.
 */
export interface TermStore {
  /** How many articles there are, and how many different terms each holds, added up. */
  readonly termTotals: () => { readonly articles: number; readonly terms: number };
  readonly postings: (term: string) => TermPostings;
  /** All articles in the index, rising. */
  readonly termDocs: () => readonly number[];
  /** In the order of the docs, without what is in the index no more. */
  readonly idsOf: (docs: readonly number[]) => readonly { readonly doc: number; readonly id: ArticleId }[];
  /**
   * Terms that are words of letters, in the order in which they first came in; of some that only former versions held as
   * well.
   * @param after how many the reader has had
   */
  readonly termWords: (after: number) => readonly string[];
  /** How many articles landed without terms, those of archives from before there was an index among them. */
  readonly termsMissingCount: () => number;
  readonly termsMissing: (limit: number) => readonly Missing[];
  /** Puts such articles into the index. @param terms null: nothing of it can be found */
  readonly addTerms: (
    added: readonly { readonly key: number; readonly terms: readonly string[] | null }[],
  ) => Saved<null>;
}
