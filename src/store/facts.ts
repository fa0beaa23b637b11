import { z } from 'zod';
import { all, type Condition, equals, inPeriod, inPlace, oneOf, sharingADay, when } from './narrow.ts';
import { figureSchema, fromDoc, reportSchema, trendSchema } from './nouns.ts';
import type { AsOf } from './ports/archive.ts';
import type { FactStore, FigureFilter, ReportFilter, TellingFilter } from './ports.ts';
import { EXISTS, existsAt, IN_ORDER } from './published.ts';
import type { Prepare } from './statements.ts';

const exists = (asOf: AsOf): Condition => ({ sql: EXISTS, values: existsAt(asOf) });

const ofArticle = (id: string): Condition => ({ sql: 'a.id = :article', values: { article: id } });

const withActor = (actor: string): Condition => ({
  sql: 't.key IN (SELECT report FROM report_actors WHERE actor = :actor)',
  values: { actor },
});

/** Of one article all figures are near at hand: the plus keeps the look-up off the indexes that begin with security. */
const securityOf = ({ security, article }: FigureFilter): Condition => ({
  sql: `${article === undefined ? '' : '+'}t.security = :security`,
  values: { security: security === false ? 0 : 1 },
});

const figureCondition = (filter: FigureFilter): Condition =>
  all([
    exists(filter.asOf),
    securityOf(filter),
    when(filter.within, inPeriod),
    when(filter.overlapping, sharingADay),
    when(filter.place, inPlace),
    when(filter.bodies, bodies => oneOf('body', bodies)),
    when(filter.actor, actor => equals('actor', actor)),
    when(filter.measures, measures => oneOf('measure', measures)),
    when(filter.scope, scope => equals('scope', scope)),
    when(filter.article, ofArticle),
  ]);

const reportCondition = (filter: ReportFilter): Condition =>
  all([
    exists(filter.asOf),
    when(filter.overlapping, sharingADay),
    when(filter.place, inPlace),
    when(filter.actor, withActor),
    when(filter.article, ofArticle),
  ]);

const countRow = z.object({ count: z.int() });

/** Of each table as far as somebody asks; what is read of it stands in an index. */
const telling = ({ asOf, place, overlapping, most }: TellingFilter): Condition => {
  const { sql, values } = all([exists(asOf), inPlace(place), when(overlapping, sharingADay)]);
  const counted = (from: string, narrowed: string): string =>
    `(SELECT count(*) FROM (SELECT 1 FROM ${from} t JOIN articles a ON a.key = t.article
      WHERE ${narrowed} LIMIT :most))`;
  const counts = [
    counted('reports', sql),
    counted('figures', `t.security = 1 AND ${sql}`),
    counted('figures', `t.security = 0 AND ${sql}`),
  ];
  return { sql: `SELECT ${counts.join(' + ')} AS count`, values: { ...values, most } };
};

export const factReads = (prepare: Prepare): FactStore => {
  const rows = (table: 'figures' | 'reports' | 'trends', { sql, values }: Condition) =>
    prepare(`SELECT t.doc FROM ${table} t JOIN articles a ON a.key = t.article WHERE ${sql} ${IN_ORDER}`).all(
      values,
    );
  return {
    figures: filter => rows('figures', figureCondition(filter)).map(row => fromDoc(figureSchema, row)),
    figure: (id, asOf) => {
      const [row] = rows('figures', all([equals('id', id), exists(asOf)]));
      return row === undefined ? null : fromDoc(figureSchema, row);
    },
    reports: filter => rows('reports', reportCondition(filter)).map(row => fromDoc(reportSchema, row)),
    telling: filter => {
      const { sql, values } = telling(filter);
      return countRow.parse(prepare(sql).get(values)).count;
    },
    trends: (article, asOf) =>
      rows('trends', all([exists(asOf), ofArticle(article)])).map(row => fromDoc(trendSchema, row)),
  };
};
