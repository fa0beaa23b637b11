import { z } from 'zod';
import type { CountStore } from './ports/counts.ts';
import { EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

/** All there are by the index alone, less those of the few versions that do not exist then. */
const OF_BODIES = `SELECT name, sum(count) AS count FROM (
    SELECT body AS name, count(*) AS count FROM figures WHERE security = 1 GROUP BY body
    UNION ALL
    SELECT t.body, -count(*) FROM articles a INDEXED BY articles_times JOIN figures t ON t.article = a.key
      WHERE (${EXISTS}) IS NOT TRUE AND +t.security = 1 GROUP BY t.body
  ) GROUP BY name HAVING sum(count) > 0`;

const OF_PUBLISHERS = `SELECT a.publisher AS name, count(*) AS count FROM articles a WHERE ${EXISTS} GROUP BY a.publisher`;

const namedRow = z.object({ name: z.string().nullable(), count: z.int() });

export const countReads = (prepare: Prepare): CountStore => {
  const named = (rows: readonly unknown[]): ReadonlyMap<string | null, number> =>
    new Map(
      rows.map(row => {
        const { name, count: number } = namedRow.parse(row);
        return [name, number];
      }),
    );
  return {
    figuresOfBodies: asOf => named(prepare(OF_BODIES).all(existsAt(asOf))),
    articlesOfPublishers: asOf => named(prepare(OF_PUBLISHERS).all(existsAt(asOf))),
  };
};
