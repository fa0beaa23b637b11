import { describe, expect, test } from 'vitest';
import type { Trend } from '../../../src/core/trend.ts';
import type { Reading } from '../../../src/store/ports.ts';
import { article, asOf, days, LATE, reading } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

const trend = (id: string, start: number): Trend => ({
  id,
  article: id.split('#')[0] ?? '',
  span: { start, end: start + 3 },
  kind: 'growth',
  value: 73,
  bound: 'about',
  direction: 'up',
  of: null,
  from: null,
  to: null,
  measure: 'fatalities',
  victims: ['civilians'],
  period: days('2024-10-01', '2024-10-31'),
  place: null,
  body: null,
  rules: ['made-up'],
});

const holding = (id: string, ...trends: readonly Trend[]): Reading => ({
  ...reading(article(id, '2024-11-01')),
  trends,
});

export const trendsContract = (fresh: Fresh): void => {
  describe('trends', () => {
    test('come back whole, in the order of the text, for their article alone', () => {
      const [late, early] = [trend('a#t2', 9), trend('a#t1', 2)];
      const store = fresh(holding('a', late, early), holding('b', trend('b#t1', 0)));
      expect(store.trends('a', LATE)).toEqual([early, late]);
      expect(ids(store.trends('b', LATE))).toEqual(['b#t1']);
    });

    test('do not exist before their article', () => {
      const store = fresh(holding('a', trend('a#t1', 0)));
      expect(store.trends('a', asOf('2024-10-31'))).toEqual([]);
    });

    test('stand in the archive as well', () => {
      const store = fresh(holding('a', trend('a#t1', 0)));
      expect([...store.eachReading(LATE)].flatMap(({ trends = [] }) => ids(trends))).toEqual(['a#t1']);
    });
  });
};
