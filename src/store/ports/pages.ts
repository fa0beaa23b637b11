import type { ArticleId } from '../../core/article.ts';
import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';

/** What can become of a page. `unchanged`: what became of it before still stands. */
export const PAGE_KINDS = [
  'taken',
  'updated',
  'unchanged',
  'copy-of',
  'not-relevant',
  'other-language',
  'refused',
  'unreadable',
  'failed',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What became of one page, by its normalised address. */
export interface PageOutcome {
  readonly url: string;
  readonly kind: PageKind;
  /** The article made of it; for a copy its own one. */
  readonly article: ArticleId | null;
  /** In words; null where the kind says all. */
  readonly reason: string | null;
  readonly at: Instant;
  /** Address of the feed that named it. */
  readonly feed: string | null;
}

/** An outcome that held from `at` to `last`, when the page was looked at last. */
export interface PageRecord extends PageOutcome {
  readonly last: Instant;
}

export interface PageStore {
  /** Outcomes that come without an article; those of articles come with their landing. */
  readonly record: (outcomes: readonly PageOutcome[]) => Saved<null>;
  /** Newest first; the same outcome again only moves `last`. Empty when the page was never met. */
  readonly of: (url: string) => readonly PageRecord[];
  /** Pages by what became of them last, every kind named; of one feed where one is given. */
  readonly counts: (feed?: string) => Readonly<Record<PageKind, number>>;
  /** The newest outcomes, newest first. */
  readonly newest: (limit: number, kind?: PageKind) => readonly PageRecord[];
}
