import { describe, expect, test } from 'vitest';
import { extracted, facts, incidents } from '../facts.ts';

/** All sentences here are made up; places are real. Printed on Friday, 22 November 2024. */
const kp = 'pk/khyber-pakhtunkhwa';

describe('a happening without a count is an incident where the text tells of it', () => {
  test.for<readonly [string, string]>([
    ['A bomb went off in a market in Mardan on Thursday.', `bombing in ${kp}/mardan on 2024-11-21`],
    ['Militants attacked a post in Hangu, but were repulsed.', `armed-attack in ${kp}/hangu on 2024-11-22`],
    ['Police and gunmen exchanged fire in Swabi on Monday.', `clash in ${kp}/swabi on 2024-11-18`],
    [
      'A convoy came under attack near Turbat on Thursday.',
      'armed-attack in pk/balochistan/kech/turbat on 2024-11-21',
    ],
    [
      'Men lobbed a hand grenade at a shop in Khuzdar on Thursday.',
      'bombing in pk/balochistan/khuzdar on 2024-11-21',
    ],
    [
      'A mortar shell landed on a house in Bajaur on Thursday.',
      `rocket-attack in ${kp}/bajaur on 2024-11-21`,
    ],
    ['A drone hit a school in Marib on Thursday.', 'air-strike in ye/marib/marib on 2024-11-21'],
    ['Gunmen torched a camp in Kalat on Thursday.', 'shooting in pk/balochistan/kalat on 2024-11-21'],
  ])('%s', ([text, expected]) => {
    expect(incidents(text)).toEqual([expected]);
  });

  test.for([
    'Residents of Mardan fear the next bomb.',
    'Talks on the attack were held in Hangu on Thursday.',
    'The minister spoke about drones in Peshawar on Thursday.',
  ])('nothing happened in %j', text => {
    expect(incidents(text)).toEqual([]);
  });

  test.for<readonly [string, string]>([
    [
      'A bomb went off in a market in Mardan on Thursday. Police said nobody was hurt.',
      `bombing in ${kp}/mardan on 2024-11-21: killed 0, injured 0`,
    ],
    [
      'Attackers rammed a car laden with explosives into a base in Mir Ali on Thursday. Five soldiers died.',
      `bombing in ${kp}/north-waziristan/mir-ali on 2024-11-21: killed 5`,
    ],
  ])('and what the next sentence counts belongs to it: %s', ([text, expected]) => {
    expect(incidents(text)).toEqual([expected]);
  });
});

describe('what was hit', () => {
  test.for<readonly [string, string | null]>([
    ['Men on two motorcycles shot at a police van in Quetta on Thursday.', 'police van'],
    ['A car packed with explosives hit a mosque in Kunduz on Thursday.', 'mosque'],
    ['A truck bomb exploded near the airport in Kabul on Thursday.', 'airport'],
    ['Gunmen attacked a bus terminal in Kalat on Thursday.', 'bus terminal'],
    ['A bomb exploded in Kalat on Thursday.', null],
    ['A village head was shot dead in Kalat on Thursday.', null],
    ['Two soldiers were killed in an ambush in Kalat on Thursday, the defence ministry said.', null],
    ['A drone hit a hospital in Marib on Thursday.', 'hospital'],
    ['A bomb went off in Kalat on Thursday. Two men died in hospital.', null],
  ])('%s', ([text, expected]) => {
    expect(extracted(text).reports.map(({ site }) => site)).toEqual([expected]);
  });
});

