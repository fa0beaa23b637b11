/** Four bytes for a term and two for its posting, lower ones first. */
const RECORD = 6;

/** What a term has in an article. */
interface Posting {
  readonly term: number;
  /** As it will stand in the block. */
  readonly posting: number;
}

const termAt = (packed: Uint8Array, record: number): number => {
  const at = record * RECORD;
  const [a = 0, b = 0, c = 0, d = 0] = [packed[at], packed[at + 1], packed[at + 2], packed[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
};

const postingAt = (packed: Uint8Array, record: number): number =>
  (packed[record * RECORD + 4] ?? 0) | ((packed[record * RECORD + 5] ?? 0) << 8);

/** How many different terms an article has of which all postings wait. */
export const lengthOf = (packed: Uint8Array): number => packed.length / RECORD;

/** The first record of this term or of a higher one. */
const firstFrom = (packed: Uint8Array, term: number): number => {
  let [low, high] = [0, lengthOf(packed)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (termAt(packed, middle) < term) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Packs the postings of an article. */
export const packWaiting = (postings: readonly Posting[]): Uint8Array => {
  const packed = new Uint8Array(postings.length * RECORD);
  const view = new DataView(packed.buffer);
  for (const [i, { term, posting }] of postings.toSorted((a, b) => a.term - b.term).entries()) {
    view.setUint32(i * RECORD, term, true);
    view.setUint16(i * RECORD + 4, posting, true);
  }
  return packed;
};

/** An article's postings of the terms from `from` to below `to`. */
export function* waitingBetween(packed: Uint8Array, from: number, to: number): Generator<Posting> {
  const records = lengthOf(packed);
  for (let i = firstFrom(packed, from); i < records; i++) {
    const term = termAt(packed, i);
    if (term >= to) return;
    yield { term, posting: postingAt(packed, i) };
  }
}

/** What an article has of a term; null when it has none. */
export const waitingPosting = (packed: Uint8Array, term: number): number | null => {
  const record = firstFrom(packed, term);
  return record < lengthOf(packed) && termAt(packed, record) === term ? postingAt(packed, record) : null;
};

/** Ends of so many stretches that have about as many terms each; the last one ends behind the last term. */
export const boundsOf = (articles: readonly Uint8Array[], stretches: number): readonly number[] => {
  const all = new Uint32Array(articles.reduce((sum, packed) => sum + lengthOf(packed), 0));
  let held = 0;
  for (const packed of articles) for (let i = 0; i < lengthOf(packed); i++) all[held++] = termAt(packed, i);
  const terms = [...new Set(all.sort())];
  const ends = Array.from({ length: stretches }, (_, i) => {
    const last = terms[Math.ceil(((i + 1) * terms.length) / stretches) - 1];
    return last === undefined ? 0 : last + 1;
  });
  return [...new Set(ends)].filter(end => end > 0);
};
