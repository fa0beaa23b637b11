import { type Article, publishedDay } from '../core/article.ts';
import type { Figure, Reading } from '../core/figure.ts';
import type { Report } from '../core/incident.ts';
import type { Place } from '../core/place.ts';
import type { Trend } from '../core/trend.ts';
import { type ReadArticle, readArticle } from './article/article.ts';
import { assemble } from './article/assemble.ts';
import { assumedDay } from './article/periods.ts';
import { refine } from './refiners/refine.ts';
import { rememberWords } from './remember.ts';
import { reportsOf } from './reports/reports.ts';
import { trendsOf } from './trends/trends.ts';
import type { Knowledge } from './vocabulary.ts';

/** What an article reports. Places come whole, since some are in no gazetteer. */
export interface Extraction {
  readonly sentences: ReadArticle['sentences'];
  readonly figures: readonly Figure[];
  readonly reports: readonly Report[];
  readonly places: ReadonlyMap<string, Place>;
  /** Shares, growth and averages that it prints beside its figures. */
  readonly trends: readonly Trend[];
}

const nation = (read: ReadArticle, knowledge: Knowledge): Reading<Place> | null => {
  const place = read.places.country === null ? null : knowledge.gazetteer.byId(read.places.country);
  return place === null ? null : { value: place, basis: 'assumed', span: null };
};

/**
 * Reads figures and incidents out of articles. Pure: the same article gives the same facts, and every span quotes its text.
 * In four steps: each sentence by itself (facts.ts), the article's places and scope (article.ts), counts put into
 * place, time and incident (assemble.ts), and the refiners over all of them (refine.ts).
 */
export const createExtractor = (source: Knowledge) => {
  const knowledge = rememberWords(source);
  return (article: Article): Extraction => {
    const read = readArticle(article, knowledge);
    const assumed = assumedDay(publishedDay(article) ?? read.scope.published);
    const { candidates, incidents, places } = assemble(
      article,
      read,
      knowledge,
      nation(read, knowledge),
      assumed,
    );
    const refined = refine(candidates, read, incidents);
    return {
      sentences: read.sentences,
      figures: refined.map(one => one.figure),
      reports: reportsOf(article, incidents, refined),
      places,
      trends: trendsOf(article.id, read, refined, knowledge),
    };
  };
};
