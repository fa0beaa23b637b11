import { z } from 'zod';
import { enterIndex } from './enter-terms.ts';
import type { Write } from './lease.ts';
import { mergePostings } from './merge-postings.ts';
import { articleSchema, sentenceFrom } from './nouns.ts';
import type { TermStore } from './ports/terms.ts';
import { readPostings, type Waiting } from './postings.ts';
import { inOrder, readSentenceTerms } from './sentence-terms.ts';
import type { Prepare } from './statements.ts';
import { lengthOf, waitingPosting } from './waiting-postings.ts';

const TOTALS = 'SELECT articles, terms FROM search_totals';
const NUMBER = 'SELECT number FROM search_terms WHERE term = ?';
/** The blocks are few: looking into each is faster than any index over terms would be to write. */
const POSTINGS = `SELECT b.block, b.lengths, p.postings, NULL AS doc FROM search_blocks b
  CROSS JOIN search_postings p ON p.block = b.block AND p.term = :term
  UNION ALL SELECT NULL, NULL, w.postings, w.doc FROM search_merge m CROSS JOIN search_waiting w
    ON w.doc > iif(:term < m.below, m.partly, 0)`;
const NUMBERS = `SELECT json_group_array(number ORDER BY term) AS numbers FROM search_terms
  WHERE term >= ? AND term < ?`;
const IDS = `SELECT s.doc, a.id FROM json_each(?) j CROSS JOIN search_articles s ON s.doc = j.value
  JOIN articles a ON a.key = s.article ORDER BY j.key`;
const DOCS_OF = `SELECT json_group_array(s.doc) AS numbers FROM json_each(?) j
  CROSS JOIN articles a ON a.id = j.value AND a.until IS NULL CROSS JOIN search_articles s ON s.article = a.key`;
const INDEXED_AFTER = `SELECT s.doc, a.id FROM articles a CROSS JOIN search_articles s ON s.article = a.key
  WHERE a.id > ? AND a.until IS NULL ORDER BY a.id LIMIT ?`;
const PACKED = `SELECT s.doc, s.terms FROM json_each(?) j CROSS JOIN search_sentences s ON s.doc = j.value`;
const SENTENCE_TERMS = `${PACKED} ORDER BY j.key`;
/** So many are in memory at a time while phrases are looked for. */
const AT_ONCE = 2_000;
const AFTER = `SELECT coalesce(max(number), ?1) AS last, json_group_array(term ORDER BY number) AS terms
  FROM search_terms WHERE number > ?1`;
const MISSING_COUNT = 'SELECT count(*) AS count FROM search_missing';
const MISSING = `SELECT a.key, a.id, a.title, a.published, a.publisher, a.url, a.text
  FROM search_missing m JOIN articles a ON a.key = m.key ORDER BY m.key LIMIT ?`;
const SENTENCES =
  'SELECT position, start, stop, paragraph, role FROM sentences WHERE article = ? ORDER BY position';

const listed = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z
    .string()
    .transform(text => JSON.parse(text))
    .pipe(z.array(item));
const bytes = z.instanceof(Uint8Array);
const totals = z.object({ articles: z.int(), terms: z.int() });
const numbered = z.object({ number: z.int() });
const stretchRow = z.object({ block: z.int(), lengths: bytes, postings: bytes });
const waitingRow = z.object({ doc: z.int(), postings: bytes });
const numbers = z.object({ numbers: listed(z.int()) });
const ids = z.array(z.object({ doc: z.int(), id: z.string() }));
const packed = z.object({ doc: z.int(), terms: bytes });
const after = z.object({ last: z.int(), terms: listed(z.string()) });
const counted = z.object({ count: z.int() });
const keyed = z.object({ key: z.int() });

const waitingFrom = (row: unknown, term: number): readonly Waiting[] => {
  const { doc, postings } = waitingRow.parse(row);
  const posting = waitingPosting(postings, term);
  return posting === null ? [] : [{ doc, posting, length: lengthOf(postings) }];
};

/** One statement, so that another process cannot merge anything between two looks. */
const postingsOf = (prepare: Prepare, term: number): ReturnType<TermStore['postings']> => {
  const rows = prepare(POSTINGS).all({ term });
  return readPostings(
    rows
      .filter(({ doc }) => doc === null)
      .map(row => stretchRow.parse(row))
      .sort((a, b) => a.block - b.block),
    rows
      .filter(({ doc }) => doc !== null)
      .flatMap(row => waitingFrom(row, term))
      .sort((a, b) => a.doc - b.doc),
  );
};

export const termStore = (prepare: Prepare, write: Write): TermStore => ({
  termTotals: () => totals.parse(prepare(TOTALS).get()),
  termNumber: term => {
    const row = prepare(NUMBER).get(term);
    return row === undefined ? null : numbered.parse(row).number;
  },
  postings: term => postingsOf(prepare, term),
  termNumbers: (from, to) => numbers.parse(prepare(NUMBERS).get(from, to)).numbers,
  idsOf: wanted => ids.parse(prepare(IDS).all(JSON.stringify(wanted))),
  docsOf: wanted => numbers.parse(prepare(DOCS_OF).get(JSON.stringify([...wanted]))).numbers,
  indexedAfter: (id, limit) => ids.parse(prepare(INDEXED_AFTER).all(id, limit)),
  termSentences: docs =>
    prepare(SENTENCE_TERMS)
      .all(JSON.stringify(docs))
      .map(row => packed.parse(row))
      .map(({ doc, terms: found }) => ({ doc, sentences: readSentenceTerms(found) })),
  docsWith: (docs, terms, between) => {
    const hasAll = inOrder(terms, between);
    const found: number[] = [];
    for (let at = 0; at < docs.length; at += AT_ONCE)
      for (const row of prepare(PACKED).all(JSON.stringify(docs.slice(at, at + AT_ONCE)))) {
        const { doc, terms: sentences } = packed.parse(row);
        if (hasAll(sentences)) found.push(doc);
      }
    return found;
  },
  termsAfter: number => after.parse(prepare(AFTER).get(number)),
  termsMissingCount: () => counted.parse(prepare(MISSING_COUNT).get()).count,
  termsMissing: limit =>
    prepare(MISSING)
      .all(limit)
      .map(row => ({ ...keyed.parse(row), article: articleSchema.parse(row) }))
      .map(one => ({ ...one, sentences: prepare(SENTENCES).all(one.key).map(sentenceFrom) })),
  addTerms: added =>
    write(() => {
      for (const { key, terms: found } of added) enterIndex(prepare, key, found);
      mergePostings(prepare, added.length);
      return null;
    }),
});
