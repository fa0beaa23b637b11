import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import type { Report } from '../../../src/core/incident.ts';
import type { Store } from '../../../src/store/ports.ts';
import { readings } from '../arbitrary.ts';
import { keep, NOW, saved } from '../keep.ts';
import { article, asOf, days, figure, read, reading, report } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const claimed = (actor: string): Report['actors'][number] => ({
  actor,
  role: 'claimed',
  by: null,
  span: { start: 0, end: 3 },
});

const quetta = read('pk/balochistan/quetta');

const holding = reading(article('a', '2024-11-10'), {
  figures: [
    figure('a#1', { place: quetta, period: days('2024-11-09'), body: read('picss') }),
    figure('a#2', { place: read('pk'), period: days('2024-01-01', '2024-12-31'), body: read('picss') }),
    figure('a#3', { place: quetta, period: days('2024-11-09'), security: false, body: read('crss') }),
    figure('a#4', {}),
  ],
  reports: [
    report('a#r1', { place: quetta, period: days('2024-11-09'), actors: [claimed('bla'), claimed('bla')] }),
    report('a#r2', { actors: [claimed('bla'), claimed('ttp')] }),
  ],
});

const totals = (store: Store, since: number | null = null): Record<string, number> =>
  Object.fromEntries(store.named(since).map(({ kind, name, count }) => [`${kind} ${name}`, count]));

/** What current articles name, counted fact by fact. */
const counted = (store: Store): Record<string, number> => {
  const counts = new Map<string, number>();
  const count = (kind: string, name: string | undefined): void => {
    if (name !== undefined) counts.set(`${kind} ${name}`, (counts.get(`${kind} ${name}`) ?? 0) + 1);
  };
  const periodOf = ({ period }: Report | Figure): string | undefined =>
    period === null ? undefined : `${period.value.from}/${period.value.to}`;
  for (const one of store.figures({ asOf: END })) {
    count('place', one.place?.value);
    count('period', periodOf(one));
    count('body', one.body?.value);
  }
  for (const one of store.reports({ asOf: END })) {
    count('place', one.place?.value);
    count('period', periodOf(one));
    for (const actor of new Set(one.actors.map(each => each.actor))) count('actor', actor);
  }
  return Object.fromEntries(counts);
};

const END = asOf('9999-12-31');

export const tallyContract = (fresh: Fresh): void => {
  describe('what is named', () => {
    test('is counted by security figures and reports', () => {
      expect(totals(fresh(holding, reading(article('b', null))))).toEqual({
        'actor bla': 2,
        'actor ttp': 1,
        'body picss': 2,
        'period 2024-01-01/2024-12-31': 1,
        'period 2024-11-09/2024-11-09': 2,
        'place pk': 1,
        'place pk/balochistan/quetta': 2,
      });
    });

    test('goes with the article that is withdrawn, and the title too', () => {
      const store = fresh(holding);
      const before = store.revision();
      saved(store.withdraw('a', NOW, 'Made up.'));
      expect([totals(store), store.titles()]).toEqual([{}, []]);
      expect(new Set(Object.values(totals(store, before)))).toEqual(new Set([0]));
      expect(store.retitled(before)).toEqual([{ id: 'a', current: null }]);
    });

    test('is that of the newest facts of an article alone', () => {
      const store = fresh(holding);
      const before = store.revision();
      const changed = article('a', '2024-11-10', { title: null, text: 'Made up anew.' });
      saved(store.land({ at: NOW, rules: 'rules 1', readings: [reading(changed)] }));
      expect(totals(store)).toEqual({});
      expect(store.titles()).toEqual([{ id: 'a', title: null }]);
      expect(store.retitled(before)).toEqual([{ id: 'a', current: { id: 'a', title: null } }]);
      expect(store.named(store.revision() + 1)).toEqual([]);
    });

    test('titles come by id', () => {
      const store = fresh(reading(article('b', null)), reading(article('a', '2024-11-10')));
      expect(store.titles()).toEqual([
        { id: 'a', title: 'Made-up article a' },
        { id: 'b', title: 'Made-up article b' },
      ]);
    });

    test('is counted as it would be from the facts, whatever came, changed, was read again or withdrawn', () => {
      const step = fc.record({
        list: readings,
        rules: fc.constantFrom('rules 1', 'rules 2'),
        withdrawn: fc.option(fc.nat(5)),
        restored: fc.boolean(),
      });
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), steps => {
          const store = fresh();
          /** Kept by a reader who reads nothing but what may have changed. */
          const followed = new Map<string, number>();
          let since: number | null = null;
          for (const [i, { list, rules, withdrawn, restored }] of steps.entries()) {
            const at = new Date(Date.UTC(2026, 0, 1 + i)).toISOString();
            keep(store, list, { rules, at });
            const id = `article-${withdrawn}`;
            if (withdrawn !== null) saved(store.withdraw(id, at, 'Made up.'));
            const last = store.version(id, store.versions(id).at(-1)?.version ?? 0);
            if (restored && last !== null) saved(store.restore(last, at, rules));
            for (const { key, article: kept } of store.stale('rules 2', 0, 2)) {
              const again = list.find(one => one.article.id === kept.id);
              if (again !== undefined)
                saved(store.reread('rules 2', [{ key, reading: { ...again, article: kept } }]));
            }
            const counts = counted(store);
            expect(totals(store)).toEqual(counts);
            for (const [name, count] of Object.entries(totals(store, since))) followed.set(name, count);
            expect(Object.fromEntries([...followed].filter(([, count]) => count > 0))).toEqual(counts);
            since = store.revision();
          }
        }),
        { numRuns: 60 },
      );
    });
  });
};
