import { describe, expect, test } from 'vitest';
import type { AsOf, Store } from '../../../src/store/ports.ts';
import { keep, saved, writing } from '../keep.ts';
import { article, asOf, figure, LATE, reading, report } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const held = (store: Store, at: AsOf = LATE, versions?: readonly number[]) => {
  const { reports, counts } = store.holdings(at, versions);
  const [told, counted] = [[...reports], [...counts]];
  return [...told.map(({ report: { id } }) => id), ...counted.map(({ figure: { id } }) => id)].sort();
};

const keysOf = (store: Store, at: AsOf = LATE): number[] =>
  [...store.holdings(at).reports, ...store.holdings(at).counts].map(({ version }) => version);

const counted = (id: string, published: string | null = '2024-11-09') =>
  reading(article(id, published), { figures: [figure(`${id}#1`, { scope: 'aggregate' })] });

export const holdingsContract = (fresh: Fresh): void => {
  describe('holdings', () => {
    test('are all reports, and the figures that are no part of one', () => {
      const toll = { low: 3, best: 3, high: 3, figures: ['a#3'] };
      const store = fresh(
        reading(article('a', '2024-11-09'), {
          figures: [
            figure('a#1'),
            figure('a#2'),
            figure('a#3'),
            figure('a#4', { scope: 'aggregate' }),
            figure('a#5', { security: false }),
          ],
          reports: [report('a#r', { figures: ['a#2', 'a#4'], injuries: toll })],
        }),
      );
      expect(held(store)).toEqual(['a#1', 'a#4', 'a#5', 'a#r']);
    });

    test('say when their article was published', () => {
      const { counts } = fresh(counted('a', '2024-11-09T10:00:00Z'), counted('b', null)).holdings(LATE);
      expect([...counts].map(({ figure: { article: id }, published }) => [id, published])).toEqual([
        ['a', '2024-11-09T10:00:00Z'],
        ['b', null],
      ]);
    });

    test('are those of a moment', () => {
      const store = fresh(counted('a', '2024-11-09'), counted('b', '2024-11-12'));
      expect(held(store, asOf('2024-11-10'))).toEqual(['a#1']);
    });

    test('of some versions are theirs alone, and none where they have ended', () => {
      const store = fresh(counted('a'), counted('b'));
      const [first = 0] = keysOf(store);
      expect(held(store, LATE, [first])).toEqual(['a#1']);
      saved(store.withdraw('a', '2026-01-02T00:00:00.000Z', 'a test'));
      expect(held(store, LATE, [first])).toEqual([]);
    });
  });

  describe('a fact by its key', () => {
    const toll = { low: 3, best: 3, high: 3, figures: ['a#3'] };
    const told = reading(article('a', '2024-11-09'), {
      figures: [figure('a#3'), figure('a#4', { scope: 'aggregate' })],
      reports: [report('a#r', { figures: ['a#3'], injuries: toll })],
    });

    test('is the one that is held', () => {
      const store = fresh(told);
      const [counts, reports] = [[...store.holdings(LATE).counts], [...store.holdings(LATE).reports]];
      expect([counts.length, reports.length]).toEqual([1, 1]);
      for (const { key, version, figure: one } of counts) expect(store.figureAt(key, version)).toEqual(one);
      for (const { key, version, report: one } of reports) expect(store.reportAt(key, version)).toEqual(one);
    });

    test('is not had of another version', () => {
      const store = fresh(told);
      const [count] = store.holdings(LATE).counts;
      const [tale] = store.holdings(LATE).reports;
      expect(() => store.figureAt(count?.key ?? 0, 99)).toThrow('read again meanwhile');
      expect(() => store.reportAt(tale?.key ?? 0, 99)).toThrow('read again meanwhile');
    });
  });

  describe('the revision', () => {
    test.for<[what: string, change: (store: Store) => unknown, touched: readonly string[]]>([
      ['a new article', store => keep(store, [counted('b')]), ['b#1']],
      [
        'another wording',
        store =>
          keep(store, [{ ...counted('a'), article: article('a', '2024-11-09', { text: 'Another.' }) }]),
        ['a#1'],
      ],
      ['a reading by other rules', store => keep(store, [counted('a')], { rules: 'rules 2' }), ['a#1']],
      ['a withdrawal', store => saved(store.withdraw('a', '2026-01-02T00:00:00.000Z', 'a test')), []],
    ])('goes up with %s, and what it touched is known', ([, change, touched]) => {
      const store = fresh(counted('a'));
      const seen = { revision: store.revision(), asOf: LATE };
      change(store);
      expect(store.revision()).toBeGreaterThan(seen.revision);
      const versions = store.touched(seen, LATE);
      expect(versions.length).toBeGreaterThan(0);
      expect(held(store, LATE, versions)).toEqual(touched);
    });

    test.for<[what: string, change: (store: Store) => unknown]>([
      ['the same once more', store => keep(store, [counted('a')])],
      ['what says nothing of articles', store => writing(store)],
    ])('stays with %s', ([, change]) => {
      const store = fresh(counted('a'));
      const seen = { revision: store.revision(), asOf: LATE };
      change(store);
      expect([store.revision(), store.touched(seen, LATE)]).toEqual([seen.revision, []]);
    });

    test.for<[from: AsOf, to: AsOf, touched: number]>([
      [asOf('2024-11-08'), asOf('2024-11-09', '08:00:00.000'), 1],
      [asOf('2024-11-09', '08:00:00.000'), asOf('2024-11-08'), 1],
      [asOf('2024-11-09', '08:00:00.000'), asOf('2024-11-09', '09:59:59.999'), 0],
      [asOf('2024-11-09', '09:59:59.999'), asOf('2024-11-09', '10:00:00.000'), 1],
      [asOf('2024-11-08'), asOf('2024-11-10'), 2],
      [asOf('2024-11-11'), LATE, 0],
    ])('time alone brings and hides articles: %o to %o', ([from, to, touched]) => {
      const store = fresh(counted('a', '2024-11-09'), counted('b', '2024-11-09T10:00:00Z'));
      expect(store.touched({ revision: store.revision(), asOf: from }, to)).toHaveLength(touched);
    });
  });
};
