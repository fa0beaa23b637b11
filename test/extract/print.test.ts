import { describe, expect, test } from 'vitest';
import { facts } from './facts.ts';

/** All sentences here are made up; places are real. What print does with numbers, trap by trap. */
const table = (rows: readonly (readonly [string, readonly string[]])[]) =>
  test.for(rows)('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

describe('one person is one', () => {
  table([
    ['A policeman was killed in Swabi.', ['fatalities 1 security-forces']],
    ['An army officer was martyred in Tirah.', ['fatalities 1 security-forces']],
    ['A girl was killed and her brother was injured in Bara.', ['fatalities 1', 'injuries 1']],
    ['A bomb killed the driver of the van near Hub.', ['fatalities 1 civilians']],
    ['A tribal elder and his son were killed in Wana.', ['fatalities 2 civilians']],
    ['Gunmen killed a cleric in Karachi.', ['fatalities 1 civilians']],
    ['An athlete was shot dead in Quetta.', ['fatalities 1']],
    ['The attacker was killed by guards in Gwadar.', ['fatalities 1 militants']],
    ['The governor of the province was killed in Taloqan.', ['fatalities 1 civilians']],
    ['One more soldier was killed in Wana.', ['fatalities 1 security-forces']],
    ['Another policeman was killed in Wana.', ['fatalities 1 security-forces']],
  ]);
});

describe('sums', () => {
  table([
    ['Three voters and a guard were killed in Dir.', ['fatalities 3 civilians', 'fatalities 1']],
    [
      'Two soldiers and five militants were killed in Tirah.',
      ['fatalities 2 security-forces', 'fatalities 5 militants'],
    ],
    ['A captain and five of his men were killed in Tirah.', ['fatalities 6 security-forces']],
    ['Two women and a child were wounded in Tank.', ['injuries 3']],
    [
      'Four policemen, two soldiers and a driver were killed in Zhob.',
      ['fatalities 4 security-forces', 'fatalities 2 security-forces', 'fatalities 1 civilians'],
    ],
  ]);
});

describe('vague words', () => {
  table([
    ['Dozens of people were killed in Parachinar.', ['fatalities 24+?']],
    ['Scores were injured in Quetta.', ['injuries 40+?']],
    ['Several soldiers were wounded near Ladha.', ['injuries 3+? security-forces']],
    ['Hundreds of people were killed in El Fasher.', ['fatalities 200+?']],
    ['An unknown number of militants were killed.', ['fatalities ? militants']],
    ['A bomb injured several people in Sibi.', ['injuries 3+?']],
    ['Several hundred people were killed in El Fasher.', ['fatalities 200+?']],
    ['A few dozen people were injured in Sibi.', ['injuries 24+?']],
    ['A few people were injured in Sibi.', ['injuries 3+?']],
    ['A handful of soldiers were wounded in Sibi.', ['injuries 3+? security-forces']],
    ['Five people were killed and scores more wounded.', ['fatalities 5', 'injuries 40+?']],
    ['A score of people were hurt in Sibi.', ['injuries 20']],
    ['Two dozen people were hurt in Chaman.', ['injuries 24']],
    ['Half a dozen men were hurt in Chaman.', ['injuries 6']],
  ]);
});

describe('bounds', () => {
  table([
    ['At least 14 people were killed in Hub.', ['fatalities 14+']],
    ['More than 40 people were killed in Hub.', ['fatalities >40']],
    ['Over 40 people were killed in Hub.', ['fatalities >40']],
    ['Up to 40 people were killed in Hub.', ['fatalities ≤40']],
    ['Nearly 40 people were killed in Hub.', ['fatalities ≤40']],
    ['About 40 people were killed in Hub.', ['fatalities ~40']],
    ['Some 40 people were killed in Hub.', ['fatalities ~40']],
    ['As many as 40 people were killed in Hub.', ['fatalities 40']],
    ['A total of 40 people were killed in Hub.', ['fatalities 40']],
    ['Between 30 and 40 people were killed in Hub.', ['fatalities 30-40']],
    ['30 to 40 people were killed in Hub.', ['fatalities 30-40']],
    ['30-40 people were killed in Hub.', ['fatalities 30-40']],
    ['Ten or more people were killed in Hub.', ['fatalities 10+']],
    ['No fewer than 14 people were killed in Hub.', ['fatalities 14+']],
    ['Thirty-one people were killed in Hub.', ['fatalities 31']],
    ['A hundred and five people were killed in Hub.', ['fatalities 105']],
    ['1,612 people were killed in Hub.', ['fatalities 1612']],
    ['2,500-plus people were killed in Hub.', ['fatalities 2500+']],
    ['12 500 people were killed in Darfur.', ['fatalities 12500']],
    ['12.500 people were killed in Darfur.', ['fatalities 12500']],
    ['1,00,000 people were killed in Darfur.', ['fatalities 100000']],
    ['20 or so people were killed in Hub.', ['fatalities ~20']],
    ['A bomb killed ٢٦ people in Hub.', ['fatalities 26']],
    ['A bomb killed ۲۶ people in Hub.', ['fatalities 26']],
  ]);
});

describe('ages are no counts', () => {
  table([
    ['A man aged 25 was killed in Hub.', ['fatalities 1']],
    ['A man, 25, was killed in Hub.', ['fatalities 1']],
    ['Two men in their 20s were killed in Hub.', ['fatalities 2']],
    ['Three men aged between 20 and 30 were killed in Hub.', ['fatalities 3']],
    ['Three boys, aged 10, 12 and 14, were killed in Hub.', ['fatalities 3']],
    ['Two brothers, 12 and 14, were killed in Hub.', ['fatalities 2']],
    ['A girl was killed at the age of 12 in Hub.', ['fatalities 1']],
    ['At least 12, including three women, were killed in Hub.', ['fatalities 12+', 'fatalities 3 (part)']],
    ['Blast kills 12, injures 25', ['fatalities 12', 'injuries 25']],
  ]);
});

describe('borrowed nouns and further people', () => {
  table([
    [
      'Two soldiers were killed and five others were injured.',
      ['fatalities 2 security-forces', 'injuries 5 security-forces'],
    ],
    [
      'Two soldiers were killed and 7 wounded.',
      ['fatalities 2 security-forces', 'injuries 7 security-forces'],
    ],
    [
      'Six attackers were killed, while 10 more were wounded.',
      ['fatalities 6 militants', 'injuries 10 militants'],
    ],
    [
      '55 security personnel and 63 were killed in November.',
      ['fatalities 55 security-forces', 'fatalities 63'],
    ],
  ]);
});

describe('headlines', () => {
  const body = '\nThe police said more about the case late on Friday.';
  test.for<readonly [string, readonly string[]]>([
    ['Blast kills 3 in Quetta', ['fatalities 3']],
    ['2 killed, 5 hurt in Quetta blast', ['fatalities 2', 'injuries 5']],
    ['Six martyred in Bannu attack', ['fatalities 6']],
    ['Gunmen kill four labourers in Panjgur', ['fatalities 4 civilians']],
    ['Two cops killed, one injured in Tank', ['fatalities 2 security-forces', 'injuries 1 security-forces']],
    ['Troops kill five terrorists in Zhob', ['fatalities 5 militants']],
    ['Nine abducted near Harnai', ['abductions 9']],
  ])('%s', ([text, expected]) => {
    expect(facts(text + body)).toEqual(expected);
  });
});

describe('militants who die in their own attack', () => {
  table([
    ['Gunmen killed two policemen before they were shot dead.', ['fatalities 2 security-forces']],
    ['All four attackers were killed in the gunfight.', ['fatalities 4 militants']],
    [
      'Two policemen and an attacker were killed in Bannu.',
      ['fatalities 2 security-forces', 'fatalities 1 militants'],
    ],
  ]);
});
