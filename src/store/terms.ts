import { z } from 'zod';
import type { Write } from './lease.ts';
import { articleSchema, sentenceFrom } from './nouns.ts';
import type { TermStore } from './ports/terms.ts';
import { BLOCK, isEmpty, readPostings, withLength, withPosting } from './postings.ts';
import type { Prepare } from './statements.ts';

const LEAVE = 'DELETE FROM search_articles WHERE article = ? RETURNING doc';
const LEAVE_MISSING = 'DELETE FROM search_missing WHERE key = ?';
const ENTER = 'INSERT INTO search_articles (article, terms) VALUES (?, ?) RETURNING doc';
const LENGTHS = 'SELECT lengths FROM search_blocks WHERE block = ?';
const PUT_LENGTHS = 'INSERT OR REPLACE INTO search_blocks (block, lengths) VALUES (?, ?)';
const DROP_LENGTHS = 'DELETE FROM search_blocks WHERE block = ?';
const DROP_POSTINGS = 'DELETE FROM search_postings WHERE block = ?';
const IN_BLOCK = 'SELECT postings FROM search_postings WHERE block = ? AND term = ?';
const PUT_POSTINGS = 'INSERT OR REPLACE INTO search_postings (block, term, postings) VALUES (?, ?, ?)';
const ENTER_WORDS = 'INSERT OR IGNORE INTO search_words (word) SELECT value FROM json_each(?)';
const MISS = 'INSERT INTO search_missing (key) VALUES (?)';

const TOTALS = 'SELECT articles, terms FROM search_totals';
/** The blocks are few: looking into each is faster than any index over terms would be to write. */
const POSTINGS = `SELECT b.block, b.lengths, p.postings FROM search_blocks b
  CROSS JOIN search_postings p ON p.block = b.block AND p.term = ? ORDER BY b.block`;
const DOCS = 'SELECT json_group_array(doc ORDER BY doc) AS docs FROM search_articles';
const IDS = `SELECT s.doc, a.id FROM json_each(?) j JOIN search_articles s ON s.doc = j.value
  JOIN articles a ON a.key = s.article ORDER BY j.key`;
const WORDS = 'SELECT json_group_array(word ORDER BY number) AS words FROM search_words WHERE number > ?';
const MISSING_COUNT = 'SELECT count(*) AS count FROM search_missing';
const MISSING = `SELECT a.key, a.id, a.title, a.published, a.publisher, a.url, a.text
  FROM search_missing m JOIN articles a ON a.key = m.key ORDER BY m.key LIMIT ?`;
const SENTENCES =
  'SELECT position, start, stop, paragraph, role FROM sentences WHERE article = ? ORDER BY position';

/** What a slip may have been meant as; names and numbers are never guessed. */
const WORD = /^[\p{L}\p{M}]{3,}$/u;

const listed = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z
    .string()
    .transform(text => JSON.parse(text))
    .pipe(z.array(item));
const bytes = z.instanceof(Uint8Array);
const totals = z.object({ articles: z.int(), terms: z.int() });
const counted = z.object({ count: z.int() });
const numbered = z.object({ doc: z.int() });
const lengthsRow = z.object({ lengths: bytes });
const postingsRow = z.object({ postings: bytes });
const stretches = z.array(z.object({ block: z.int(), lengths: bytes, postings: bytes }));
const docs = z.object({ docs: listed(z.int()) });
const ids = z.array(z.object({ doc: z.int(), id: z.string() }));
const words = z.object({ words: listed(z.string()) });
const keyed = z.object({ key: z.int() });

const lengthsOf = (prepare: Prepare, block: number): Uint8Array | null => {
  const row = prepare(LENGTHS).get(block);
  return row === undefined ? null : lengthsRow.parse(row).lengths;
};

const inBlock = (prepare: Prepare, block: number, term: string): Uint8Array | null => {
  const row = prepare(IN_BLOCK).get(block, term);
  return row === undefined ? null : postingsRow.parse(row).postings;
};

const blockOf = (doc: number): number => Math.floor(doc / BLOCK);

/**
 * Takes a version out of the index, within a transaction. Its postings stay and count for nothing until the last article
 * of its block is out; when everything is read again, that is soon.
 */
export const leaveIndex = (prepare: Prepare, key: number): void => {
  prepare(LEAVE_MISSING).run(key);
  const row = prepare(LEAVE).get(key);
  if (row === undefined) return;
  const { doc } = numbered.parse(row);
  const block = blockOf(doc);
  const lengths = withLength(lengthsOf(prepare, block), doc, 0);
  if (!isEmpty(lengths)) {
    prepare(PUT_LENGTHS).run(block, lengths);
    return;
  }
  prepare(DROP_LENGTHS).run(block);
  prepare(DROP_POSTINGS).run(block);
};

const countTerms = (found: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
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
  const counts = countTerms(found);
  const { doc } = numbered.parse(prepare(ENTER).get(key, counts.size));
  const block = blockOf(doc);
  prepare(PUT_LENGTHS).run(block, withLength(lengthsOf(prepare, block), doc, counts.size));
  for (const [term, count] of counts)
    prepare(PUT_POSTINGS).run(block, term, withPosting(inBlock(prepare, block, term), doc, count));
  prepare(ENTER_WORDS).run(JSON.stringify([...counts.keys()].filter(term => WORD.test(term))));
};

export const termStore = (prepare: Prepare, write: Write): TermStore => ({
  termTotals: () => totals.parse(prepare(TOTALS).get()),
  postings: term => readPostings(stretches.parse(prepare(POSTINGS).all(term))),
  termDocs: () => docs.parse(prepare(DOCS).get()).docs,
  idsOf: wanted => ids.parse(prepare(IDS).all(JSON.stringify(wanted))),
  termWords: after => words.parse(prepare(WORDS).get(after)).words,
  termsMissingCount: () => counted.parse(prepare(MISSING_COUNT).get()).count,
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
