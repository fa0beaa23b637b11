import type { Article, ArticleId, Sentence } from '../../core/article.ts';
import type { Saved } from './saved.ts';

/** The articles that hold a term, as three lists of the same length. */
export interface Postings {
  readonly keys: readonly number[];
  /** How often each holds it. */
  readonly counts: readonly number[];
  /** How many different terms each holds. */
  readonly lengths: readonly number[];
}

/** A current article that is not in the index yet. */
export interface Missing {
  readonly key: number;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
}

/**
 * The current version of every article as a bag of terms, kept with the landing. A key stands for one version. Terms are
 * lower case, of letters, digits and "=/.-_".
 */
export interface TermStore {
  /** How many articles there are, and how many different terms each holds, added up. */
  readonly termTotals: () => { readonly articles: number; readonly terms: number };
  readonly articlesWith: (term: string) => number;
  readonly postings: (term: string) => Postings;
  /** All articles in the index. */
  readonly termKeys: () => readonly number[];
  /** In the order of the keys. */
  readonly idsOf: (keys: readonly number[]) => readonly ArticleId[];
  /** Terms of the index that begin so, in the order of their characters. */
  readonly termsFrom: (prefix: string) => readonly string[];
  /** Terms of so many characters, in no particular order; of some that only former versions held as well. */
  readonly termsOfLength: (from: number, to: number) => readonly string[];
  /** Articles that landed without terms, and those of archives from before there was an index. */
  readonly termsMissing: (limit: number) => readonly Missing[];
  /** Puts such articles into the index. @param terms null: nothing of it can be found */
  readonly addTerms: (
    added: readonly { readonly key: number; readonly terms: readonly string[] | null }[],
  ) => Saved<null>;
}
