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

/** The articles that exist for a question. */
export interface Visible {
  readonly has: (id: ArticleId) => boolean;
  /** All of them, for when `has` would have to be asked of too many. */
  readonly all: () => Iterable<ArticleId>;
}

/** Full text over articles; the snippet is picked from the best ones as they are found. */
export interface Search {
  /** Best first; equal scores by id. */
  readonly find: (words: string, limit: number, visible: Visible) => readonly Hit[];
  /** The articles that `find` would give, without their sentences: for those who look through many. */
  readonly ranked: (words: string, limit: number, visible: Visible) => readonly ArticleId[];
  /** Whether any such article prints the word in some form; true for stop words, which all do. */
  readonly holds: (word: string, visible: Visible) => boolean;
}

/** The articles that hold a term, as three lists of the same length. */
export interface Postings {
  /** Rising. */
  readonly docs: Uint32Array;
  /** How often each holds it. */
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
export interface Indexed {
  readonly doc: number;
  readonly id: ArticleId;
}

/** Articles as bags of terms, wherever they are kept. A doc is the number of an article in the index; terms have one too. */
export interface TermIndex {
  /** How many articles there are, and how many different terms each holds, added up. */
  readonly termTotals: () => { readonly articles: number; readonly terms: number };
  /** Null for a term that never was in the index. */
  readonly termNumber: (term: string) => number | null;
  /** Of the terms from one up to, and without, another, in the order of their letters. */
  readonly termNumbers: (from: string, to: string) => readonly number[];
  readonly postings: (term: number) => Postings;
  /** In the order of the docs, without what is in the index no more. */
  readonly idsOf: (docs: readonly number[]) => readonly Indexed[];
  /** Those of these articles that are in the index. */
  readonly docsOf: (ids: Iterable<ArticleId>) => readonly number[];
  /** The articles that come after this one by id. */
  readonly indexedAfter: (id: ArticleId, limit: number) => readonly Indexed[];
  /** The sentences of articles that may be quoted, in the order of the docs. */
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
  /** Terms of higher numbers than this, with the highest. Some may be held by no article any more. */
  readonly termsAfter: (number: number) => { readonly last: number; readonly terms: readonly string[] };
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
