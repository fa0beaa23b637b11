import { z } from 'zod';
import type { Write } from './lease.ts';
import { articleSchema, sentenceFrom } from './nouns.ts';
import type { TermStore } from './ports/terms.ts';
import type { Prepare } from './statements.ts';

const LEAVE = 'DELETE FROM search_articles WHERE key = ?';
const LEAVE_MISSING = 'DELETE FROM search_missing WHERE key = ?';
const LEAVE_INDEX = 'DELETE FROM search_index WHERE rowid = ?';
/**
 * FTS5 leaves the number of a row of its own as the last one inserted, too large for a JavaScript number, and every later
 * write would fail on reading it. An insert of our own puts a small one in its place.
 */
const FORGET_ROW = 'INSERT OR REPLACE INTO search_totals SELECT one, articles, terms FROM search_totals';
const ENTER = 'INSERT INTO search_articles (key, terms) VALUES (?, ?)';
const ENTER_INDEX = 'INSERT INTO search_index (rowid, terms) VALUES (?, ?)';
const ENTER_TERMS =
  'INSERT OR IGNORE INTO search_terms (length, term) SELECT length(value), value FROM json_each(?)';
const MISS = 'INSERT INTO search_missing (key) VALUES (?)';

const TOTALS = 'SELECT articles, terms FROM search_totals';
const WITH = 'SELECT doc AS count FROM search_rows WHERE term = ?';
/** As lists: tens of thousands of rows would each become an object. */
const POSTINGS = `SELECT json_group_array(key) AS keys, json_group_array(n) AS counts, json_group_array(terms) AS lengths
  FROM (SELECT s.key, s.terms, v.n FROM
    (SELECT doc, count(*) AS n FROM search_instances WHERE term = ? GROUP BY doc) v
    JOIN search_articles s ON s.key = v.doc)`;
const KEYS = 'SELECT json_group_array(key) AS keys FROM search_articles';
const IDS = `SELECT json_group_array(a.id ORDER BY j.key) AS ids FROM json_each(?) j JOIN articles a ON a.key = j.value`;
const FROM = 'SELECT term FROM search_rows WHERE term >= ? AND term < ?';
const OF_LENGTH = 'SELECT json_group_array(term) AS terms FROM search_terms WHERE length BETWEEN ? AND ?';
const MISSING = `SELECT a.key, a.id, a.title, a.published, a.publisher, a.url, a.text
  FROM search_missing m JOIN articles a ON a.key = m.key ORDER BY m.key LIMIT ?`;
const SENTENCES =
  'SELECT position, start, stop, paragraph, role FROM sentences WHERE article = ? ORDER BY position';

/** Behind every character that a term may hold. */
const LAST = '\u{10ffff}';

const totals = z.object({ articles: z.int(), terms: z.int() });
const counted = z.object({ count: z.int() });
const listed = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z
    .string()
    .transform(text => JSON.parse(text))
    .pipe(z.array(item));
const postings = z.object({ keys: listed(z.int()), counts: listed(z.int()), lengths: listed(z.int()) });
const keys = z.object({ keys: listed(z.int()) });
const ids = z.object({ ids: listed(z.string()) });
const terms = z.object({ terms: listed(z.string()) });
const term = z.object({ term: z.string() });
const keyed = z.object({ key: z.int() });

/** Takes a version out of the index, within a transaction. */
export const leaveIndex = (prepare: Prepare, key: number): void => {
  prepare(LEAVE_MISSING).run(key);
  // The index remembers each deletion, also that of what it never held.
  if (Number(prepare(LEAVE).run(key).changes) === 0) return;
  prepare(LEAVE_INDEX).all(key);
  prepare(FORGET_ROW).all();
};

/**
 * Puts a version into the index in the place of what stood there, within a transaction.
 * @param found null: nothing of it can be found; undefined: nobody has looked yet
 */
export const enterIndex = (
  prepare: Prepare,
  key: number,
  found: readonly string[] | null | undefined,
): void => {
  leaveIndex(prepare, key);
  if (found === null) return;
  if (found === undefined) {
    prepare(MISS).run(key);
    return;
  }
  const different = [...new Set(found)];
  prepare(ENTER).run(key, different.length);
  prepare(ENTER_INDEX).run(key, found.join(' '));
  prepare(ENTER_TERMS).run(JSON.stringify(different));
};

export const termStore = (prepare: Prepare, write: Write): TermStore => ({
  termTotals: () => totals.parse(prepare(TOTALS).get()),
  articlesWith: held => {
    const row = prepare(WITH).get(held);
    return row === undefined ? 0 : counted.parse(row).count;
  },
  postings: held => postings.parse(prepare(POSTINGS).get(held)),
  termKeys: () => keys.parse(prepare(KEYS).get()).keys,
  idsOf: wanted => ids.parse(prepare(IDS).get(JSON.stringify(wanted))).ids,
  termsFrom: prefix =>
    prepare(FROM)
      .all(prefix, prefix + LAST)
      .map(row => term.parse(row).term),
  termsOfLength: (from, to) => terms.parse(prepare(OF_LENGTH).get(from, to)).terms,
  termsMissing: limit =>
    prepare(MISSING)
      .all(limit)
      .map(row => ({ ...keyed.parse(row), article: articleSchema.parse(row) }))
      .map(one => ({ ...one, sentences: prepare(SENTENCES).all(one.key).map(sentenceFrom) })),
  addTerms: added =>
    write(() => {
      for (const { key, terms: found } of added) enterIndex(prepare, key, found);
      return null;
    }),
});
