import { expect, test } from 'vitest';
import { loadMerges, mergesSchema } from '../../src/knowledge/merges.ts';

test('the corrections to merging fit their schema, and none orders two reports both apart and together', () => {
  const { apart, together } = loadMerges();
  const keys = (pairs: typeof apart): string[] => pairs.map(pair => [...pair].sort().join(' '));
  expect(keys(apart).filter(key => keys(together).includes(key))).toEqual([]);
});

test.for<[claim: string, value: unknown]>([
  ['one report', { note: '', apart: [['a']], together: [] }],
  ['a report and itself', { note: '', apart: [], together: [['a', 'a']] }],
  ['a word for a list', { note: '', apart: 'a b', together: [] }],
])('%s is no correction', ([, value]) => expect(mergesSchema.safeParse(value).success).toBe(false));
