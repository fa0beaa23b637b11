import { expect, test } from 'vitest';
import { quantitiesAgree } from '../../src/query/quantity.ts';
import { quantity } from '../made-up/figures.ts';

test.for([
  [2546, 2546, true],
  ['>2500', 2546, true],
  ['>2500', 2500, false],
  ['14+', 14, true],
  ['14+', 15, true],
  ['14+', 26, false],
  ['14+', 11, false],
  ['~300', 320, true],
  ['~300', 345, false],
  ['dozens', 30, true],
  ['dozens', 300, false],
  [10, 8, false],
  [0, 0, true],
  ['unknown', 3, false],
] as const)('%s and %s mean one number: %s', ([a, b, same]) => {
  expect(quantitiesAgree(quantity(a), quantity(b))).toBe(same);
  expect(quantitiesAgree(quantity(b), quantity(a))).toBe(same);
});
