import { expect, test } from 'vitest';
import { nextPrevious } from '../../src/bot/previous.ts';

test.for<[claim: string, question: string, previous: string | null, next: string | null]>([
  ['a question', '/casualties 2024', null, '/casualties 2024'],
  ['a plain sentence', ' quetta blast ', '/casualties 2024', 'quetta blast'],
  ['what /why was asked of', '/why 3', '/casualties 2024', '/casualties 2024'],
  ['what “why 3” was asked of', 'why 3', '/casualties 2024', '/casualties 2024'],
  ['a question that begins with why', 'why 2024 was bad', '/casualties 2024', 'why 2024 was bad'],
  ['what was asked before nothing', '  ', '/casualties 2024', '/casualties 2024'],
])('“/why” speaks of %s', ([, question, previous, next]) => {
  expect(nextPrevious(question, previous)).toBe(next);
});
