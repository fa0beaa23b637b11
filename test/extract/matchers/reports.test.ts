import { describe, expect, test } from 'vitest';
import { facts, scopes } from '../facts.ts';

/** All sentences here are made up; places and monitors are real, their numbers are not. */
const table = (rows: readonly (readonly [string, readonly string[]])[]) =>
  test.for(rows)('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

describe('what rose, by how much, and from what', () => {
  table([
    [
      'According to PICSS, deaths rose to 178 in October 2024 from 91 in September.',
      ['fatalities 178', 'fatalities 91 (background)'],
    ],
    ['PICSS said militant attacks rose by 42 % to 74 in October 2024.', ['incidents 74']],
    ['CRSS said deaths from terrorism fell by 45 per cent to 1,081 in 2023.', ['fatalities 1081']],
    [
      'CRSS said fatalities among security forces rose 40 percent to 358 in 2023.',
      ['fatalities 358 security-forces'],
    ],
    ['In November 2024, combat-related deaths totalled 245, PICSS said.', ['fatalities 245']],
    ['PICSS said there was a 73 percent rise in violence in October 2024.', []],
    ['PICSS said attacks rose 73 pc year-on-year in October 2024.', []],
  ]);
});

describe('one place after another', () => {
  table([
    ['KP recorded 16 deaths in 2023, followed by Balochistan with seven.', ['fatalities 16', 'fatalities 7']],
    [
      'KP suffered the most with 616 deaths in 2023, followed by Balochistan (382), Sindh (66) and Punjab (34).',
      ['fatalities 616', 'fatalities 382', 'fatalities 66', 'fatalities 34'],
    ],
    [
      'PICSS counted 50 militant attacks in October 2024, in KP (30), Balochistan (18) and Sindh (2).',
      ['incidents 50', 'incidents 30', 'incidents 18', 'incidents 2'],
    ],
  ]);

  test('each number has its own place', () => {
    const text = 'CRSS said KP saw 616 deaths in 2023, followed by Balochistan with 382.';
    expect(scopes(text)).toEqual([
      'fatalities 616 | aggregate | pk/khyber-pakhtunkhwa | 2023-01-01..2023-12-31 | crss',
      'fatalities 382 | aggregate | pk/balochistan | 2023-01-01..2023-12-31 | crss',
    ]);
  });

  test.for([
    'Lahore won with 300 runs, followed by Multan with 182.',
    'The road runs from Quetta (1) to Zhob (2).',
    'Turnout was highest in Punjab (41), followed by Sindh (39).',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('a monitor counts over a stretch', () => {
  table([
    [
      'PICSS said 117 people were killed - 53 security personnel, 37 civilians and 27 militants - in October 2024.',
      [
        'fatalities 117',
        'fatalities 53 security-forces (part)',
        'fatalities 37 civilians (part)',
        'fatalities 27 militants (part)',
      ],
    ],
    [
      'ACLED recorded 1,200 political violence events and 3,400 reported fatalities in Nigeria in October 2024.',
      ['incidents 1200', 'fatalities 3400'],
    ],
  ]);

  test.for<readonly [string, string]>([
    ['According to PICSS, 2023 saw 905 attacks.', '2023-01-01..2023-12-31'],
    ['PICSS said 2023 was the worst year, with 905 attacks.', '2023-01-01..2023-12-31'],
  ])('%s', ([text, period]) => {
    expect(scopes(text)).toEqual([`incidents 905 | aggregate | no place | ${period} | picss`]);
  });

  test.for([
    'CRSS put the combined losses at 1,612.',
    'CRSS said the 11-month toll stood at 2,240.',
  ])('no single happening: %s', text => {
    expect(scopes(text)[0]).toContain('| aggregate |');
  });
});
