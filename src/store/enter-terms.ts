import { z } from 'zod';
import type { ArticleTerms } from './ports/terms.ts';
import { blockOf, isEmpty, postingOf, withLength } from './postings.ts';
import { packSentences } from './sentence-terms.ts';
import type { Prepare } from './statements.ts';
import { termNumbers } from './term-numbers.ts';
import { packWaiting } from './waiting-postings.ts';

const LEAVE = 'DELETE FROM search_articles WHERE article = ? RETURNING doc';
const LEAVE_MISSING = 'DELETE FROM search_missing WHERE key = ?';
const ENTER = 'INSERT INTO search_articles (article, terms) VALUES (?, ?) RETURNING doc';
const ENTER_SENTENCES = 'INSERT INTO search_sentences (doc, terms) VALUES (?, ?)';
const LENGTHS = 'SELECT lengths FROM search_blocks WHERE block = ?';
const PUT_LENGTHS = 'INSERT OR REPLACE INTO search_blocks (block, lengths) VALUES (?, ?)';
const DROP_LENGTHS = 'DELETE FROM search_blocks WHERE block = ?';
const DROP_POSTINGS = 'DELETE FROM search_postings WHERE block = ?';
const WAIT = 'INSERT INTO search_waiting (doc, postings) VALUES (?, ?)';
const WAIT_NO_MORE = 'DELETE FROM search_waiting WHERE doc = ?';
const MISS = 'INSERT INTO search_missing (key) VALUES (?)';

const bytes = z.instanceof(Uint8Array);
const numbered = z.object({ doc: z.int() });
const lengthsRow = z.object({ lengths: bytes });

const lengthsOf = (prepare: Prepare, block: number): Uint8Array | null => {
  const row = prepare(LENGTHS).get(block);
  return row === undefined ? null : lengthsRow.parse(row).lengths;
};

/**
 * Takes a version out of the index, within a transaction. Its postings stay and count for nothing until the last article
 * of its block is out; when everything is read again, that is soon.
 */
export const leaveIndex = (prepare: Prepare, key: number): void => {
  prepare(LEAVE_MISSING).run(key);
  const row = prepare(LEAVE).get(key);
  if (row === undefined) return;
  const { doc } = numbered.parse(row);
  prepare(WAIT_NO_MORE).run(doc);
  const block = blockOf(doc);
  const lengths = withLength(lengthsOf(prepare, block), doc, 0);
  if (!isEmpty(lengths)) {
    prepare(PUT_LENGTHS).run(block, lengths);
    return;
  }
  prepare(DROP_LENGTHS).run(block);
  prepare(DROP_POSTINGS).run(block);
};

const countTerms = ({ title, sentences }: ArticleTerms): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const terms of [title, ...sentences.map(sentence => sentence.terms)])
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

/**
 * Puts a version into the index in the place of what stood there, within a transaction. Its postings wait to be merged
 * into their block, see merge-postings.ts.
 * @param found null: nothing of it can be found; undefined: nobody has looked yet
 */
export const enterIndex = (prepare: Prepare, key: number, found: ArticleTerms | null | undefined): void => {
  leaveIndex(prepare, key);
  if (found === null) return;
  if (found === undefined) {
    prepare(MISS).run(key);
    return;
  }
  const counts = countTerms(found);
  const numbers = termNumbers(prepare, counts.keys());
  const numberOf = (term: string): number => numbers.get(term) ?? 0;
  const { doc } = numbered.parse(prepare(ENTER).get(key, counts.size));
  const sentences = found.sentences.map(({ index, terms }) => ({ index, numbers: terms.map(numberOf) }));
  prepare(ENTER_SENTENCES).run(doc, packSentences(sentences));
  const block = blockOf(doc);
  prepare(PUT_LENGTHS).run(block, withLength(lengthsOf(prepare, block), doc, counts.size));
  const postings = Array.from(counts, ([term, count]) => ({
    term: numberOf(term),
    posting: postingOf(doc, count),
  }));
  prepare(WAIT).run(doc, packWaiting(postings));
};
