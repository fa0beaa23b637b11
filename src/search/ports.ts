import type { Article, ArticleId, Sentence } from '../core/article.ts';
import type { Span } from '../core/span.ts';

export interface Hit {
  readonly article: ArticleId;
  readonly score: number;
  /** Index of the sentence that answers best. */
  readonly sentence: number;
  /** The words of the query in that sentence, as spans of the article's text. */
  readonly marks: readonly Span[];
}

/** Full text over articles; the snippet is picked from the best ones as they are found. */
export interface Search {
  /** Best first; equal scores by id. `visible` says which articles exist for this question. */
  readonly find: (words: string, limit: number, visible: (id: ArticleId) => boolean) => readonly Hit[];
  /** Whether any such article prints the word in some form; true for stop words, which all do. */
  readonly holds: (word: string, visible: (id: ArticleId) => boolean) => boolean;
}

/** Articles as bags of terms, wherever they are kept. A key stands for one wording of an article. */
export interface TermIndex {
  /** How many articles there are, and how many different terms each holds, added up. */
  readonly termTotals: () => { readonly articles: number; readonly terms: number };
  readonly articlesWith: (term: string) => number;
  /** The articles that hold a term, how often each does, and how many different terms each holds. */
  readonly postings: (term: string) => {
    readonly keys: readonly number[];
    readonly counts: readonly number[];
    readonly lengths: readonly number[];
  };
  readonly termKeys: () => readonly number[];
  /** In the order of the keys. */
  readonly idsOf: (keys: readonly number[]) => readonly ArticleId[];
  readonly termsFrom: (prefix: string) => readonly string[];
  /** By the count of their characters; some may be held by no article any more. */
  readonly termsOfLength: (from: number, to: number) => readonly string[];
}

/** Gives an article as it was indexed; null when there is none. */
export type Shelf = (
  id: ArticleId,
) => { readonly article: Article; readonly sentences: readonly Sentence[] } | null;

export type NameKind = 'place' | 'group' | 'body' | 'period' | 'victims' | 'article' | 'word';

export interface Name {
  readonly kind: NameKind;
  readonly id: string;
  /** As shown. */
  readonly name: string;
  /** Other spellings that lead to it. */
  readonly aliases: readonly string[];
  /** How much the corpus holds of it: more comes first. */
  readonly weight: number;
}

/** Names people type: completion while they type, and the nearest name for a typo. */
export interface NameIndex {
  readonly complete: (prefix: string, kinds: readonly NameKind[], limit: number) => readonly Name[];
  /** Names within a small edit distance of what was typed, nearest first; empty when nothing is near. */
  readonly nearest: (typed: string, kinds: readonly NameKind[], limit: number) => readonly Name[];
  /** Names the corpus holds something of (weight above 0) that are spelled exactly so; case and accents do not count. */
  readonly named: (typed: string, kinds: readonly NameKind[]) => readonly Name[];
}
