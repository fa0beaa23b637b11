import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { keep, saved } from '../keep.ts';
import { article, reading } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const MONDAY = '2025-03-03T08:00:00.000Z';
const NOON = '2025-03-03T12:00:00.000Z';
const TUESDAY = '2025-03-04T08:00:00.000Z';
const WEDNESDAY = '2025-03-05T08:00:00.000Z';

const named = (store: Store, after: string, until: string): readonly string[] =>
  store.changed(after, until).map(({ id, version, ended }) => `${id} ${version} ${ended ?? 'stands'}`);

export const changedContract = (fresh: Fresh): void => {
  describe('what changed between two moments', () => {
    test.for<[claim: string, published: string | null, seen: string, learned: string | null]>([
      ['an old article counts from when it was seen', '2025-02-01', NOON, NOON],
      ['one of the day before as well', '2025-03-02', NOON, NOON],
      ['one that says no day as well', null, NOON, NOON],
      ['one of tomorrow counts from its day', '2025-03-04', NOON, '2025-03-04T00:00:00.000Z'],
      ['one of a later hour from that hour', '2025-03-03T15:00:00Z', NOON, '2025-03-03T15:00:00.000Z'],
      ['what is seen only later counts from its day', '2025-03-04', WEDNESDAY, '2025-03-04T00:00:00.000Z'],
      ['the last instant is in it', '2025-03-01', TUESDAY, TUESDAY],
      ['the first is not', '2025-03-01', MONDAY, null],
      ['what is seen later and of an earlier day is not', '2025-03-01', WEDNESDAY, null],
      ['what is seen later and says no day is not', null, WEDNESDAY, null],
    ])('%s', ([, published, seen, learned]) => {
      const store = fresh();
      keep(store, [reading(article('a', published))], { at: seen });
      expect(store.changed(MONDAY, TUESDAY).map(each => each.learned)).toEqual(
        learned === null ? [] : [learned],
      );
    });

    test('asked for as time goes on, windows hold each article once', () => {
      const store = fresh();
      const cuts = ['2025-03-02T00:00:00.000Z', MONDAY, '2025-03-03T10:00:00.000Z', TUESDAY, WEDNESDAY];
      const all = cuts.slice(1).flatMap((until, i) => {
        const after = cuts[i] ?? '';
        const arriving = [MONDAY, NOON, TUESDAY].filter(at => after < at && at <= until);
        for (const at of arriving) keep(store, [reading(article(`a ${at}`, '2025-03-03'))], { at });
        return named(store, after, until);
      });
      expect(all).toEqual([MONDAY, NOON, TUESDAY].map(at => `a ${at} 1 stands`));
    });

    test('a new wording is a version that ended and one that began', () => {
      const store = fresh();
      keep(store, [reading(article('a', '2025-03-01', { text: 'Made up: three.' }))], { at: MONDAY });
      keep(store, [reading(article('a', '2025-03-01', { text: 'Made up: four.' }))], { at: NOON });
      expect(named(store, MONDAY, TUESDAY)).toEqual(['a 1 replaced', 'a 2 stands']);
      expect(named(store, TUESDAY, WEDNESDAY)).toEqual([]);
    });

    test('a withdrawal says why', () => {
      const store = fresh();
      keep(store, [reading(article('a', '2025-03-01'))], { at: MONDAY });
      saved(store.withdraw('a', NOON, 'made up'));
      expect(store.changed(MONDAY, TUESDAY)).toMatchObject([{ ended: 'withdrawn', reason: 'made up' }]);
    });

    test('old news is known as such, but not for a time before it came in', () => {
      const store = fresh();
      const traits = { language: 'en', relevant: true, copyOf: null, history: true, signature: [] };
      keep(store, [{ ...reading(article('a', '2025-03-03')), traits }], { at: WEDNESDAY });
      const history = (after: string, until: string) => store.changed(after, until).map(each => each.history);
      expect(history(TUESDAY, WEDNESDAY)).toEqual([true]);
      expect(history('2025-03-02T08:00:00.000Z', MONDAY)).toEqual([false]);
    });
  });
};
