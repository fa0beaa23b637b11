import { describe, expect, test } from 'vitest';
import { facts, incidents, scopes } from './facts.ts';

/** All texts here are made up; places are real. What only more than one sentence can tell. */
const quetta = 'pk/balochistan/quetta';

describe('a toll that moves', () => {
  test('the last statement stands, the earlier ones are kept', () => {
    const text =
      'QUETTA: A bomb killed 16 people at the railway station in Quetta on Thursday, police said.\nThe death toll later rose to 26, the police said.';
    expect(facts(text)).toEqual(['fatalities 16', 'fatalities 26']);
    expect(incidents(text)).toEqual([`bombing in ${quetta} on 2024-11-21: killed 26`]);
  });

  test('two more died later', () => {
    const text =
      'A bomb killed 10 people and injured 20 at a market in Quetta on Thursday.\nTwo more people died of their wounds on Friday.';
    expect(facts(text)).toEqual(['fatalities 10', 'injuries 20', 'fatalities 2']);
    expect(incidents(text)).toEqual([`bombing in ${quetta} on 2024-11-21: killed 12, injured 20`]);
  });

  test('a part is never added', () => {
    expect(
      incidents('A bomb killed 26 people, including 14 soldiers, at a market in Quetta on Thursday.'),
    ).toEqual([`bombing in ${quetta} on 2024-11-21: killed 26`]);
  });

  test('several victims of one sentence are added', () => {
    expect(
      incidents('Three soldiers and two shopkeepers were killed in a blast in Quetta on Thursday.'),
    ).toEqual([`bombing in ${quetta} on 2024-11-21: killed 5`]);
  });

  test('the attackers stand apart', () => {
    expect(
      incidents(
        'Gunmen attacked a police station in Quetta on Thursday. Two policemen and three attackers were killed.',
      ),
    ).toEqual([`shooting in ${quetta} on 2024-11-21: killed 2, attackers killed 3`]);
  });

  test('attackers named as a part are taken out of the total', () => {
    expect(
      incidents('Nine people, including five assailants, were killed in an attack in Quetta on Thursday.'),
    ).toEqual([`armed-attack in ${quetta} on 2024-11-21: killed 4, attackers killed 5`]);
  });

  test('militants killed in an operation are its toll', () => {
    expect(
      incidents('Security forces killed seven militants in an operation in Quetta on Thursday.'),
    ).toEqual([`operation in ${quetta} on 2024-11-21: killed 7`]);
  });

  test('a headline does not count twice', () => {
    expect(
      incidents('Blast kills 10 in Quetta\nA bomb killed 10 people at a market in Quetta on Thursday.'),
    ).toEqual([`bombing in ${quetta} on 2024-11-21: killed 10`]);
  });
});

describe('zero, silence and the unknown', () => {
  test('an explicit zero is a zero', () => {
    expect(
      incidents('A bomb exploded near a post in Quetta on Thursday. No casualties were reported.'),
    ).toEqual([`bombing in ${quetta} on 2024-11-21: killed 0, injured 0`]);
  });

  test('silence is no toll at all', () => {
    expect(incidents('A bomb went off near a post in Quetta on Thursday and exploded a tanker.')).toEqual([
      `bombing in ${quetta} on 2024-11-21`,
    ]);
  });

  test('an unknown number is unknown', () => {
    expect(incidents('A bomb in Quetta injured an unknown number of people on Thursday.')).toEqual([
      `bombing in ${quetta} on 2024-11-21: injured ?`,
    ]);
  });
});

describe('several incidents in one article', () => {
  test('two places are two incidents', () => {
    expect(
      incidents(
        'Two soldiers were killed in a blast in Bannu on Thursday.\nSeparately, gunmen killed a trader in Kohat on Thursday.',
      ),
    ).toEqual([
      'bombing in pk/khyber-pakhtunkhwa/bannu on 2024-11-21: killed 2',
      'shooting in pk/khyber-pakhtunkhwa/kohat on 2024-11-21: killed 1',
    ]);
  });

  test('"in another incident" at no place is another incident', () => {
    expect(
      incidents(
        'Two soldiers were killed in a blast in Bannu on Thursday. In another incident, a policeman was shot dead.',
      ),
    ).toHaveLength(2);
  });

  test('a place inside the place of an incident is the same incident', () => {
    expect(
      incidents(
        'Two soldiers were killed in a blast in Bannu district on Thursday.\nThe blast hit a post in the Janikhel area of Bannu.',
      ),
    ).toEqual(['bombing in pk/khyber-pakhtunkhwa/bannu/jani-khel on 2024-11-21: killed 2']);
  });
});

