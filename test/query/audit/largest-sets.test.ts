import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestSets } from '../../../src/query/audit/largest-sets.ts';

test.for<[items: number[], sets: number[][]]>([
  [[], [[]]],
  [
    [1, 2, 3],
    [[1, 3], [2]],
  ],
  [[1, 3, 5], [[1, 3, 5]]],
])('%j, of which only numbers of one parity stand together, makes %j', ([items, sets]) => {
  expect(largestSets(items, (a, b) => a % 2 === b % 2)).toEqual(sets);
});

test('every set is one that nothing can be added to, and no set is found twice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), items => {
      const beside = (a: number, b: number): boolean => a % 3 !== b % 3;
      const sets = largestSets(items, beside);
      expect(new Set(sets.map(set => set.join())).size).toBe(sets.length);
      for (const set of sets) {
        for (const a of set) for (const b of set) expect(a === b || beside(a, b)).toBe(true);
        const open = items.filter(each => !set.includes(each) && set.every(member => beside(each, member)));
        expect(open).toEqual([]);
      }
    }),
  );
});
