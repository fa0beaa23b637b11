import { describe, expect, test } from 'vitest';
import { reads } from './reads.ts';

/** All sentences here are made up; they are printed on Friday, 22 November 2024. */
describe('what counts from the day of print', () => {
  test.for<readonly [string, string]>([
    ['in the past three weeks', 'past-units 2024-11-01 2024-11-22'],
    ['over the last 24 hours', 'past-units 2024-11-21 2024-11-22'],
    ['in 48 hours', 'past-units 2024-11-20 2024-11-22'],
    ['in the past month', 'past-units 2024-10-22 2024-11-22'],
    ['in the last two years', 'past-units 2022-11-22 2024-11-22'],
    ['during the previous ten days', 'past-units 2024-11-12 2024-11-22'],
    ['last month', 'last-unit 2024-10-01 2024-10-31'],
    ['last year', 'last-unit 2023-01-01 2023-12-31'],
    ['last week', 'last-unit 2024-11-11 2024-11-17'],
    ['last quarter', 'last-unit 2024-07-01 2024-09-30'],
    ['last night', 'last-unit 2024-11-21'],
    ['the previous month', 'last-unit 2024-10-01 2024-10-31'],
    ['this year', 'this-unit 2024-01-01 2024-11-22'],
    ['so far this year', 'this-unit 2024-01-01 2024-11-22'],
    ['this month', 'this-unit 2024-11-01 2024-11-22'],
    ['this week', 'this-unit 2024-11-18 2024-11-22'],
    ['the current quarter', 'this-unit 2024-10-01 2024-11-22'],
    ['yesterday', 'near-day 2024-11-21'],
    ['the day before yesterday', 'near-day 2024-11-20'],
    ['today', 'near-day 2024-11-22'],
    ['tonight', 'near-day 2024-11-22'],
    ['three days ago', 'ago 2024-11-19'],
    ['a week ago', 'ago 2024-11-12 2024-11-18'],
    ['two months ago', 'ago 2024-09-01 2024-09-30'],
    ['ten years ago', 'ago 2014-01-01 2014-12-31'],
  ])('reads %j', ([text, period]) => {
    expect(reads(text)).toEqual([period]);
  });

  test.for([
    ...['next week', 'in the last days', 'last year’s toll'],
    ...[
      'years ago',
      'long ago',
      'these days',
      'by the hour',
      'week after week',
      'in two days',
      'a year-long',
    ],
    ...['nightly raids', 'a nine-year high', 'twenty-year insurgency', 'in weeks', 'daily', 'every day'],
  ])('reads no period in %j', text => {
    expect(reads(text)).toEqual([]);
  });

  test.for([
    ...['yesterday', 'last month', 'this year', 'in the past three weeks', 'three days ago'],
  ])('without a day of print %j is unknown', text => {
    expect(reads(text, { anchor: null })).toEqual([]);
  });
});

describe('what counts from the day the text speaks of', () => {
  const running = { from: '2024-11-09', to: '2024-11-09' };

  test.for<readonly [string, string]>([
    ['four days earlier', 'earlier 2024-11-05'],
    ['a week earlier', 'earlier 2024-11-02'],
    ['two weeks before', 'earlier 2024-10-23 2024-10-29'],
    ['a month earlier', 'earlier 2024-10-01 2024-10-31'],
    ['three months earlier', 'earlier 2024-08-01 2024-08-31'],
    ['a year earlier', 'earlier 2023-01-01 2023-12-31'],
    ['the day before', 'earlier 2024-11-08'],
    ['the previous night', 'earlier 2024-11-08'],
    ['the year before', 'earlier 2023-01-01 2023-12-31'],
    ['the following day', 'later 2024-11-10'],
    ['the next morning', 'later 2024-11-10'],
    ['a day later', 'later 2024-11-10'],
    ['the same day', 'later 2024-11-09'],
    ['the previous month', 'last-unit 2024-10-01 2024-10-31'],
    ['last month', 'last-unit 2024-10-01 2024-10-31'],
  ])('reads %j', ([text, period]) => {
    expect(reads(text, { running })).toEqual([period]);
  });

  test.for([
    ...['the following day', 'the same day', 'a day later'],
  ])('where the text spoke of no day %j is unknown', text => {
    expect(reads(text)).toEqual([]);
    expect(reads(text, { running: { from: '2024-10-01', to: '2024-10-31' } })).toEqual([]);
  });

  test('"earlier" counts from the day of print where the text spoke of none', () => {
    expect(reads('four days earlier')).toEqual(['earlier 2024-11-18']);
    expect(reads('four days earlier', { anchor: null })).toEqual([]);
  });

  test('the previous month of a month is the one before it', () => {
    expect(reads('the previous month', { running: { from: '2024-10-01', to: '2024-10-31' } })).toEqual([
      'last-unit 2024-09-01 2024-09-30',
    ]);
  });

  test.for([...['two days before attacking', 'the day before voting']])('reads no period in %j', text => {
    expect(reads(text, { running })).toEqual([]);
  });
});
