import { z } from 'zod';
import { checkedInstant } from './instant.ts';
import type { ArticleStore } from './ports/archive.ts';
import type { Prepare } from './statements.ts';

/** SQL: the instant from which `a` exists by its publication: a day counts from its start. */
const PUBLISHED = 'coalesce(a.instant, a.day || :midnight)';

/** SQL: see `Changed.learned`. */
const LEARNED = `CASE WHEN a.since IS NOT NULL THEN a.since
  WHEN a.seen <= :until THEN max(a.seen, coalesce(${PUBLISHED}, a.seen))
  ELSE ${PUBLISHED} END`;

/** Each way in which a version may come in has an index; `moment` is a day or an instant, and days sort before their hours. */
const NEAR = ['seen', 'since', 'until', 'moment']
  .map(column => `SELECT key FROM articles WHERE ${column} > :near AND ${column} <= :until`)
  .join(' UNION ');

const CHANGED = `SELECT * FROM (
    SELECT a.id, a.version, a.until, a.ended, a.reason, a.relevant, a.copy_of AS copyOf,
      a.history AND a.seen <= :until AS history, ${LEARNED} AS learned
    FROM articles a WHERE a.key IN (${NEAR}))
  WHERE (learned > :after AND learned <= :until) OR (until > :after AND until <= :until)
  ORDER BY id, version`;

const row = z.object({
  id: z.string(),
  version: z.int(),
  until: z.string().nullable(),
  ended: z.enum(['replaced', 'withdrawn']).nullable(),
  reason: z.string().nullable(),
  relevant: z.int().transform(Boolean),
  copyOf: z.string().nullable(),
  history: z.int().nullable().transform(Boolean),
  learned: z.string().nullable(),
});

export const changedReads =
  (prepare: Prepare): ArticleStore['changed'] =>
  (after, until) =>
    prepare(CHANGED)
      // A day without an hour begins before any hour of it: "2025-03-01" sorts before "2025-03-01T00:00".
      .all({
        after: checkedInstant(after),
        until: checkedInstant(until),
        near: after.slice(0, 9),
        midnight: 'T00:00:00.000Z',
      })
      .map(found => row.parse(found));
