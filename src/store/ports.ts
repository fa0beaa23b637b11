import type { ActorId, BodyId } from '../core/actor.ts';
import type { Article, ArticleId, Sentence } from '../core/article.ts';
import type { Figure, FigureId, Measure } from '../core/figure.ts';
import type { Report } from '../core/incident.ts';
import type { Day, Period } from '../core/period.ts';
import type { PlaceId } from '../core/place.ts';

/**
 * The moment an answer is given for. An article published later does not exist for it; an undated one always does.
 * An article that has a day but no hour exists from the start of that day.
 */
export interface AsOf {
  readonly day: Day;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly instant: string;
}

/** An article with everything that was read out of it: it comes and goes as one. */
export interface Reading {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly reports: readonly Report[];
}

export interface ArticleStore {
  /** All of it in one transaction. The same id again replaces what was read before. */
  readonly put: (readings: readonly Reading[]) => void;
  readonly article: (id: ArticleId, asOf: AsOf) => Article | null;
  readonly sentences: (id: ArticleId) => readonly Sentence[];
  /** Newest first, undated last, then by id. */
  readonly articles: (asOf: AsOf, limit: number) => readonly Article[];
  readonly counts: (asOf: AsOf) => {
    readonly articles: number;
    readonly figures: number;
    readonly reports: number;
  };
}

/** Every field narrows; one that is absent does not. */
export interface FigureFilter {
  readonly asOf: AsOf;
  /** Figures whose period lies within this one. */
  readonly within?: Period;
  /** Figures whose period shares a day with this one. */
  readonly overlapping?: Period;
  /** Figures of this place and of all it contains. */
  readonly place?: PlaceId;
  readonly bodies?: readonly BodyId[];
  readonly actor?: ActorId;
  readonly measures?: readonly Measure[];
  readonly scope?: Figure['scope'];
  readonly article?: ArticleId;
  /** Absent: security figures only. */
  readonly security?: boolean;
}

export interface ReportFilter {
  readonly asOf: AsOf;
  readonly overlapping?: Period;
  /** True: beside those of `overlapping`, those that have no period. */
  readonly undated?: boolean;
  readonly place?: PlaceId;
  readonly actor?: ActorId;
  readonly article?: ArticleId;
}

/** What the articles report, in indexed tables. Lists come in the order of article (oldest first, undated last), then of the text. */
export interface FactStore {
  readonly figures: (filter: FigureFilter) => readonly Figure[];
  readonly figure: (id: FigureId, asOf: AsOf) => Figure | null;
  readonly reports: (filter: ReportFilter) => readonly Report[];
}

export interface Store extends ArticleStore, FactStore {
  readonly close: () => void;
}
