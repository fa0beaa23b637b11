import { z } from 'zod';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import {
  PAGE_KINDS,
  type PageKind,
  type PageOutcome,
  type PageRecord,
  type PageStore,
} from './ports/pages.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = 'url, kind, article, reason, feed, at, last';

const OF = `SELECT ${COLUMNS} FROM pages WHERE url = ? ORDER BY key DESC`;

const LAST = 'SELECT key, kind, article, reason FROM pages WHERE url = ? AND newest = 1';

const STILL = 'UPDATE pages SET last = max(last, :at) WHERE key = :key';

const PAST = 'UPDATE pages SET newest = 0 WHERE key = ?';

const INSERT = `INSERT INTO pages (url, kind, article, reason, feed, at, last, newest)
  VALUES (:url, :kind, :article, :reason, :feed, :at, :at, 1)`;

const COUNTS = 'SELECT kind, count(*) AS count FROM pages WHERE newest = 1 GROUP BY kind';

const COUNTS_OF_FEED =
  'SELECT kind, count(*) AS count FROM pages WHERE newest = 1 AND feed = ? GROUP BY kind';

const newest = (condition: string): string =>
  `SELECT ${COLUMNS} FROM pages WHERE newest = 1 ${condition} ORDER BY last DESC, key DESC LIMIT :limit`;

const kind = z.enum(PAGE_KINDS);

const pageRow = z.object({
  url: z.string(),
  kind,
  article: z.string().nullable(),
  reason: z.string().nullable(),
  feed: z.string().nullable(),
  at: z.string(),
  last: z.string(),
});

const lastRow = z.object({
  key: z.int(),
  kind,
  article: z.string().nullable(),
  reason: z.string().nullable(),
});

const countRow = z.object({ kind, count: z.int() });

const stillStands = (last: z.infer<typeof lastRow>, now: PageOutcome): boolean =>
  now.kind === 'unchanged' ||
  (last.kind === now.kind && last.article === now.article && last.reason === now.reason);

/** Keeps what became of a page, within a transaction. */
export const recordPage = (prepare: Prepare, outcome: PageOutcome): void => {
  const { url, kind: what, article, reason, feed } = outcome;
  const at = checkedInstant(outcome.at);
  const row = prepare(LAST).get(url);
  const last = row === undefined ? null : lastRow.parse(row);
  if (last !== null && stillStands(last, outcome)) {
    prepare(STILL).run({ key: last.key, at });
    return;
  }
  if (last !== null) prepare(PAST).run(last.key);
  prepare(INSERT).run({ url, kind: what, article, reason, feed, at });
};

export const pageStore = (prepare: Prepare, write: Write): PageStore => {
  const records = (rows: readonly unknown[]): readonly PageRecord[] => rows.map(row => pageRow.parse(row));
  return {
    record: outcomes =>
      write(() => {
        for (const outcome of outcomes) recordPage(prepare, outcome);
        return null;
      }),
    of: url => records(prepare(OF).all(url)),
    counts: feed => {
      const rows = feed === undefined ? prepare(COUNTS).all() : prepare(COUNTS_OF_FEED).all(feed);
      const counted = new Map(rows.map(row => countRow.parse(row)).map(one => [one.kind, one.count]));
      const count = (what: PageKind): number => counted.get(what) ?? 0;
      return {
        taken: count('taken'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        'copy-of': count('copy-of'),
        'not-relevant': count('not-relevant'),
        'other-language': count('other-language'),
        refused: count('refused'),
        unreadable: count('unreadable'),
        failed: count('failed'),
      };
    },
    newest: (limit, what) =>
      records(
        what === undefined
          ? prepare(newest('')).all({ limit })
          : prepare(newest('AND kind = :what')).all({ limit, what }),
      ),
  };
};
