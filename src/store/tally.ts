import { z } from 'zod';
import type { TallyStore } from './ports/tally.ts';
import { ALL_TIMES, ANY_ID } from './published.ts';
import type { Prepare } from './statements.ts';

const NAMED = 'SELECT kind, name, count FROM named WHERE count > 0 ORDER BY kind, name';
const NAMED_SINCE = 'SELECT kind, name, count FROM named WHERE revision > ? ORDER BY kind, name';

const TITLES = `SELECT a.id, a.title FROM ${ALL_TIMES} WHERE ${ANY_ID} AND a.until IS NULL ORDER BY a.id`;
const RETITLED = `SELECT t.id, c.id AS current, c.title
  FROM articles t LEFT JOIN articles c ON c.id = t.id AND c.until IS NULL WHERE t.revision > ?`;

const namedRow = z.object({
  kind: z.enum(['place', 'period', 'body', 'actor']),
  name: z.string(),
  count: z.int(),
});
const titleRow = z.object({ id: z.string(), title: z.string().nullable() });
const retitledRow = z.object({
  id: z.string(),
  current: z.string().nullable(),
  title: z.string().nullable(),
});

export const tallies = (prepare: Prepare): TallyStore => ({
  named: since =>
    (since === null ? prepare(NAMED).all() : prepare(NAMED_SINCE).all(since)).map(row => namedRow.parse(row)),
  titles: () =>
    prepare(TITLES)
      .all()
      .map(row => titleRow.parse(row)),
  retitled: since => {
    const rows = prepare(RETITLED)
      .all(since)
      .map(row => retitledRow.parse(row));
    // Several versions of one article may have been touched.
    return [...new Map(rows.map(row => [row.id, row])).values()].map(({ id, current, title }) => ({
      id,
      current: current === null ? null : { id, title },
    }));
  },
});
