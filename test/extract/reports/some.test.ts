import { expect, test } from 'vitest';
import { incidents } from '../facts.ts';

/** All sentences here are made up; places are real. What a text says of some of the people of an incident. */
test.for<readonly [string, string]>([
  [
    'A bomb hit a convoy in Tank on Thursday. The driver escaped unhurt, but two guards were killed.',
    'killed 2',
  ],
  ['A blast in Quetta on Thursday caused 45 casualties, 12 dead and 33 injured.', 'killed 12, injured 33'],
  ['A bomb went off in Quetta on Thursday without causing any casualties.', 'killed 0, injured 0'],
  [
    'A bomb killed two people in Quetta on Thursday. The death toll reached five as one more man died.',
    'killed 5',
  ],
  [
    'A blast killed three people and injured 12 in Quetta on Thursday. Two of the wounded later died.',
    'killed 5, injured 12',
  ],
])('%s', ([text, tolls]) => {
  expect(incidents(text).map(told => told.split(': ')[1])).toEqual([tolls]);
});
