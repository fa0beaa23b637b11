import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impossibleDate, readPeriods } from '../../../src/text/periods.ts';
import { reads } from './reads.ts';

/** All sentences here are made up; they are printed on Friday, 22 November 2024. */
describe('since', () => {
  test.for<readonly [string, string]>([
    ['since 2021', 'since 2021-01-01 2024-11-22'],
    ['since November 9', 'since 2024-11-09 2024-11-22'],
    ['since October', 'since 2024-10-01 2024-11-22'],
    ['since they took the town last Saturday', 'since 2024-11-16 2024-11-22'],
    ['since the start of October', 'since 2024-10-01 2024-11-22'],
    ['fighting that began on November 9', 'since 2024-11-09 2024-11-22'],
    ['clashes that erupted in October', 'since 2024-10-01 2024-11-22'],
  ])('%j lasts up to the day of print', ([text, period]) => {
    expect(reads(text)).toEqual([period]);
  });

  test('a point in time is no stretch', () => {
    expect(reads('since 2019, when a grenade wounded three men')).toEqual(['year 2019-01-01 2019-12-31']);
  });

  test('without a day of print it has no end', () => {
    expect(reads('since 2021', { anchor: null })).toEqual(['year 2021-01-01 2021-12-31']);
  });
});

describe('several in one text', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'On Thursday, November 21, the institute counted 55 dead between November 1 and November 20.',
      ['month-day 2024-11-21', 'day-range-month-first 2024-11-01 2024-11-20'],
    ],
    [
      'Deaths rose from 91 in October to December 2023 to 178 in the first quarter of 2024.',
      ['month-range 2023-10-01 2023-12-31', 'quarter 2024-01-01 2024-03-31'],
    ],
    ['The blast on Saturday followed one in May.', ['weekday 2024-11-16', 'month 2024-05-01 2024-05-31']],
    [
      'From 20 in July it went to 65 in August 2024.',
      ['month 2024-07-01 2024-07-31', 'month 2024-08-01 2024-08-31'],
    ],
    ['They marched 12 miles along a 2,600-kilometer border.', []],
    ['The $60 billion project, the 267th conference and a nine-year high.', []],
  ])('%s', ([text, expected]) => {
    expect(reads(text)).toEqual(expected);
  });
});

describe('a date no calendar has', () => {
  test.for<readonly [string, string]>([
    ['what happened on 30 February 2024', '30 February 2024'],
    ['casualties 2024-13-01', '2024-13-01'],
    ['casualties november 31', 'november 31'],
    ['kp 45 may', '45 may'],
  ])('%j names one', ([text, words]) => {
    expect(impossibleDate(text)).toBe(words);
  });

  test.for([
    'casualties 2024',
    'on 29 February 2024',
    '2024-02-29',
    'nov 2024',
    'kp',
    '',
    '9 nov',
  ])('%j names none', text => {
    expect(impossibleDate(text)).toBeNull();
  });
});

describe('laws', () => {
  const words = fc.constantFrom(
    ...['on', 'in', 'since', 'between', 'and', 'to', 'the', 'first', 'last', 'past', 'this', 'week', 'month'],
    ...[
      'year',
      'quarter',
      'half',
      'of',
      'three',
      'ten',
      'months',
      'days',
      'ago',
      'earlier',
      'November',
      'Nov.',
    ],
    ...[
      'May',
      'March',
      'Friday',
      'Sunday',
      '9',
      '31',
      '2024',
      '2023,',
      '1-20',
      '–',
      'a',
      'ending',
      'Q3',
      '\n',
    ],
    ...['2024-11-09', '05/26/2021:', 'yesterday', 'the same day', 'so far', 'previous', 'night', 'before'],
  );
  const assembled = fc.array(words, { maxLength: 30 }).map(parts => parts.join(' '));
  const anchors = fc.constantFrom(null, '2024-11-22', '2024-02-29', '2025-01-01', '1999-12-31');
  const tenses = fc.constantFrom('news' as const, 'question' as const);
  const runnings = fc.constantFrom(
    null,
    { from: '2024-11-09', to: '2024-11-09' },
    { from: '2024-10-01', to: '2024-10-31' },
  );

  test.for([
    ['assembled words', assembled],
    ['any text', fc.string({ unit: 'binary', maxLength: 200 })],
  ] as const)('readings of %s lie within it, in order, without overlap, each from its first day to its last', ([
    ,
    strings,
  ]) => {
    fc.assert(
      fc.property(strings, anchors, tenses, runnings, (text, anchor, tense, running) => {
        let at = 0;
        for (const { span, period } of readPeriods(text, anchor, tense, running)) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          at = span.end;
          expect(period.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(period.to).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(period.from <= period.to).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the same text reads the same twice', () => {
    fc.assert(
      fc.property(assembled, anchors, (text, anchor) => {
        expect(readPeriods(text, anchor, 'news')).toEqual(readPeriods(text, anchor, 'news'));
      }),
    );
  });

  test('news without a day of print never reads what depends on it', () => {
    fc.assert(
      fc.property(assembled, text => {
        for (const { span, period } of readPeriods(text, null, 'news'))
          expect(text.slice(span.start, span.end)).toContain(period.to.slice(0, 4));
      }),
      { numRuns: 500 },
    );
  });
});
