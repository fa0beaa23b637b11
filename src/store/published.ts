import type { Day } from '../core/period.ts';
import type { AsOf } from './ports/archive.ts';

/** When an article began to exist: a day, or an instant in UTC to the millisecond, or neither when unknown. */
export interface Moment {
  readonly day: Day | null;
  readonly instant: string | null;
}

const PUBLISHED = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads Article.published. An hour without a zone is UTC.
 * @throws RangeError when it is neither a day nor an ISO 8601 instant: whoever made the article should have checked
 */
export const momentOf = (published: string | null): Moment => {
  if (published === null) return { day: null, instant: null };
  const shape = PUBLISHED.exec(published);
  if (shape === null) throw new RangeError(`published is no ISO 8601 day or instant: "${published}"`);
  if (published === shape[1]) return { day: published, instant: null };
  const time = new Date(shape[2] === undefined ? `${published}Z` : published);
  if (Number.isNaN(time.getTime())) throw new RangeError(`published is no real time: "${published}"`);
  return { day: null, instant: time.toISOString() };
};

/**
 * SQL: the version `a` is what :day and :instant see of its article. A day counts from its start. The first version has
 * no `since`: it stands for the article also where it came to us later than it was published.
 */
export const EXISTS = `((a.moment IS NULL OR a.day <= :day OR a.instant <= :instant)
  AND (a.since IS NULL OR a.since <= :instant) AND (a.until IS NULL OR a.until > :instant))`;

/**
 * SQL: all articles by way of the index that holds what EXISTS asks for. SQLite would go through the rows, texts and all,
 * since it takes an index with a generated column for one that does not cover.
 */
export const ALL_TIMES = 'articles a INDEXED BY articles_times';

/** SQL: true of every article; lets ALL_TIMES be a range. */
export const ANY_ID = "a.id >= ''";

export const existsAt = (asOf: AsOf): { day: string; instant: string } => ({
  day: asOf.day,
  instant: asOf.instant,
});

/** SQL: articles from the oldest to the newest, undated last, each in the order of its text. `t` is the read table. */
export const IN_ORDER = 'ORDER BY a.moment NULLS LAST, a.id, t.start, t.stop, t.id';
