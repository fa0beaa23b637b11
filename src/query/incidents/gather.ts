import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import { printed } from '../../core/span.ts';
import type { AsOf } from '../../store/ports.ts';
import type { Services } from '../services.ts';
import type { IncidentView } from './incident.ts';
import { mergeReports } from './merge.ts';
import type { ReportView } from './view.ts';

export interface Where {
  readonly asOf: AsOf;
  readonly period: Period | null;
  readonly place: PlaceId | null;
}

/** The province a place lies in: reports that name the place less exactly are found there. */
const province = (place: PlaceId): PlaceId => place.split('/').slice(0, 2).join('/');

/** Reports with their articles, figures and passages; those of articles that do not exist yet are left out. */
export const viewsOf = (reports: readonly Report[], services: Services, asOf: AsOf): ReportView[] => {
  const figures = new Map<string, readonly Figure[]>();
  return reports.flatMap(report => {
    const article = services.store.article(report.article, asOf);
    if (article === null) return [];
    const all = figures.get(article.id) ?? services.store.figures({ asOf, article: article.id });
    figures.set(article.id, all);
    const ids = new Set([
      ...report.figures,
      ...[report.fatalities, report.attackersKilled, report.injuries, report.abductions].flatMap(
        toll => toll?.figures ?? [],
      ),
    ]);
    const mine = all.filter(figure => ids.has(figure.id));
    const sentences = services.store.sentences(article.id, asOf);
    const told = [...new Set([report.sentence, ...mine.map(figure => figure.sentence)])].sort(
      (a, b) => a - b,
    );
    const passage = told
      .flatMap(index => sentences.filter(sentence => sentence.index === index))
      .map(sentence => printed(article.text, sentence.span))
      .join(' ');
    return [{ report, published: article.published, article, figures: mine, passage }];
  });
};

/** Incidents around a place and period, newest first, merged from every report that could belong to them. */
export const gatherIncidents = ({ asOf, period, place }: Where, services: Services): IncidentView[] =>
  mergeReports(
    viewsOf(
      services.store.reports({
        asOf,
        ...(period === null ? {} : { overlapping: period }),
        // A report without a day may be of a dated one; over all places there are too many of them.
        ...(place === null ? {} : { place: province(place), undated: true }),
      }),
      services,
      asOf,
    ),
    services.merges,
  );
