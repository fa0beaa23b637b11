import { describe, expect, test } from 'vitest';
import { reads } from './reads.ts';

/** All sentences here are made up; they are printed on Friday, 22 November 2024. */
describe('months, quarters, halves and years', () => {
  test.for<readonly [string, string]>([
    ['in November 2024', 'month 2024-11-01 2024-11-30'],
    ['in October', 'month 2024-10-01 2024-10-31'],
    ['in December', 'month 2023-12-01 2023-12-31'],
    ['in November', 'month 2024-11-01 2024-11-30'],
    ['last November', 'month 2023-11-01 2023-11-30'],
    ['last October', 'month 2024-10-01 2024-10-31'],
    ['this October', 'month 2024-10-01 2024-10-31'],
    ['in January alone', 'month 2024-01-01 2024-01-31'],
    ['in May', 'month 2024-05-01 2024-05-31'],
    ['in March', 'month 2024-03-01 2024-03-31'],
    ['May 2024 saw few raids', 'month 2024-05-01 2024-05-31'],
    ['in May last year', 'month 2023-05-01 2023-05-31'],
    ['in Sept. 2023', 'month 2023-09-01 2023-09-30'],
    ['February 2024 was calm', 'month 2024-02-01 2024-02-29'],
    ['in the third quarter of 2024', 'quarter 2024-07-01 2024-09-30'],
    ['the 2016 bombing of a park', 'year 2016-01-01 2016-12-31'],
    ['over a 2014 school attack', 'year 2014-01-01 2014-12-31'],
    ['in the third quarter', 'quarter 2024-07-01 2024-09-30'],
    ['in the fourth quarter', 'quarter 2024-10-01 2024-12-31'],
    ['in the last quarter of 2023', 'quarter 2023-10-01 2023-12-31'],
    ['in the first quarter of this year', 'quarter 2024-01-01 2024-03-31'],
    ['in the second quarter of last year', 'quarter 2023-04-01 2023-06-30'],
    ['Q3 2024 was the worst', 'quarter 2024-07-01 2024-09-30'],
    ['in Q1', 'quarter 2024-01-01 2024-03-31'],
    ['in the first three quarters of 2024', 'quarter 2024-01-01 2024-09-30'],
    ['in the first half of 2024', 'half-year 2024-01-01 2024-06-30'],
    ['in the second half of last year', 'half-year 2023-07-01 2023-12-31'],
    ['in H1 2024', 'half-year 2024-01-01 2024-06-30'],
    ['in the first ten months of 2024', 'months-of-year 2024-01-01 2024-10-31'],
    ['the first 10 months of the year', 'months-of-year 2024-01-01 2024-10-31'],
    ['the first month of the year', 'months-of-year 2024-01-01 2024-01-31'],
    ['the last three months of 2023', 'months-of-year 2023-10-01 2023-12-31'],
    ['the first six months of last year', 'months-of-year 2023-01-01 2023-06-30'],
    ['from October to December 2023', 'month-range 2023-10-01 2023-12-31'],
    ['between January and March this year', 'month-range 2024-01-01 2024-03-31'],
    ['January-June 2024', 'month-range 2024-01-01 2024-06-30'],
    ['November to January 2024', 'month-range 2023-11-01 2024-01-31'],
    ['from November 2023 to February 2024', 'month-range 2023-11-01 2024-02-29'],
    ['in 2023', 'year 2023-01-01 2023-12-31'],
    ['during 2024', 'year 2024-01-01 2024-12-31'],
    ['compared with 2022', 'year 2022-01-01 2022-12-31'],
    ['in late 2022', 'year 2022-01-01 2022-12-31'],
    ['(2021)', 'year 2021-01-01 2021-12-31'],
    ['the Annual Report 2023', 'year 2023-01-01 2023-12-31'],
    ['2023 was worse', 'year 2023-01-01 2023-12-31'],
    ['in the week of 6 May', 'week-ending 2024-05-06 2024-05-12'],
    ['in the week beginning May 6, 2023', 'week-ending 2023-05-06 2023-05-12'],
    ['in the first ten months 2023', 'months-of-year 2023-01-01 2023-10-31'],
    ['in the week ending 12 May', 'week-ending 2024-05-06 2024-05-12'],
    ['in the week that ended on May 12, 2023', 'week-ending 2023-05-06 2023-05-12'],
    ['in the year that has just ended', 'year-just-ended 2024-01-01 2024-12-31'],
  ])('reads %j', ([text, period]) => {
    expect(reads(text)).toEqual([period]);
  });

  test.for([
    ...['They may attack again', 'May they rest', 'the march went on', 'a march in the city'],
    ...['The long march towards Islamabad', 'March towards Islamabad', 'A protest March on the capital'],
    ...['March on', 'Jan Achakzai spoke', 'killed 2024 people', 'about 1,999 people', 'some 2000 fighters'],
    ...['2,024 people', 'route 2024-25', 'room 1999', 'a fine of 2000 rupees', 'in 2030'],
    ...[
      'the March towards Islamabad',
      'with 2000 fighters',
      'a quarter of the dead',
      'half of them',
      'in the fifth quarter',
    ],
    ...['living quarters', 'police quarters', 'in december', 'the second of two raids', 'h2', 'first months'],
  ])('reads no period in %j', text => {
    expect(reads(text)).toEqual([]);
  });

  test('in the first months of a year the year just ended is the last', () => {
    expect(reads('in the year that has just ended', { anchor: '2025-01-05' })).toEqual([
      'year-just-ended 2024-01-01 2024-12-31',
    ]);
    expect(reads('in the outgoing year', { anchor: '2024-12-30' })).toEqual([
      'year-just-ended 2024-01-01 2024-12-31',
    ]);
  });

  test('a quarter that has not begun is the one of the last year', () => {
    expect(reads('in the third quarter', { anchor: '2025-02-10' })).toEqual([
      'quarter 2024-07-01 2024-09-30',
    ]);
  });

  test.for([
    'in October',
    'in the third quarter',
    'in the first half of the year',
    'from May to July',
  ])('without a day of print %j is unknown', text => {
    expect(reads(text, { anchor: null })).toEqual([]);
  });

  test.for<readonly [string, string]>([
    ['in October 2023', 'month 2023-10-01 2023-10-31'],
    ['in the third quarter of 2024', 'quarter 2024-07-01 2024-09-30'],
    ['the first ten months of 2024', 'months-of-year 2024-01-01 2024-10-31'],
    ['in 2024', 'year 2024-01-01 2024-12-31'],
  ])('without a day of print %j still names its period', ([text, period]) => {
    expect(reads(text, { anchor: null })).toEqual([period]);
  });

  test.for<readonly [string, string]>([
    ['casualties 2024', 'year 2024-01-01 2024-12-31'],
    ['kp november 2024', 'month 2024-11-01 2024-11-30'],
    ['nov 2024', 'month 2024-11-01 2024-11-30'],
    ['in may', 'month 2024-05-01 2024-05-31'],
    ['march', 'month 2024-03-01 2024-03-31'],
    ['q3 2024', 'quarter 2024-07-01 2024-09-30'],
  ])('questions are typed without capitals: %j', ([text, period]) => {
    expect(reads(text, { tense: 'question' })).toEqual([period]);
  });

  test.for(['who may be next', 'what of the march towards islamabad'])('a question %j names none', text => {
    expect(reads(text, { tense: 'question' })).toEqual([]);
  });
});
