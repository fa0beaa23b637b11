import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signature } from '../../../src/ingest/identity/signature.ts';
import { shingles, similarity } from '../../../src/text/shingles.ts';

const words = fc.array(
  fc.integer({ min: 0, max: 5_000 }).map(each => `w${each}`),
  { minLength: 120, maxLength: 300 },
);

const common = (a: readonly number[], b: readonly number[]): number =>
  a.filter(each => b.includes(each)).length;

test('a text and its copy share every number', () => {
  fc.assert(
    fc.property(words, text => {
      const [mine, copy] = [signature(text.join(' ')), signature(text.join(',  ').toUpperCase())];
      expect(copy).toEqual(mine);
      expect(new Set(mine).size).toBe(40);
      expect(mine.every(each => Number.isSafeInteger(each) && each >= 0)).toBe(true);
    }),
  );
});

test('a copy with a tail and a changed opening is found', () => {
  fc.assert(
    fc.property(words, words, (text, other) => {
      const copy = [...other.slice(0, 10), ...text.slice(10), ...other.slice(0, 20)].join(' ');
      expect(similarity(shingles(copy), shingles(text.join(' ')))).toBeGreaterThan(0.6);
      expect(common(signature(copy), signature(text.join(' ')))).toBeGreaterThan(0);
    }),
  );
});

test('texts of other words share nothing', () => {
  fc.assert(
    fc.property(words, text => {
      const other = text.map(word => word.replace('w', 'v'));
      expect(common(signature(text.join(' ')), signature(other.join(' ')))).toBe(0);
    }),
  );
});

test('the numbers are what is stored, and never change', () => {
  const text = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
  expect(signature(text).slice(0, 2)).toEqual([429494558460600, 4951931568687047]);
});

test.for([
  '',
  'Five killed.',
  'Five people were killed in a blast in Quetta',
])('%j is too short to tell', text => {
  expect(signature(text)).toEqual([]);
});

test('likeness is a share of common runs', () => {
  const [a, b] = [shingles('one two three four five'), shingles('one two three four six')];
  expect(similarity(a, b)).toBeCloseTo(1 / 3);
  expect(similarity(a, a)).toBe(1);
  expect(similarity(a, shingles('one'))).toBe(0);
});
