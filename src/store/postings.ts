import type { TermStore } from './ports/terms.ts';

/** So many articles share a block: a term's postings of a block are few enough to be written again with each article. */
export const BLOCK = 1_024;

/** Six bits are left beside the ten of an article; a term that occurs more often is about what it is about. */
const MOST = 63;

/** A stretch of articles with the lengths of all, and what of a term stands in it. */
export interface Stretch {
  readonly block: number;
  readonly lengths: Uint8Array;
  readonly postings: Uint8Array;
}

/** Block of an article. */
export const blockOf = (doc: number): number => Math.floor(doc / BLOCK);

/** A term in an article as it stands in a block: ten bits for the article and six for the count. */
export const postingOf = (doc: number, count: number): number => ((doc % BLOCK) << 6) | Math.min(count, MOST);

/** What is added to a term's postings for an article, in hexadecimal: two bytes, the lower one first. */
export const hexPosting = (posting: number): string =>
  ((posting & 0xff) * 0x100 + (posting >> 8)).toString(16).padStart(4, '0');

/** The lengths of a block with another one for an article; 0 takes it out of every search. */
export const withLength = (before: Uint8Array | null, doc: number, length: number): Uint8Array => {
  const after = before ?? new Uint8Array(2 * BLOCK);
  const at = 2 * (doc % BLOCK);
  const kept = Math.min(length, 0xffff);
  after[at] = kept & 0xff;
  after[at + 1] = kept >> 8;
  return after;
};

/** Whether every article of a block was taken out. */
export const isEmpty = (lengths: Uint8Array): boolean => lengths.every(byte => byte === 0);

/** A posting that stands in no block yet; its article has not been taken out. */
export interface Waiting {
  readonly doc: number;
  readonly posting: number;
  readonly length: number;
}

/**
 * What stretches hold of a term, without the articles that were taken out, and what waits.
 * @param waiting of articles behind those of the stretches
 */
export const readPostings = (
  stretches: readonly Stretch[],
  waiting: readonly Waiting[],
): ReturnType<TermStore['postings']> => {
  const most = stretches.reduce((sum, { postings }) => sum + postings.length / 2, waiting.length);
  const docs = new Uint32Array(most);
  const counts = new Uint8Array(most);
  const lengths = new Uint16Array(most);
  let held = 0;
  const hold = (doc: number, posting: number, length: number): void => {
    docs[held] = doc;
    counts[held] = posting & MOST;
    lengths[held] = length;
    held++;
  };
  for (const { block, postings, lengths: all } of stretches) {
    const first = block * BLOCK;
    for (let i = 0; i < postings.length; i += 2) {
      const posting = (postings[i] ?? 0) | ((postings[i + 1] ?? 0) << 8);
      const at = posting >> 6;
      const length = (all[2 * at] ?? 0) | ((all[2 * at + 1] ?? 0) << 8);
      if (length !== 0) hold(first + at, posting, length);
    }
  }
  for (const { doc, posting, length } of waiting) hold(doc, posting, Math.min(length, 0xffff));
  return {
    docs: docs.subarray(0, held),
    counts: counts.subarray(0, held),
    lengths: lengths.subarray(0, held),
  };
};
