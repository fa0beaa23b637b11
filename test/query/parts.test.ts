import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn, within } from '../../src/core/period.ts';
import { widestInTime } from '../../src/query/parts.ts';
import { figure } from '../made-up/figures.ts';

const PERIODS = ['2024', '2024-03', '2024-03-05', '2024-03-01..2024-04-30', '2023-12-01..2024-03-31', null];

const anyFigures = fc.array(
  fc.record({
    period: fc.constantFrom(...PERIODS),
    body: fc.constantFrom('picss', 'police', null),
    place: fc.constantFrom('pk', 'pk/punjab'),
  }),
  { maxLength: 10 },
);

test('a count is left out exactly where its body has a longer one that holds it', () => {
  fc.assert(
    fc.property(anyFigures, list => {
      const figures = list.map(each => figure(each));
      const left = figures.filter(
        one =>
          !figures.some(
            other =>
              other.body?.value === one.body?.value &&
              other.place?.value === one.place?.value &&
              other.period !== null &&
              one.period !== null &&
              daysIn(other.period.value) > daysIn(one.period.value) &&
              within(one.period.value, other.period.value),
          ),
      );
      expect(widestInTime(figures)).toEqual(left);
    }),
  );
});
