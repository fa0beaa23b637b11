import { expect, test } from 'vitest';
import { periodWords } from '../../src/answer/periods.ts';
import { readPeriods } from '../../src/text/periods.ts';
import { period } from '../made-up/figures.ts';

test.for([
  ['2024', '2024'],
  ['2024-02', 'February 2024'],
  ['2024-07-01..2024-09-30', 'Q3 2024'],
  ['2024-01-01..2024-10-31', 'January to October 2024'],
  ['2024-11-01..2024-11-20', '1 to 20 November 2024'],
  ['2024-08-30..2024-09-02', '30 August to 2 September 2024'],
  ['2024-11-21..2025-01-17', '21 November 2024 to 17 January 2025'],
  ['2015-01-01..2023-12-31', '2015 to 2023'],
  ['2024-11-09', '9 November 2024'],
] as const)('%s is said “%s”', ([days, words]) => {
  expect(periodWords(period(days))).toBe(words);
});

test.for([
  '2024',
  '2024-02',
  '2024-07-01..2024-09-30',
  '2024-11-01..2024-11-20',
  '2024-11-09',
  '2024-01-01..2024-10-31',
])('the words for %s can be asked for again', days => {
  const [read] = readPeriods(periodWords(period(days)), '2025-03-01', 'question');
  expect(read?.period).toEqual(period(days));
});
