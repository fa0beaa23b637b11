import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BLOCK,
  hexPosting,
  isEmpty,
  postingOf,
  readPostings,
  type Stretch,
  withLength,
} from '../../src/store/postings.ts';
import { inOrder, packSentences, readSentenceTerms } from '../../src/store/sentence-terms.ts';

interface Held {
  readonly doc: number;
  readonly count: number;
  readonly length: number;
}

/** What a file would hold of a term. */
const stretchesOf = (held: readonly Held[]): readonly Stretch[] =>
  [...Map.groupBy(held, ({ doc }) => Math.floor(doc / BLOCK))].map(([block, ones]) => ({
    block,
    lengths: ones.reduce<Uint8Array>(
      (before, { doc, length }) => withLength(before, doc, length),
      withLength(null, 0, 0),
    ),
    postings: Uint8Array.from(
      Buffer.from(ones.map(({ doc, count }) => hexPosting(postingOf(doc, count))).join(''), 'hex'),
    ),
  }));

const listed = (held: readonly Held[]) => ({
  docs: held.map(({ doc }) => doc),
  counts: held.map(({ count }) => count),
  lengths: held.map(({ length }) => length),
});

const readFrom = (stretches: readonly Stretch[]) => {
  const { docs, counts, lengths } = readPostings(stretches, []);
  return { docs: [...docs], counts: [...counts], lengths: [...lengths] };
};

const length = fc.integer({ min: 1, max: 0xffff });
const holder = fc.record({ doc: fc.nat(5 * BLOCK), count: fc.integer({ min: 1, max: 63 }), length });
const holders = fc
  .uniqueArray(holder, { selector: ({ doc }) => doc })
  .map(list => list.toSorted((a, b) => a.doc - b.doc));

test('postings are read as they were written, over the borders of blocks', () => {
  fc.assert(
    fc.property(holders, held => {
      expect(readFrom(stretchesOf(held))).toEqual(listed(held));
    }),
    {
      examples: [[[1, BLOCK - 1, BLOCK, 2 * BLOCK].map(doc => ({ doc, count: 63, length: 0xffff }))]],
    },
  );
});

test('an article that was taken out counts no more, and a block without any is empty', () => {
  const held = [BLOCK, BLOCK + 1].map(doc => ({ doc, count: 1, length: 9 }));
  const [stretch] = stretchesOf(held);
  if (stretch === undefined) throw new Error('no stretch');
  const one = withLength(stretch.lengths, BLOCK, 0);
  expect(readFrom([{ ...stretch, lengths: one }])).toEqual(listed(held.slice(1)));
  expect(isEmpty(one)).toBe(false);
  expect(isEmpty(withLength(one, BLOCK + 1, 0))).toBe(true);
});

test.for([
  { printed: 63, kept: 63 },
  { printed: 64, kept: 63 },
  { printed: 5_000, kept: 63 },
])('a term that occurs $printed times counts $kept', ({ printed, kept }) => {
  const held = [{ doc: 7, count: printed, length: 9 }];
  expect(readFrom(stretchesOf(held)).counts).toEqual([kept]);
});

test('the terms of sentences are read as they were packed', () => {
  const sentence = fc.record({ index: fc.nat(0xffff), numbers: fc.array(fc.nat(0xffffff)) });
  fc.assert(
    fc.property(fc.array(sentence), sentences => {
      const read = readSentenceTerms(packSentences(sentences));
      expect(read.map(({ index, different, terms }) => [index, different, [...terms]])).toEqual(
        sentences.map(({ index, numbers }) => [index, new Set(numbers).size, numbers]),
      );
    }),
  );
});

test('packed sentences tell what stands in order in one of them, as they do when they are read', () => {
  const number = fc.constantFrom(1, 2, 3, 200, 20_000);
  const sentence = fc.array(fc.oneof(number, fc.constantFrom(7, 300)), { maxLength: 9 });
  fc.assert(
    fc.property(
      fc.array(sentence, { maxLength: 4 }),
      fc.array(number, { minLength: 1, maxLength: 4 }),
      (list, numbers) => {
        const packed = packSentences(list.map((one, index) => ({ index, numbers: one })));
        const held = list.some(one => {
          const plain = one.filter(each => each !== 7 && each !== 300);
          return plain.some((_, at) => numbers.every((each, i) => plain[at + i] === each));
        });
        expect(inOrder(numbers, new Set([7, 300]))(packed)).toBe(held);
      },
    ),
    { numRuns: 500 },
  );
});
