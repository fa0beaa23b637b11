import { z } from 'zod';
import type { AsOf } from './ports/archive.ts';
import type { TallyStore } from './ports/tally.ts';
import { ALL_TIMES, ANY_ID, EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

/**
 * Versions that a question does not see: few as a rule, and looked for once, where those that it sees would be gathered
 * again for each count.
 */
const UNSEEN = `SELECT json_group_array(a.key) AS keys FROM ${ALL_TIMES} WHERE ${ANY_ID} AND NOT coalesce(${EXISTS}, 0)`;

/** Answered from indexes alone: no fact and no text is read. */
const SEEN = 'NOT IN (SELECT value FROM json_each(:unseen))';

const both = (columns: string, condition: string): string =>
  `SELECT ${columns}, sum(n) AS count FROM (
    SELECT ${columns}, count(*) AS n FROM figures
      WHERE security = 1 AND ${condition} AND article ${SEEN} GROUP BY ${columns}
    UNION ALL SELECT ${columns}, count(*) AS n FROM reports
      WHERE ${condition} AND article ${SEEN} GROUP BY ${columns})
  GROUP BY ${columns} ORDER BY ${columns}`;

const PLACES = both('place', 'place IS NOT NULL');

const PERIODS = both('period_from, period_to', 'period_from IS NOT NULL');

const BODIES = `SELECT body AS name, count(*) AS count FROM figures
  WHERE security = 1 AND body IS NOT NULL AND article ${SEEN} GROUP BY body ORDER BY body`;

const ACTORS = `SELECT r.actor AS name, count(*) AS count FROM report_actors r JOIN reports t ON t.key = r.report
  WHERE t.article ${SEEN} GROUP BY r.actor ORDER BY r.actor`;

const TITLES = `SELECT a.id, a.title FROM ${ALL_TIMES} WHERE ${ANY_ID} AND ${EXISTS} ORDER BY a.id`;

const unseenRow = z.object({ keys: z.string() });
const placeRow = z.object({ place: z.string(), count: z.int() });
const periodRow = z.object({ period_from: z.string(), period_to: z.string(), count: z.int() });
const namedRow = z.object({ name: z.string(), count: z.int() });
const titleRow = z.object({ id: z.string(), title: z.string().nullable() });

export const tallies = (prepare: Prepare): TallyStore => {
  const unseenAt = (asOf: AsOf): string => unseenRow.parse(prepare(UNSEEN).get(existsAt(asOf))).keys;
  const named = (sql: string, unseen: string): ReadonlyMap<string, number> =>
    new Map(
      prepare(sql)
        .all({ unseen })
        .map(row => namedRow.parse(row))
        .map(({ name, count }) => [name, count]),
    );
  return {
    tally: asOf => {
      const unseen = unseenAt(asOf);
      return {
        places: new Map(
          prepare(PLACES)
            .all({ unseen })
            .map(row => placeRow.parse(row))
            .map(({ place, count }) => [place, count]),
        ),
        periods: prepare(PERIODS)
          .all({ unseen })
          .map(row => periodRow.parse(row))
          .map(({ period_from: from, period_to: to, count }) => ({ period: { from, to }, count })),
        bodies: named(BODIES, unseen),
        actors: named(ACTORS, unseen),
      };
    },
    titles: asOf =>
      prepare(TITLES)
        .all(existsAt(asOf))
        .map(row => titleRow.parse(row)),
  };
};
