import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTry, nextVisit, type Pace, secondsFrom } from '../../src/intake/schedule.ts';

const AT = '2025-03-01T09:59:00.000Z';
const URL = 'https://example.org/feed';
const QUIET: Pace = { ttl: null, freshFor: null, skipHours: [] };

const minutes = (pace: Partial<Pace>, at = AT): number =>
  secondsFrom(at, nextVisit(URL, at, { ...QUIET, ...pace })) / 60;

describe('a feed that answered is visited again', () => {
  test.for<[what: string, pace: Partial<Pace>, least: number]>([
    ['after half an hour where nobody says anything', {}, 30],
    ['after the ttl of the feed', { ttl: 120 }, 120],
    ['after what the server says', { freshFor: 5_400 }, 90],
    ['after the longer of both', { ttl: 60, freshFor: 7_200 }, 120],
    ['after a quarter of an hour at the least', { ttl: 1, freshFor: 10 }, 15],
    ['after a day at the most', { ttl: 10_080 }, 1_440],
    ['after half an hour where the server forbids to keep it', { freshFor: 0 }, 30],
  ])('%s, and up to a tenth later', ([, pace, least]) => {
    expect(minutes(pace)).toBeGreaterThanOrEqual(least);
    expect(minutes(pace)).toBeLessThanOrEqual(least * 1.1);
  });

  test('not in the hours in which it asks to be left alone', () => {
    expect(nextVisit(URL, AT, { ...QUIET, skipHours: [10, 11, 12] })).toBe('2025-03-01T13:00:00.000Z');
  });

  test('although it asks to be left alone in all of them', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(minutes({ skipHours: all })).toBeLessThan(40);
  });

  test('at the same time for the same feed and instant, and not together with others', () => {
    const all = Array.from({ length: 50 }, (_, n) => nextVisit(`${URL}/${n}`, AT, QUIET));
    expect(all).toEqual(Array.from({ length: 50 }, (_, n) => nextVisit(`${URL}/${n}`, AT, QUIET)));
    expect(new Set(all).size).toBeGreaterThan(45);
  });
});

describe('a feed that failed is tried again', () => {
  test.for<[failures: number, hours: number]>([
    [1, 0.5],
    [2, 1],
    [3, 2],
    [4, 4],
    [5, 8],
    [6, 16],
    [7, 24],
    [50, 24],
  ])('after %d failures in some %d hours', ([failures, hours]) => {
    const wait = secondsFrom(AT, nextTry(URL, AT, failures)) / 3_600;
    expect(wait).toBeGreaterThanOrEqual(hours);
    expect(wait).toBeLessThanOrEqual(hours * 1.1);
  });

  test('no earlier than its server asks', () => {
    expect(secondsFrom(AT, nextTry(URL, AT, 1, 12 * 3_600))).toBe(12 * 3_600);
  });

  test('law: it is never tried in the past, nor later than in a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.option(fc.nat(1e9)), (failures, asked) => {
        const wait = secondsFrom(AT, nextTry(URL, AT, failures, asked));
        expect(wait).toBeGreaterThanOrEqual(1_800);
        expect(wait).toBeLessThanOrEqual(7 * 86_400);
      }),
    );
  });
});
