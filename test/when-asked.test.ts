import { expect, test } from 'vitest';
import { namesWhenAsked } from '../src/when-asked.ts';

test('names are gathered when the first is asked for, and again when articles came in', () => {
  let [made, landed] = [0, 7];
  const names = namesWhenAsked(
    () => {
      made += 1;
      return { complete: () => [], nearest: () => [], named: () => [] };
    },
    () => landed,
  );
  expect(made).toBe(0);
  expect(names.complete('q', ['place'], 3)).toEqual([]);
  expect(names.nearest('q', ['place'], 3)).toEqual([]);
  expect(made).toBe(1);
  landed += 1;
  expect(made).toBe(1);
  expect(names.named('q', ['place'])).toEqual([]);
  expect(names.nearest('q', ['place'], 3)).toEqual([]);
  expect(made).toBe(2);
});
