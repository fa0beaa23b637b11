import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../src/search/distance.ts';

test.for<[string, string, number]>([
  ['quetta', 'quetta', 0],
  ['queta', 'quetta', 1],
  ['quettta', 'quetta', 1],
  ['quatta', 'quetta', 1],
  ['qeutta', 'quetta', 1],
  ['ab', 'ba', 1],
  ['abcd', 'badc', 2],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['', '', 0],
])('"%s" is as far from "%s" as %i slips', ([a, b, slips]) => {
  expect(editDistance(a, b, 9)).toBe(slips);
  expect(editDistance(b, a, 9)).toBe(slips);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

test('a limit cuts the distance off just above it and changes nothing below', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, 99), most + 1));
    }),
  );
});

test('one slip is at most one away', () => {
  fc.assert(
    fc.property(word, fc.nat(7), fc.constantFrom('a', 'x'), (a, at, letter) => {
      const left = a.slice(0, at);
      const right = a.slice(at);
      const swapped = left + right.slice(1, 2) + right.slice(0, 1) + right.slice(2);
      for (const slip of [
        left + letter + right,
        left + right.slice(1),
        left + letter + right.slice(1),
        swapped,
      ])
        expect(editDistance(a, slip, 9)).toBeLessThanOrEqual(1);
    }),
  );
});
