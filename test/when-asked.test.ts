import { expect, test } from 'vitest';
import { namesWhenAsked } from '../src/when-asked.ts';

test('names are gathered once, when the first is asked for', () => {
  let made = 0;
  const names = namesWhenAsked(() => {
    made += 1;
    return { complete: () => [], nearest: () => [], named: () => [] };
  });
  expect(made).toBe(0);
  expect(names.complete('q', ['place'], 3)).toEqual([]);
  expect(names.nearest('q', ['place'], 3)).toEqual([]);
  expect(made).toBe(1);
});
