import { describe, expect, test } from 'vitest';
import { readPeriods } from '../../../src/text/periods.ts';
import { reads } from './reads.ts';

/** All sentences here are made up; they are printed on Friday, 22 November 2024. */
describe('days', () => {
  test.for<readonly [string, string]>([
    ['the raid of 2024-11-09', 'iso-day 2024-11-09'],
    ['05/26/2021: two men died', 'slash-day 2021-05-26'],
    ['on 26/05/2021 two men died', 'slash-day 2021-05-26'],
    ['on 05/26/2021 two men died', 'slash-day 2021-05-26'],
    ['on 05/05/2021 two men died', 'slash-day 2021-05-05'],
    ['on November 9, 2024', 'month-day 2024-11-09'],
    ['on November 9', 'month-day 2024-11-09'],
    ['on November 9th', 'month-day 2024-11-09'],
    ['on Nov. 9, 2023', 'month-day 2023-11-09'],
    ['on Sept 12', 'month-day 2024-09-12'],
    ['on May 3', 'month-day 2024-05-03'],
    ['on March 9', 'month-day 2024-03-09'],
    ['on December 16', 'month-day 2023-12-16'],
    ['on Thursday, November 21', 'month-day 2024-11-21'],
    ['on Thursday night, November 21,', 'month-day 2024-11-21'],
    ['on 9 November 2024', 'day-month 2024-11-09'],
    ['on 9 November', 'day-month 2024-11-09'],
    ['on the 9th of November', 'day-month 2024-11-09'],
    ['on 9th Nov', 'day-month 2024-11-09'],
    ['on 31 December', 'day-month 2023-12-31'],
    ['between November 1 and November 20', 'day-range-month-first 2024-11-01 2024-11-20'],
    ['from November 1 to 20', 'day-range-month-first 2024-11-01 2024-11-20'],
    ['November 1-20, 2023', 'day-range-month-first 2023-11-01 2023-11-20'],
    ['from October 25 until November 3', 'day-range-month-first 2024-10-25 2024-11-03'],
    ['from December 28 to January 3, 2024', 'day-range-month-first 2023-12-28 2024-01-03'],
    ['between 1 and 20 November', 'day-range-day-first 2024-11-01 2024-11-20'],
    ['1–20 November 2023', 'day-range-day-first 2023-11-01 2023-11-20'],
    ['from 25 October to 3 November', 'day-range-day-first 2024-10-25 2024-11-03'],
    ['on Friday', 'weekday 2024-11-22'],
    ['on Thursday', 'weekday 2024-11-21'],
    ['on Saturday', 'weekday 2024-11-16'],
    ['on Sunday night', 'weekday 2024-11-17'],
    ['last Friday', 'weekday 2024-11-15'],
    ['last Thursday', 'weekday 2024-11-21'],
    ['on the 31st', 'ordinal-day 2024-10-31'],
    ['on the 19th', 'ordinal-day 2024-11-19'],
  ])('reads %j', ([text, period]) => {
    expect(reads(text)).toEqual([period]);
  });

  test.for([
    ...['next Friday', 'coming Sunday', 'the 267th Corps', 'on the 9th anniversary', 'on the 19th day'],
    ...['on 03/04/2021 two men died', '13/13/2021', '2024-13-01', '2024-02-30'],
    ...['friday prayers', 'on sunday', 'november 9', '9 november', 'route 9', 'ward 12', 'a 9mm pistol'],
    ...['may 12 men have died', 'they march 12 miles', 'May 12 dead be buried', 'Mar 9 killed'],
  ])('reads no day in %j', text => {
    expect(reads(text)).toEqual([]);
  });

  test('a date of the future without a year lies in the last', () => {
    expect(reads('on November 23')).toEqual(['month-day 2023-11-23']);
    expect(reads('on 22 November')).toEqual(['day-month 2024-11-22']);
  });

  test('a leap day without a year is the last there was', () => {
    expect(reads('on February 29', { anchor: '2024-11-22' })).toEqual(['month-day 2024-02-29']);
  });

  test.for([
    'on November 9',
    'on Friday',
    'on the 19th',
    'between November 1 and 20',
    '9 November',
  ])('without a day of print %j is unknown', text => {
    expect(reads(text, { anchor: null })).toEqual([]);
  });

  test.for<readonly [string, string]>([
    ['on November 9, 2024', 'month-day 2024-11-09'],
    ['2024-11-09', 'iso-day 2024-11-09'],
    ['between November 1 and 20, 2024', 'day-range-month-first 2024-11-01 2024-11-20'],
  ])('without a day of print %j still names its day', ([text, period]) => {
    expect(reads(text, { anchor: null })).toEqual([period]);
  });

  test.for<readonly [string, string]>([
    ['quetta 9 nov', 'day-month 2024-11-09'],
    ['quetta november 9', 'month-day 2024-11-09'],
    ['last friday', 'weekday 2024-11-15'],
    ['on sunday', 'weekday 2024-11-17'],
  ])('questions are typed without capitals: %j', ([text, period]) => {
    expect(reads(text, { tense: 'question' })).toEqual([period]);
  });

  test('an ordinal counts in the month the text speaks of', () => {
    expect(reads('on the 31st', { running: { from: '2024-08-01', to: '2024-08-31' } })).toEqual([
      'ordinal-day 2024-08-31',
    ]);
  });
});

test('a reading quotes the words of its date and no mark behind', () => {
  const text = 'It was on Nov. 9, 2024. Two men died.';
  const [first] = readPeriods(text, null, 'news');
  expect(text.slice(first?.span.start, first?.span.end)).toBe('Nov. 9, 2024');
});
