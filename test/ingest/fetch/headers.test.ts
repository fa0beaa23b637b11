import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentLength, freshFor, headerOf, retryAfter } from '../../../src/ingest/fetch/headers.ts';

const NOW = new Date('2025-03-01T09:00:00Z');
const YEAR = 366 * 24 * 3600;

describe('Retry-After', () => {
  test.for<[value: string | undefined, seconds: number | null]>([
    ['120', 120],
    ['0', 0],
    [' 30 ', 30],
    ['999999999999', YEAR],
    ['Sat, 01 Mar 2025 09:01:00 GMT', 60],
    ['Saturday, 01-Mar-25 09:01:00 GMT', 60],
    ['Sat Mar  1 09:01:00 2025', 60],
    ['Sat, 01 Mar 2025 08:00:00 GMT', 0],
    ['Sat, 01 Mar 2225 09:00:00 GMT', YEAR],
    [undefined, null],
    ['', null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['3 hours', null],
  ])('%j is %j s', ([value, seconds]) => {
    expect(retryAfter({ 'retry-after': value }, NOW)).toBe(seconds);
  });
});

describe('an answer is fresh', () => {
  test.for<[headers: Record<string, string>, seconds: number | null]>([
    [{}, null],
    [{ 'cache-control': 'max-age=300' }, 300],
    [{ 'cache-control': 'public, MAX-AGE="300"' }, 300],
    [{ 'cache-control': 'max-age = 300' }, 300],
    [{ 'cache-control': 'max-age=300', age: '100' }, 200],
    [{ 'cache-control': 'max-age=300', age: '400' }, 0],
    [{ 'cache-control': 'max-age=300', age: 'old' }, 300],
    [{ 'cache-control': 'no-cache, max-age=300' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 's-maxage=300' }, null],
    [{ 'cache-control': 'private' }, null],
    [{ 'cache-control': 'max-age=-1' }, null],
    [{ 'cache-control': 'max-age=99999999999' }, YEAR],
    [{ expires: 'Sat, 01 Mar 2025 09:10:00 GMT' }, 600],
    [{ expires: 'Sat, 01 Mar 2025 09:10:00 GMT', date: 'Sat, 01 Mar 2025 09:05:00 GMT' }, 300],
    [{ expires: 'Sat, 01 Mar 2025 09:10:00 GMT', 'cache-control': 'max-age=5' }, 5],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ expires: '0' }, 0],
    [{ expires: '-1' }, 0],
    [{ expires: 'never' }, 0],
  ])('by %j for %j s', ([headers, seconds]) => {
    expect(freshFor(headers, NOW)).toBe(seconds);
  });
});

test('a length is a number of bytes or not known', () => {
  expect(contentLength({ 'content-length': '12' })).toBe(12);
  expect(contentLength({})).toBe(null);
  expect(contentLength({ 'content-length': '12, 12' })).toBe(null);
  expect(contentLength({ 'content-length': '-1' })).toBe(null);
});

test('a repeated header is one list', () => {
  expect(headerOf({ 'cache-control': ['no-transform', 'max-age=5'] }, 'cache-control')).toBe(
    'no-transform, max-age=5',
  );
});

test('whatever a server writes comes to a whole number of seconds within a year, or to none', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('max-age=', '=', ',', '9'.repeat(400)),
    fc.nat().map(n => `max-age=${n}`),
  );
  fc.assert(
    fc.property(words, words, words, (first, second, third) => {
      const headers = { 'retry-after': first, 'cache-control': second, expires: third, date: first };
      for (const seconds of [retryAfter(headers, NOW), freshFor(headers, NOW)]) {
        if (seconds === null) continue;
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(YEAR);
      }
    }),
  );
});
