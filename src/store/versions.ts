import { z } from 'zod';
import { ok } from '../core/result.ts';
import { end, landOne, newestOf, rereadOne, restoreOne, sameContent } from './land.ts';
import type { Write } from './lease.ts';
import { mergePostings } from './merge-postings.ts';
import { articleSchema } from './nouns.ts';
import type { ArticleStore, Landing, Reading, Stale, Version } from './ports/archive.ts';
import type { Prepare } from './statements.ts';
import { textHash } from './text-hash.ts';

const VERSIONS = `SELECT version, title, published, seen, since, until, ended, reason, hash, rules, language,
    relevant, copy_of AS copyOf, history
  FROM articles WHERE id = ? ORDER BY version`;

const versionRow = z.object({
  version: z.int(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  seen: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  ended: z.enum(['replaced', 'withdrawn']).nullable(),
  reason: z.string().nullable(),
  hash: z.string(),
  rules: z.string(),
  language: z.string().nullable(),
  relevant: z.int(),
  copyOf: z.string().nullable(),
  history: z.int(),
});

const versionFrom = (row: unknown): Version => {
  const { relevant, history, ...rest } = versionRow.parse(row);
  return { ...rest, relevant: relevant === 1, history: history === 1 };
};

const WITH_TEXT =
  'SELECT id FROM articles WHERE hash = ? AND text = ? AND until IS NULL ORDER BY key LIMIT 1';

/** Of a number that more articles share, as much print shares a phrase, only the newest of them are looked at. */
const MOST_SHARING = 100;

/** All articles that share a number, one by one; the look-up of each number ends early, however large the archive is. */
const SHARING = `SELECT json_group_array(json((
    SELECT json_group_array(article) FROM (
      SELECT s.article FROM signatures s WHERE s.position = j.key AND s.value = j.value
      ORDER BY s.article DESC LIMIT ${MOST_SHARING})
  ))) AS lists FROM json_each(?) j`;

const CURRENT = 'SELECT id FROM articles WHERE key = ? AND until IS NULL';

const COPIES = 'SELECT id FROM articles WHERE copy_of = ? AND until IS NULL ORDER BY id';

/** As two ranges, not as one inequality: the index of rules then serves. */
const otherRules = (columns: string, rest: string): string =>
  `SELECT ${columns} FROM articles WHERE rules < :rules AND key > :after
   UNION ALL SELECT ${columns} FROM articles WHERE rules > :rules AND key > :after ${rest}`;

const STALE = otherRules(
  'key, version, id, title, published, publisher, url, text',
  'ORDER BY key LIMIT :limit',
);

const STALE_COUNT = `SELECT count(*) AS count FROM (${otherRules('key', '')})`;

const BY_KEY = 'SELECT id, title, published, publisher, url, text FROM articles WHERE key = ?';

const named = z.object({ id: z.string() });
const listsRow = z.object({
  lists: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.array(z.int()))),
});
const counted = z.object({ count: z.int() });
const staleRow = z.object({ key: z.int(), version: z.int() });

const staleFrom = (row: unknown): Stale => ({ ...staleRow.parse(row), article: articleSchema.parse(row) });

const rereadChecked = (prepare: Prepare, key: number, reading: Reading, rules: string): void => {
  const row = prepare(BY_KEY).get(key);
  const kept = row === undefined ? null : articleSchema.parse(row);
  if (kept === null || kept.id !== reading.article.id || !sameContent(kept, reading.article))
    throw new RangeError(`"${reading.article.id}" was not read from the content that is kept`);
  rereadOne(prepare, key, reading, rules);
};

/** Those that share most first; of two that share as much, the one that came first. */
const candidatesFor = (
  prepare: Prepare,
  signature: readonly number[],
  limit: number,
): ReturnType<ArticleStore['copyCandidates']> => {
  const shared = new Map<number, number>();
  for (const list of listsRow.parse(prepare(SHARING).get(JSON.stringify(signature))).lists)
    for (const key of list) shared.set(key, (shared.get(key) ?? 0) + 1);
  const found: { readonly id: string; readonly shared: number }[] = [];
  for (const [key, times] of [...shared].sort(([a, n], [b, m]) => m - n || a - b)) {
    if (found.length >= limit) break;
    const row = prepare(CURRENT).get(key);
    if (row !== undefined) found.push({ id: named.parse(row).id, shared: times });
  }
  return found;
};

type Rest = Omit<
  ArticleStore,
  | 'article'
  | 'exists'
  | 'existing'
  | 'sentences'
  | 'articles'
  | 'counts'
  | 'version'
  | 'eachReading'
  | 'changed'
>;

/** @param alongside writes, in the transaction of a landing, what arrived beside the articles */
export const versionedArticles = (
  prepare: Prepare,
  write: Write,
  alongside: (landing: Landing) => void,
): Rest => ({
  land: landing =>
    write(() => {
      const landed = landing.readings.map(one => landOne(prepare, one, landing.at, landing.rules));
      mergePostings(prepare, landing.readings.length);
      alongside(landing);
      return landed;
    }),
  withdraw: (id, at, reason) =>
    write(() => {
      const newest = newestOf(prepare, id);
      if (newest === null || newest.until !== null) return false;
      end(prepare, newest, at, 'withdrawn', reason);
      return true;
    }),
  restore: (reading, at, rules) =>
    write(() => {
      const restored = restoreOne(prepare, reading, at, rules);
      mergePostings(prepare, 1);
      return restored;
    }),
  versions: id => prepare(VERSIONS).all(id).map(versionFrom),
  holds: (article, rules) => {
    const newest = newestOf(prepare, article.id);
    return newest !== null && newest.rules === rules && sameContent(newest, article);
  },
  withText: text => {
    const row = prepare(WITH_TEXT).get(textHash(text), text);
    return row === undefined ? null : named.parse(row).id;
  },
  copyCandidates: (signature, limit) => candidatesFor(prepare, signature, limit),
  copiesOf: id =>
    prepare(COPIES)
      .all(id)
      .map(row => named.parse(row).id),
  stale: (rules, after, limit) => prepare(STALE).all({ rules, after, limit }).map(staleFrom),
  staleCount: rules => counted.parse(prepare(STALE_COUNT).get({ rules, after: 0 })).count,
  reread: (rules, readings) =>
    readings.length === 0
      ? ok(null)
      : write(() => {
          for (const { key, reading } of readings) rereadChecked(prepare, key, reading, rules);
          mergePostings(prepare, readings.length);
          return null;
        }),
});
