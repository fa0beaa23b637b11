import { z } from 'zod';
import type { AsOf } from './ports/archive.ts';
import type { TallyStore } from './ports/tally.ts';
import { EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

/** Answered from indexes alone: no fact and no text is read. */
const EXISTING = `(SELECT a.key FROM articles a WHERE ${EXISTS})`;

const both = (columns: string, condition: string): string =>
  `SELECT ${columns}, sum(n) AS count FROM (
    SELECT ${columns}, count(*) AS n FROM figures
      WHERE security = 1 AND ${condition} AND article IN ${EXISTING} GROUP BY ${columns}
    UNION ALL SELECT ${columns}, count(*) AS n FROM reports
      WHERE ${condition} AND article IN ${EXISTING} GROUP BY ${columns})
  GROUP BY ${columns} ORDER BY ${columns}`;

const PLACES = both('place', 'place IS NOT NULL');

const PERIODS = both('period_from, period_to', 'period_from IS NOT NULL');

const BODIES = `SELECT body AS name, count(*) AS count FROM figures
  WHERE security = 1 AND body IS NOT NULL AND article IN ${EXISTING} GROUP BY body ORDER BY body`;

const ACTORS = `SELECT r.actor AS name, count(*) AS count FROM report_actors r JOIN reports t ON t.key = r.report
  WHERE t.article IN ${EXISTING} GROUP BY r.actor ORDER BY r.actor`;

const TITLES = `SELECT a.id, a.title FROM articles a WHERE ${EXISTS} ORDER BY a.id`;

const LANDED = 'SELECT coalesce(max(key), 0) AS count FROM articles';

const countRow = z.object({ count: z.int() });
const placeRow = z.object({ place: z.string(), count: z.int() });
const periodRow = z.object({ period_from: z.string(), period_to: z.string(), count: z.int() });
const namedRow = z.object({ name: z.string(), count: z.int() });
const titleRow = z.object({ id: z.string(), title: z.string().nullable() });

export const tallies = (prepare: Prepare): TallyStore => {
  const rows = (sql: string, asOf: AsOf) => prepare(sql).all(existsAt(asOf));
  const named = (sql: string, asOf: AsOf): ReadonlyMap<string, number> =>
    new Map(
      rows(sql, asOf)
        .map(row => namedRow.parse(row))
        .map(({ name, count }) => [name, count]),
    );
  return {
    tally: asOf => ({
      places: new Map(
        rows(PLACES, asOf)
          .map(row => placeRow.parse(row))
          .map(({ place, count }) => [place, count]),
      ),
      periods: rows(PERIODS, asOf)
        .map(row => periodRow.parse(row))
        .map(({ period_from: from, period_to: to, count }) => ({ period: { from, to }, count })),
      bodies: named(BODIES, asOf),
      actors: named(ACTORS, asOf),
    }),
    landed: () => countRow.parse(prepare(LANDED).get()).count,
    titles: asOf => rows(TITLES, asOf).map(row => titleRow.parse(row)),
  };
};