describe('accidents keep their figures and are no incident', () => {
  test.for<readonly [string, string]>([
    ['A gas cylinder blast killed four people in Karachi on Thursday.', 'fatalities 4 (no security)'],
    ['Six people died when a boiler exploded in Faisalabad on Thursday.', 'fatalities 6 (no security)'],
    [
      'A fire in a factory in Lahore killed nine workers on Thursday.',
      'fatalities 9 civilians (no security)',
    ],
    ['A crowd crush at a temple killed 30 people in Haridwar.', 'fatalities 30 (no security)'],
    ['A boat sank off Tunisia on Thursday and 20 people died.', 'fatalities 20 (no security)'],
    ['Three men were hanged for murder in Iran on Thursday.', 'fatalities 3 (no security)'],
  ])('%s', ([text, expected]) => {
    expect([facts(text), incidents(text)]).toEqual([[expected], []]);
  });

  test.for([
    'A blast at a gas pipeline killed four people in Sui on Thursday.',
    'Gunmen opened fire in a market in Lahore, killing four people, on Thursday.',
    'Four people have been killed in Lahore since a ceasefire collapsed on Thursday.',
    'Militants stormed a hotel in Lahore on Thursday, killing four people.',
  ])('violence stays violence: %s', text => {
    expect(facts(text)).toEqual(['fatalities 4']);
  });
});

describe('what only recalls is another incident, and not of today', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Gunmen killed three policemen in Hangu on Thursday, police said. The attack came days after 12 soldiers were killed in Kurram.',
      [
        `shooting in ${kp}/hangu on 2024-11-21: killed 3`,
        `armed-attack in ${kp}/kurram on no day: killed 12 (background)`,
      ],
    ],
    [
      'Days after a bombing killed 26 people in Quetta, gunmen attacked a post in Kalat on Thursday, killing three guards.',
      [
        'shooting in pk/balochistan/kalat on 2024-11-21: killed 3',
        'bombing in pk/balochistan/quetta on no day: killed 26 (background)',
      ],
    ],
    [
      'A drone killed four men in Marib on Thursday in revenge for the deaths of nine guards in Taiz.',
      [
        'air-strike in ye/marib/marib on 2024-11-21: killed 4',
        'other in ye/taiz/taiz on no day: killed 9 (background)',
      ],
    ],
    [
      'A court in Lahore sentenced two men on Thursday for the 2016 bombing of a park. The bombing killed 74 people.',
      ['bombing in pk/punjab/lahore on 2016-01-01..2016-12-31: killed 74 (background)'],
    ],
    [
      'Five men were jailed for life on Thursday over an attack on a church. The attack left 15 people dead.',
      ['armed-attack in no place on no day: killed 15 (background)'],
    ],
    [
      'Families in Peshawar on Thursday marked the anniversary of an attack that killed 140 people.',
      [`armed-attack in ${kp}/peshawar on no day: killed 140 (background)`],
    ],
  ])('%s', ([text, expected]) => {
    expect(incidents(text)).toEqual(expected);
  });

  test.for<readonly [string, string]>([
    [
      'A suicide bomber attacked a court in Quetta on Thursday, killing five lawyers.',
      'suicide-bombing in pk/balochistan/quetta on 2024-11-21: killed 5',
    ],
    [
      'A bomb killed five people in Turbat on October 28, police said.',
      'bombing in pk/balochistan/kech/turbat on 2024-10-28: killed 5',
    ],
    [
      'In late October a bomb killed five people in Turbat. Two more died in hospital.',
      'bombing in pk/balochistan/kech/turbat on 2024-10-01..2024-10-31: killed 7',
    ],
  ])('a late report keeps its lead: %s', ([text, expected]) => {
    expect(incidents(text)).toEqual([expected]);
  });
});

describe('a follow-up without a place belongs to the incident before', () => {
  test.for<readonly [string, string]>([
    [
      'Security forces killed six militants in Kulachi, the military said.\n\nThe raid took place on Wednesday.',
      `operation in ${kp}/dera-ismail-khan/kulachi on 2024-11-20: killed 6`,
    ],
    [
      'Six people died when gunmen fired on a bus in Kurram.\n\nThe shooting happened on Tuesday near the Upgarhi area.',
      `shooting in ${kp}/kurram/upgarhi on 2024-11-19: killed 6`,
    ],
    [
      'A bomb exploded in Pishin. Two children were killed.\n\nThe explosion occurred late on Wednesday.',
      'bombing in pk/balochistan/pishin on 2024-11-20: killed 2',
    ],
  ])('%s', ([text, expected]) => {
    expect(incidents(text)).toEqual([expected]);
  });
});

