import { z } from 'zod';
import { enterIndex } from './enter-terms.ts';
import type { Write } from './lease.ts';
import { mergePostings } from './merge-postings.ts';
import { articleSchema, sentenceFrom } from './nouns.ts';
import type { TermStore } from './ports/terms.ts';
import { readPostings, type Waiting } from './postings.ts';
import { readSentenceTerms } from './sentence-terms.ts';
import type { Prepare } from './statements.ts';
import { lengthOf, waitingPosting } from './waiting-postings.ts';

const TOTALS = 'SELECT articles, terms FROM search_totals';
const NUMBER = 'SELECT number FROM search_terms WHERE term = ?';
/** The blocks are few: looking into each is faster than any index over terms would be to write. */
const POSTINGS = `SELECT b.block, b.lengths, p.postings, NULL AS doc FROM search_blocks b
  CROSS JOIN search_postings p ON p.block = b.block AND p.term = :term
  UNION ALL SELECT NULL, NULL, w.postings, w.doc FROM search_merge m CROSS JOIN search_waiting w
    ON w.doc > iif(:term < m.below, m.partly, 0)`;
const DOCS = 'SELECT json_group_array(doc ORDER BY doc) AS docs FROM search_articles';
const IDS = `SELECT s.doc, a.id FROM json_each(?) j CROSS JOIN search_articles s ON s.doc = j.value
  JOIN articles a ON a.key = s.article ORDER BY j.key`;
const SENTENCE_TERMS = 'SELECT terms FROM search_sentences WHERE doc = ?';
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
const docs = z.object({ docs: listed(z.int()) });
const ids = z.array(z.object({ doc: z.int(), id: z.string() }));
const packed = z.object({ terms: bytes });
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
  termDocs: () => docs.parse(prepare(DOCS).get()).docs,
  idsOf: wanted => ids.parse(prepare(IDS).all(JSON.stringify(wanted))),
  termSentences: doc => {
    const row = prepare(SENTENCE_TERMS).get(doc);
    return row === undefined ? [] : readSentenceTerms(packed.parse(row).terms);
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
