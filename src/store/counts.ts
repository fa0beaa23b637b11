import { z } from 'zod';
import { all, type Condition, inPlace, sharingADay, when } from './narrow.ts';
import type { CountStore, HeldFilter } from './ports/counts.ts';
import { EXISTS, existsAt } from './published.ts';
import type { Prepare } from './statements.ts';

const OF_BODIES = `SELECT t.body AS name, count(*) AS count FROM figures t JOIN articles a ON a.key = t.article
  WHERE t.security = 1 AND ${EXISTS} GROUP BY t.body`;

const OF_PUBLISHERS = `SELECT a.publisher AS name, count(*) AS count FROM articles a WHERE ${EXISTS} GROUP BY a.publisher`;

const countRow = z.object({ count: z.int() });
const namedRow = z.object({ name: z.string().nullable(), count: z.int() });

const heldAt = ({ asOf, place, overlapping }: HeldFilter): Condition =>
  all([{ sql: EXISTS, values: { ...existsAt(asOf) } }, inPlace(place), when(overlapping, sharingADay)]);

export const countReads = (prepare: Prepare): CountStore => {
  const count = (table: string, { sql, values }: Condition, most: number): number => {
    const some = `SELECT 1 FROM ${table} t JOIN articles a ON a.key = t.article WHERE ${sql} LIMIT :most`;
    return countRow.parse(prepare(`SELECT count(*) AS count FROM (${some})`).get({ ...values, most })).count;
  };
  const named = (rows: readonly unknown[]): ReadonlyMap<string | null, number> =>
    new Map(
      rows.map(row => {
        const { name, count: number } = namedRow.parse(row);
        return [name, number];
      }),
    );
  return {
    held: (filter, most) => {
      const found = heldAt(filter);
      // Said of both causes, so that the index that begins with it can be used.
      const everyCause = { ...found, sql: `t.security IN (0, 1) AND ${found.sql}` };
      return count('reports', found, most) + count('figures', everyCause, most);
    },
    figuresOfBodies: asOf => named(prepare(OF_BODIES).all(existsAt(asOf))),
    articlesOfPublishers: asOf => named(prepare(OF_PUBLISHERS).all(existsAt(asOf))),
  };
};
