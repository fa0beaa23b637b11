import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
const table = (rows: readonly (readonly [string, readonly string[]])[]) =>
  test.for(rows)('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

describe('including', () => {
  table([
    [
      'The blast killed 26 people, including 14 soldiers.',
      ['fatalities 26', 'fatalities 14 security-forces (part)'],
    ],
    [
      'Nine people, including five assailants, were killed in Gwadar.',
      ['fatalities 9', 'fatalities 5 militants (part)'],
    ],
    [
      'The raid killed 20 people, of whom 12 were militants.',
      ['fatalities 20', 'fatalities 12 militants (part)'],
    ],
    ['Six soldiers, including a captain, were killed.', ['fatalities 6 security-forces']],
    [
      'The blast wounded 30, including three women and a child.',
      ['injuries 30', 'injuries 3 (part)', 'injuries 1 civilians (part)'],
    ],
  ]);
});

describe('of them, of those', () => {
  table([
    ['Five people, two of them children, were killed.', ['fatalities 5', 'fatalities 2 civilians (part)']],
    ['26 people — 14 of them soldiers — died.', ['fatalities 26', 'fatalities 14 security-forces (part)']],
    ['The raid left 15 dead (five of them children).', ['fatalities 15', 'fatalities 5 civilians (part)']],
    [
      'Gunmen killed five labourers, two of them brothers, in Panjgur.',
      ['fatalities 5 civilians', 'fatalities 2 civilians (part)'],
    ],
    [
      'The blast killed 20 people, 11 of them civilians and nine policemen.',
      ['fatalities 20', 'fatalities 11 civilians (part)', 'fatalities 9 security-forces (part)'],
    ],
    [
      'Ten soldiers were wounded, two of them seriously.',
      ['injuries 10 security-forces', 'injuries 2 security-forces (part)'],
    ],
    [
      'Eighteen people, nine of them militants, were killed and 30 others, 10 of them soldiers, were wounded.',
      ['fatalities 18', 'fatalities 9 militants (part)', 'injuries 30', 'injuries 10 security-forces (part)'],
    ],
    [
      'Fifty people were killed in Tirah. Of those killed, 14 were soldiers and 12 civilians.',
      ['fatalities 50', 'fatalities 14 security-forces (part)', 'fatalities 12 civilians (part)'],
    ],
    ['A blast injured 62 people. Of the injured, 12 are critical.', ['injuries 62', 'injuries 12 (part)']],
    [
      'Fifty people were killed in Tirah. The deceased included two women.',
      ['fatalities 50', 'fatalities 2 (part)'],
    ],
    [
      'A total of 35 people (20 militants, 10 soldiers and five civilians) died.',
      [
        'fatalities 35',
        'fatalities 20 militants (part)',
        'fatalities 10 security-forces (part)',
        'fatalities 5 civilians (part)',
      ],
    ],
  ]);

  test.for([
    'Of those present, 14 were soldiers.',
    'Twelve people, two of them judges, sat on the panel.',
    'The team (11 policemen and three doctors) left for Quetta.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('among', () => {
  table([
    ['Fourteen of the 26 dead were soldiers.', ['fatalities 14 security-forces (part)', 'fatalities 26']],
    ['Nine of the 11 killed were traders.', ['fatalities 9 civilians (part)', 'fatalities 11']],
    ['Three police officers were among those killed.', ['fatalities 3 security-forces']],
    [
      'The group claimed to have killed 11 soldiers in Kech, but the army confirmed only four.',
      ['fatalities 11 security-forces', 'fatalities 4'],
    ],
    [
      'The blast in Turbat killed eight people, two engineers among them.',
      ['fatalities 8', 'fatalities 2 civilians (part)'],
    ],
    [
      'Eleven people were killed. Among the dead were two children and a guard.',
      ['fatalities 11', 'fatalities 2 civilians (part)', 'fatalities 1 (part)'],
    ],
    ['Eleven people were killed. The dead included three women.', ['fatalities 11', 'fatalities 3 (part)']],
    [
      'Eleven people were killed and 20 injured. Eight of the wounded were in critical condition.',
      ['fatalities 11', 'injuries 20', 'injuries 8 (part)'],
    ],
  ]);
});

describe('lists that take a total apart', () => {
  table([
    [
      'PICSS counted 175 deaths (92 civilians, 47 security personnel and 36 militants) in October 2024.',
      [
        'fatalities 175',
        'fatalities 92 civilians (part)',
        'fatalities 47 security-forces (part)',
        'fatalities 36 militants (part)',
      ],
    ],
    [
      'PICSS counted 245 deaths in October 2024. As many as 185 were militants, 40 belonged to the forces and 20 were civilians.',
      [
        'fatalities 245',
        'fatalities 185 militants (part)',
        'fatalities 40 security-forces (part)',
        'fatalities 20 civilians (part)',
      ],
    ],
    [
      'PICSS counted 125 deaths in October 2024. The victims were 80 civilians, 22 policemen and 23 militants.',
      [
        'fatalities 125',
        'fatalities 80 civilians (part)',
        'fatalities 22 security-forces (part)',
        'fatalities 23 militants (part)',
      ],
    ],
    [
      'Ten people were abducted near Kalat. They are two security officials, six drivers and two passengers.',
      [
        'abductions 10',
        'abductions 2 security-forces (part)',
        'abductions 6 civilians (part)',
        'abductions 2 civilians (part)',
      ],
    ],
    [
      'PIPS counted 90 deaths in October 2024. A single raid in Duki accounts for 21 of them.',
      ['fatalities 90', 'fatalities 21 (part)'],
    ],
    [
      'The week ended with 46 dead, 13 security personnel, eight civilians and 25 militants.',
      [
        'fatalities 46',
        'fatalities 13 security-forces (part)',
        'fatalities 8 civilians (part)',
        'fatalities 25 militants (part)',
      ],
    ],
    [
      'PICSS counted 200 deaths in 2024. Of the dead, 110 were civilians.',
      ['fatalities 200', 'fatalities 110 civilians (part)'],
    ],
  ]);
});

describe('what is no part', () => {
  table([
    ['Three men were killed and five others were injured.', ['fatalities 3', 'injuries 5']],
    [
      'Two people, a guard and a cook, were killed in Kohat.',
      ['fatalities 2', 'fatalities 1 (part)', 'fatalities 1 civilians (part)'],
    ],
    ['Six soldiers were killed. The convoy included nine trucks.', ['fatalities 6 security-forces']],
    ['Six soldiers were killed. The delegation included nine senators.', ['fatalities 6 security-forces']],
    ['The forum included 14 soldiers.', []],
    ['The party of 12, including two guides, reached Skardu.', []],
    ['Among them were two ministers.', []],
    ['They are two teachers and a cook.', []],
  ]);
});
