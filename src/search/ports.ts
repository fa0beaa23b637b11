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
  readonly add: (article: Article, sentences: readonly Sentence[]) => void;
  readonly remove: (id: ArticleId) => void;
  /** Best first; equal scores by id. `visible` says which articles exist for this question. */
  readonly find: (words: string, limit: number, visible: (id: ArticleId) => boolean) => readonly Hit[];
  /** Whether any such article prints the word in some form; true for stop words, which all do. */
  readonly holds: (word: string, visible: (id: ArticleId) => boolean) => boolean;
}

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
