import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/core/incident.ts';
import { keep, NOW, saved } from '../keep.ts';
import { article, asOf, days, figure, LATE, read, reading, report } from '../made-up.ts';
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

export const tallyContract = (fresh: Fresh): void => {
  describe('the tally', () => {
    test('counts what security figures and reports name', () => {
      const { places, periods, bodies, actors } = fresh(holding, reading(article('b', null))).tally(LATE);
      expect([...places]).toEqual([
        ['pk', 1],
        ['pk/balochistan/quetta', 2],
      ]);
      expect(periods).toEqual([
        { period: { from: '2024-01-01', to: '2024-12-31' }, count: 1 },
        { period: { from: '2024-11-09', to: '2024-11-09' }, count: 2 },
      ]);
      expect([...bodies]).toEqual([['picss', 2]]);
      expect([...actors]).toEqual([
        ['bla', 2],
        ['ttp', 1],
      ]);
    });

    test.for<[claim: string, day: string, places: number, titles: number]>([
      ['does not know an article before it is published', '2024-11-09', 0, 0],
      ['knows it on its day', '2024-11-10', 2, 1],
      ['does not know it after it is withdrawn', '2026-06-01', 0, 0],
    ])('%s', ([, day, places, titles]) => {
      const store = fresh(holding);
      saved(store.withdraw('a', NOW, 'Made up.'));
      const { places: counted, actors } = store.tally(asOf(day));
      expect([counted.size, actors.size, store.titles(asOf(day)).length]).toEqual([places, places, titles]);
    });

    test('an article changed is counted by its newest facts alone', () => {
      const store = fresh(holding);
      const changed = article('a', '2024-11-10', { title: null, text: 'Made up anew.' });
      saved(store.land({ at: NOW, rules: 'rules 1', readings: [reading(changed)] }));
      expect(store.tally(asOf('2026-06-01')).places.size).toBe(0);
      expect(store.titles(asOf('2026-06-01'))).toEqual([{ id: 'a', title: null }]);
    });

    test('what landed goes up with each version that is kept, and by nothing else', () => {
      const store = fresh();
      expect(store.landed()).toBe(0);
      keep(store, [reading(article('a', null))]);
      const first = store.landed();
      expect(first).toBeGreaterThan(0);
      keep(store, [reading(article('a', null))]);
      expect(store.landed()).toBe(first);
      keep(store, [reading(article('a', null, { text: 'Other made-up words.' }))]);
      expect(store.landed()).toBeGreaterThan(first);
    });

    test('titles come by id', () => {
      const store = fresh(reading(article('b', null)), reading(article('a', '2024-11-10')));
      expect(store.titles(LATE)).toEqual([
        { id: 'a', title: 'Made-up article a' },
        { id: 'b', title: 'Made-up article b' },
      ]);
    });
  });
};
