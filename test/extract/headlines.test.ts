import { describe, expect, test } from 'vitest';
import { facts } from './facts.ts';

/** All headlines here are made up; places are real. */
const table = (rows: readonly (readonly [string, readonly string[]])[]) =>
  test.for(rows)('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

describe('one person whose article is left out', () => {
  table([
    ['Policeman martyred, two injured in Bannu attack', ['fatalities 1 security-forces', 'injuries 2']],
    ['Cop martyred in Bajaur', ['fatalities 1 security-forces']],
    ['Polio guard shot dead in Bajaur', ['fatalities 1 civilians']],
    ['FC man wounded in Kech', ['injuries 1 security-forces']],
    ['Journalist gunned down in Khuzdar', ['fatalities 1 civilians']],
    ['Aid worker abducted in Herat', ['abductions 1 civilians']],
    ['Bomb kills policeman in Peshawar', ['fatalities 1 security-forces']],
    ['IED blast injures soldier', ['injuries 1 security-forces']],
    ['TTP commander killed in North Waziristan operation', ['fatalities 1 militants']],
    [
      'Policeman killed, another injured in Swabi',
      ['fatalities 1 security-forces', 'injuries 1 security-forces'],
    ],
    ['Man killed, son injured in Chaman landmine blast', ['fatalities 1', 'injuries 1']],
    [
      'Constable martyred as gunmen open fire on police van in Lakki Marwat',
      ['fatalities 1 security-forces'],
    ],
    [
      '7 terrorists killed, soldier martyred in Tirah',
      ['fatalities 7 militants', 'fatalities 1 security-forces'],
    ],
    ['Policeman killed his wife in Lahore', ['fatalities 1']],
    ['Soldier killed two militants, says army', ['fatalities 2 militants']],
    ['Police officer found dead in Mirpur Khas', ['fatalities 1 security-forces']],
  ]);
});

describe('what else headlines leave out', () => {
  table([
    ['Two men said killed in Helmand', ['fatalities 2']],
    ['Five members of one family killed in Ghor', ['fatalities 5']],
    ['Three of a family shot dead in Swabi', ['fatalities 3']],
    ['Seven killed, wounded in Kunduz', ['casualties 7']],
    ['Four killed, wounded 12 in Kunduz', ['fatalities 4', 'injuries 12']],
    ['Kabul explosions claim three, wound 12', ['fatalities 3', 'injuries 12']],
    ['Blast hits market in Hub, toll 12', ['fatalities 12']],
    ['Party leader Malik Khan killed in Wana blast', ['fatalities 1 civilians']],
    ['Malik Khan shot dead in Wana', ['fatalities 1']],
    ['Gunmen assassinate bodyguard of lawmaker in Herat', ['fatalities 1']],
    [
      'Gunmen kill two off-duty cops & three villagers',
      ['fatalities 2 security-forces', 'fatalities 3 civilians'],
    ],
    ['Two would-be suicide bombers killed in Khost', ['fatalities 2 militants']],
    ['Injured party leader dies in Hub blast', ['fatalities 1 civilians']],
    ['Blast leaves former district chief dead', ['fatalities 1']],
    ['Mine blast kills shepherd, injures son', ['fatalities 1 civilians', 'injuries 1']],
    ['Alleged robber shot dead in Lahore', ['fatalities 1']],
    ['Killer of policeman arrested', []],
    ['Two more injured succumb in Quetta', ['fatalities 2']],
    ['Cop injured in Hub blast; three held', ['injuries 1 security-forces']],
  ]);
});

describe('a comma that says "and"', () => {
  table([
    ['Four cops, passer-by injured in Quetta', ['injuries 4 security-forces', 'injuries 1 civilians']],
    ['Two policemen, trader shot dead in Hangu', ['fatalities 2 security-forces', 'fatalities 1 civilians']],
    ['Blast kills 5 children, policeman', ['fatalities 5', 'fatalities 1 security-forces']],
    ['Soldier, two militants killed in Tank', ['fatalities 1 security-forces', 'fatalities 2 militants']],
    ['Woman, two children killed in Kurram', ['fatalities 3']],
    [
      'Gunmen kill five labourers, two of them brothers',
      ['fatalities 5 civilians', 'fatalities 2 civilians (part)'],
    ],
  ]);
});

describe('every word with a capital', () => {
  table([
    ['Roadside Bomb Kills 5 Soldiers in Northwest Pakistan, Army Says', ['fatalities 5 security-forces']],
    ['Six Killed as Gunmen Attack Bus in Balochistan', ['fatalities 6']],
    ['Woman, Two Children Killed in Mortar Attack in Kurram', ['fatalities 3']],
    ['Bombing Kills Policeman in Peshawar', ['fatalities 1 security-forces']],
    ['SUICIDE BOMBER KILLS NINE AT MARKET IN QUETTA', ['fatalities 9']],
  ]);
});

describe('nobody is counted', () => {
  test.for([
    'Police arrested',
    'Blast kills market trade',
    'Suicide bomber attacks police post',
    'No civilian killed in Bara, says army',
    'Militant attack on police post foiled',
    'Soldier honours comrades in Quetta',
    'Army chief visits Wana',
    'Major attack foiled in Karachi',
    'Driver error blamed in Hub',
    'Four IEDs seized in Quetta',
    'Embassy staff wounded in Kabul',
    'Party claims 12 seats in Karachi',
    'Swat Valley Killed by Neglect',
    'Lahore Qalandars Killed Off the Match',
  ])('%s', text => {
    expect(facts(text).filter(one => !one.endsWith(' 0'))).toEqual([]);
  });

  test.for([
    'He said policeman killed.',
    'Bombs kill policeman and soldier alike.',
  ])('a sentence: %s', text => {
    expect(facts(text)).toEqual([]);
  });
});
