import type { ArticleId } from '../../core/article.ts';

/**
 * How many security figures and reports of current articles name a thing: a place or a period by figures and reports, a
 * body by figures, an actor by reports; a report that names an actor twice counts once.
 */
export interface Named {
  readonly kind: 'place' | 'period' | 'body' | 'actor';
  /** Its id, each place by itself, not by what contains it; of a period its two days, "2024-01-01/2024-12-31". */
  readonly name: string;
  readonly count: number;
}

export interface Titled {
  readonly id: ArticleId;
  readonly title: string | null;
}

/** What is known without reading any article or fact: the cost of a start. */
export interface TallyStore {
  /**
   * @param since a revision of the archive: what may have changed since, with a count of 0 where nothing names it any more;
   * null: all that is named
   */
  readonly named: (since: number | null) => readonly Named[];
  /** Every current article, by id. */
  readonly titles: () => readonly Titled[];
  /** Articles that came, changed or went since a revision; null: it went. */
  readonly retitled: (
    since: number,
  ) => readonly { readonly id: ArticleId; readonly current: Titled | null }[];
}
