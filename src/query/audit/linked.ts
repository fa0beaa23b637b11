import type { ArticleId } from '../../core/article.ts';
import type { Figure, FigureId } from '../../core/figure.ts';
import type { Moment, Services } from '../services.ts';
import type { LinkedTrend } from './check.ts';

/** The trends an article prints, with the figures they were derived from. */
export const trendsOf = (
  article: ArticleId,
  asOf: Moment,
  { store, trends }: Pick<Services, 'store' | 'trends'>,
): LinkedTrend[] => {
  const named = (id: FigureId | null): Figure | null => (id === null ? null : store.figure(id, asOf));
  return trends(article, asOf).map(trend => ({
    trend,
    of: named(trend.of),
    from: named(trend.from),
    to: named(trend.to),
  }));
};
