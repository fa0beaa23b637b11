import { z } from 'zod';
import type { CountStore } from './ports/counts.ts';
import { EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

const OF_BODIES = `SELECT t.body AS name, count(*) AS count FROM figures t JOIN articles a ON a.key = t.article
  WHERE t.security = 1 AND ${EXISTS} GROUP BY t.body`;

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