describe('an operation', () => {
  test.for<readonly [string, string]>([
    [
      'The military said it killed four BLA fighters in Kech on Thursday.',
      'operation in pk/balochistan/kech on 2024-11-21: killed 4',
    ],
    [
      'Six militants were killed when they attacked a post in Zhob on Thursday.',
      'armed-attack in pk/balochistan/zhob on 2024-11-21: attackers killed 6',
    ],
    [
      'A suicide bomber struck during a search operation in Bannu on Thursday, killing two policemen.',
      `suicide-bombing in ${kp}/bannu on 2024-11-21: killed 2`,
    ],
  ])('%s', ([text, expected]) => {
    expect(incidents(text)).toEqual([expected]);
  });

  test('a toll that is added up has no lower one', () => {
    const [report] = extracted(
      'Eight militants and two soldiers were killed in an operation in Tank on Thursday.',
    ).reports;
    expect(report?.fatalities).toMatchObject({ low: 10, best: 10, high: 10 });
  });
});

describe('what a group claims is its own count', () => {
  test('it is no headline toll where somebody else counts', () => {
    const [report] = extracted(
      'Two soldiers were killed in an ambush near Panjgur on Thursday. The BLF said its fighters killed seven soldiers.',
    ).reports;
    expect(report?.fatalities).toMatchObject({ low: 2, best: 2 });
  });
});

describe('the day of a toll that is corrected', () => {
  test.for<readonly [string, string]>([
    [
      'Officials on Thursday lowered the death toll from the Khuzdar market bombing to 11. Doctors had spoken of 14 on Tuesday night.',
      'bombing in pk/balochistan/khuzdar on 2024-11-19: killed 11',
    ],
    [
      'Officials on Thursday lowered the death toll from the Khuzdar market bombing to 11.',
      'bombing in pk/balochistan/khuzdar on no day: killed 11',
    ],
  ])('%s', ([text, expected]) => {
    expect(incidents(text)).toEqual([expected]);
  });
});

describe('several happenings told at once', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Strikes across the Gaza Strip killed at least 66 people on Thursday. In Khan Younis, a strike on a house killed 25.',
      [
        'armed-attack in ps/gaza on 2024-11-21: killed 66',
        'armed-attack in ps/gaza/khan-yunis on 2024-11-21: killed 25',
      ],
    ],
    [
      'An attack in Balochistan killed ten people on Thursday. The bomb in Mastung killed ten.',
      ['bombing in pk/balochistan/mastung on 2024-11-21: killed 10'],
    ],
    [
      'Gunmen killed three miners in Duki on Wednesday. Last month, 21 miners were killed in the same district.',
      [
        'shooting in pk/balochistan/duki on 2024-11-20: killed 3',
        'armed-attack in pk/balochistan/duki on 2024-10-01..2024-10-31: killed 21 (background)',
      ],
    ],
    [
      'Police arrested five men in a raid in Dhaka on Thursday. In 2016, militants killed 22 people at a cafe in Dhaka.',
      [
        'armed-attack in bd/dhaka/dhaka on 2024-11-21',
        'armed-attack in bd/dhaka/dhaka on 2016-01-01..2016-12-31: killed 22 (background)',
      ],
    ],
    [
      'A boat sank off Djibouti on Tuesday and 14 people drowned. In Mogadishu, a bomber struck a cafe, killing seven people.',
      ['bombing in so/banaadir/mogadishu on 2024-11-19: killed 7'],
    ],
  ])('%s', ([text, expected]) => {
    expect(incidents(text)).toEqual(expected);
  });
});
