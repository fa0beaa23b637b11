import { z } from 'zod';
import type { Mentioned } from './ports.ts';
import type { Prepare } from './statements.ts';

const FACTS = (
  columns: string,
): string => `SELECT ${columns} FROM figures t JOIN articles a ON a.key = t.article
    WHERE a.until IS NULL AND t.security = 1
  UNION ALL SELECT ${columns} FROM reports t JOIN articles a ON a.key = t.article WHERE a.until IS NULL`;

const PLACES = `SELECT place AS name, count(*) AS count FROM (${FACTS('t.place')})
  WHERE place IS NOT NULL GROUP BY place ORDER BY place`;

const PERIODS = `SELECT period_from AS first, period_to AS last, count(*) AS count
  FROM (${FACTS('t.period_from, t.period_to')}) WHERE period_from IS NOT NULL AND period_to IS NOT NULL
  GROUP BY period_from, period_to ORDER BY period_from, period_to`;

const BODIES = `SELECT t.body AS name, count(*) AS count FROM figures t JOIN articles a ON a.key = t.article
  WHERE a.until IS NULL AND t.security = 1 AND t.body IS NOT NULL GROUP BY t.body ORDER BY t.body`;

const ACTORS = `SELECT r.actor AS name, count(*) AS count FROM report_actors r
    JOIN reports t ON t.key = r.report JOIN articles a ON a.key = t.article
  WHERE a.until IS NULL GROUP BY r.actor ORDER BY r.actor`;

const ARTICLES = 'SELECT id, title FROM articles WHERE until IS NULL ORDER BY moment DESC NULLS LAST, id';

const named = z.object({ name: z.string(), count: z.int() });
const dated = z.object({ first: z.string(), last: z.string(), count: z.int() });
const titled = z.object({ id: z.string(), title: z.string().nullable() });

/** What all current articles speak of, counted where it lies. */
export const mentioned = (prepare: Prepare): Mentioned => {
  const counted = (sql: string): readonly (readonly [string, number])[] =>
    prepare(sql)
      .all()
      .map(row => named.parse(row))
      .map(({ name, count }) => [name, count]);
  return {
    places: counted(PLACES),
    periods: prepare(PERIODS)
      .all()
      .map(row => dated.parse(row))
      .map(({ first, last, count }) => [{ from: first, to: last }, count]),
    bodies: counted(BODIES),
    actors: counted(ACTORS),
    articles: prepare(ARTICLES)
      .all()
      .map(row => titled.parse(row)),
  };
};