describe('background', () => {
  test.for<readonly [string, string, readonly string[]]>([
    [
      'an attack of a week earlier',
      'A bomb killed two people in Quetta on Thursday.\nA week earlier, eight people were killed in an attack in Mastung.',
      ['fatalities 2', 'fatalities 8 (background)'],
    ],
    [
      'an attack of last month',
      'A bomb killed two people in Quetta on Thursday.\nIn October, gunmen killed 20 miners in Duki.',
      ['fatalities 2', 'fatalities 20 civilians (background)'],
    ],
    [
      'an attack of an earlier year',
      'A bomb killed two people in Quetta on Thursday.\nIn 2013, a bomb killed 81 people in the city.',
      ['fatalities 2', 'fatalities 81 (background)'],
    ],
    [
      'an anniversary',
      'Families in Peshawar marked the anniversary of the 2014 attack that killed 140 people.',
      ['fatalities 140 (background)'],
    ],
    [
      'a court story',
      'A court in Lahore sentenced two men over a blast that killed 14 people in 2019.',
      ['fatalities 14 (background)'],
    ],
    [
      'in retaliation',
      'Gunmen raided a post near Wana on Thursday in retaliation for the deaths of nine militants.',
      ['fatalities 9 militants (background)'],
    ],
  ])('%s', ([, text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test('an earlier incident stands last and is marked', () => {
    expect(
      incidents(
        'A bomb killed two people in Quetta on Thursday.\nA week earlier, eight people were killed in an attack in Mastung.',
      ),
    ).toEqual([
      `bombing in ${quetta} on 2024-11-21: killed 2`,
      'armed-attack in pk/balochistan/mastung on 2024-11-14: killed 8 (background)',
    ]);
  });
});

describe('when', () => {
  const soldier = (when: string) => `A soldier was killed in a blast in Quetta ${when}.`;
  test.for<readonly [string, string]>([
    ['on Thursday', '2024-11-21'],
    ['on Friday', '2024-11-22'],
    ['on Saturday', '2024-11-16'],
    ['yesterday', '2024-11-21'],
    ['three days ago', '2024-11-19'],
    ['last night', '2024-11-21'],
    ['', '2024-11-22'],
  ])('%j is %s', ([when, day]) => {
    expect(incidents(soldier(when).replace(' .', '.'))).toEqual([`bombing in ${quetta} on ${day}: killed 1`]);
  });

  test('without a day of print and without a date it is unknown', () => {
    expect(incidents(soldier('on Thursday'), null)).toEqual([`bombing in ${quetta} on no day: killed 1`]);
  });

  test('the day it was said is not the day it happened', () => {
    expect(
      incidents('A soldier was killed in a blast in Quetta on Wednesday, the police said on Thursday.'),
    ).toEqual([`bombing in ${quetta} on 2024-11-20: killed 1`]);
  });

  test('the mark of a stored text dates it', () => {
    expect(
      incidents(' date 2023-05-12 A soldier was killed in a blast in Quetta on Thursday.', null),
    ).toEqual([`bombing in ${quetta} on 2023-05-11: killed 1`]);
  });
});

describe('reports of a monitor', () => {
  const report =
    'According to PICSS, Pakistan saw 68 militant attacks in October 2024. The attacks killed 117 people, including 53 security personnel.\nKhyber Pakhtunkhwa recorded 49 deaths. In Balochistan, 35 people were killed.';

  test('counts are aggregates, with the period, the place and the body of the report', () => {
    expect(scopes(report)).toEqual([
      'incidents 68 | aggregate | pk | 2024-10-01..2024-10-31 | picss',
      'fatalities 117 | aggregate | pk | 2024-10-01..2024-10-31 | picss',
      'fatalities 53 | aggregate | pk | 2024-10-01..2024-10-31 | picss',
      'fatalities 49 | aggregate | pk/khyber-pakhtunkhwa | 2024-10-01..2024-10-31 | picss',
      'fatalities 35 | aggregate | pk/balochistan | 2024-10-01..2024-10-31 | picss',
    ]);
  });

  test('a report tells of no incident', () => {
    expect(incidents(report)).toEqual([]);
  });

  test('a single attack named in a report is an incident', () => {
    expect(
      scopes(
        'According to PICSS, 90 people were killed in Pakistan in October 2024.\nIn a single attack on a coal mine in Duki on October 11, 21 miners were killed.',
      ),
    ).toEqual([
      'fatalities 90 | aggregate | pk | 2024-10-01..2024-10-31 | picss',
      'fatalities 21 | incident | pk/balochistan/duki | 2024-10-11 | picss',
    ]);
  });

  test('figures of an earlier stretch are background of their own period', () => {
    expect(
      scopes('According to PICSS, deaths rose from 91 in September 2024 to 178 in October 2024 in Pakistan.'),
    ).toEqual([
      'fatalities 91 | aggregate | pk | 2024-09-01..2024-09-30 | picss',
      'fatalities 178 | aggregate | pk | 2024-10-01..2024-10-31 | picss',
    ]);
  });
});
