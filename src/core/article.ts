import type { Day } from './period.ts';
import type { Span } from './span.ts';

/** For articles from files the file's name without its ending. */
export type ArticleId = string;

export interface Article {
  readonly id: ArticleId;
  readonly title: string | null;
  /** `YYYY-MM-DD`, or a full ISO instant where the hour is known; null when the article does not say. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** As it was received, debris included: every span counts in it. */
  readonly text: string;
}

/** `debris` is what the page printed around the article, `repeat` a line it printed before. Neither is read or quoted. */
export type SentenceRole = 'headline' | 'body' | 'debris' | 'repeat';

export interface Sentence {
  /** Position in the article, from 0. */
  readonly index: number;
  readonly span: Span;
  /** Position of the block (line) it stands in, from 0. */
  readonly paragraph: number;
  readonly role: SentenceRole;
}

export const publishedDay = (article: Pick<Article, 'published'>): Day | null =>
  article.published === null ? null : article.published.slice(0, 10);
