import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
describe('passive: people were killed, hurt, taken or arrested', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Two soldiers were killed near Razmak.', ['fatalities 2 security-forces']],
    ['At least 12 people have been killed in Hub.', ['fatalities 12+']],
    ['A policeman was martyred in Peshawar.', ['fatalities 1 security-forces']],
    ['A policeman posted outside a clinic in Swabi was martyred.', ['fatalities 1 security-forces']],
    ['The officer, who was on his way home, was shot dead.', ['fatalities 1']],
    ['Three men were killed and five others were injured in Jaffarabad.', ['fatalities 3', 'injuries 5']],
    ['Three men were killed and five injured in Jaffarabad.', ['fatalities 3', 'injuries 5']],
    ['Nine people were killed or injured in the blast.', ['casualties 9']],
    ['Twenty people were killed and injured in the blast.', ['casualties 20']],
    ['12 militants have been arrested in Swat.', ['arrests 12 militants']],
    ['Two engineers were abducted near Tank.', ['abductions 2 civilians']],
    [
      'Two engineers were abducted and killed near Tank.',
      ['abductions 2 civilians', 'fatalities 2 civilians'],
    ],
    ['Seven soldiers were fatally wounded.', ['fatalities 7 security-forces']],
    ['Two of the guards were wounded.', ['injuries 2']],
    [
      'Six people were killed in Wana, including two guards and three people were injured.',
      ['fatalities 6', 'fatalities 2 (part)', 'injuries 3'],
    ],
    ['One officer was set on fire and killed in a van in Hub.', ['fatalities 1']],
    ['Three men were tied to a pole and shot dead in Hub.', ['fatalities 3']],
    [
      'Nine people, including six gunmen and three guards were killed in Hub.',
      ['fatalities 9', 'fatalities 6 militants (part)', 'fatalities 3 (part)'],
    ],
    ['Four hostages were beaten before they were released in Kech.', ['injuries 4']],
    ['A journalist was tortured for two days in Tump.', ['injuries 1 civilians']],
    ['Six people, all of them labourers, were killed in Gwadar.', ['fatalities 6']],
    ['Forty-one people were hurt when a stage was bombed in Bajaur.', ['injuries 41']],
    ['Two people were reportedly killed in Zhob.', ['fatalities 2']],
    ['Five people were confirmed dead in Zhob.', ['fatalities 5']],
    ['One person was found dead near Kech.', ['fatalities 1']],
    ['A child is among the injured.', []],
    ['It was said that three soldiers were hurt.', ['injuries 3 security-forces']],
    ['A suicide bomber was killed before he reached the gate.', ['fatalities 1 militants']],
    ['Both attackers were also killed.', ['fatalities 2 militants']],
    [
      'Six militants were killed while two soldiers were martyred.',
      ['fatalities 6 militants', 'fatalities 2 security-forces'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Three policemen were posted at the gate in Quetta.',
    'Two soldiers were decorated in Rawalpindi.',
    'Five people were elected in Zhob.',
    'Civilians were killed in Tirah.',
    'Five trucks were hit near Chaman.',
    'Two doctors said that the wards were full.',
    'Six suspects were questioned in Karachi.',
    'Two hundred families were displaced from Tirah.',
    'Up to 200 people were evacuated from a market in Quetta.',
    'If attacked, two posts would be lost.',
    'The plan was killed by two senators.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('reduced: "to be" is left out', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Four policemen killed in attack', ['fatalities 4 security-forces']],
    ['2 killed, 5 hurt in Quetta blast', ['fatalities 2', 'injuries 5']],
    ['Six martyred in Bannu', ['fatalities 6']],
    ['Seven dead in Mastung', ['fatalities 7']],
    ['Three abducted from Kalat', ['abductions 3']],
    ['Second policeman in two days shot dead in Quetta', ['fatalities 1 security-forces']],
    ['One killed, 15 wounded as bomb hits bus', ['fatalities 1', 'injuries 15']],
    ['12 terrorists killed in North Waziristan operation', ['fatalities 12 militants']],
    ['A bomb hit a bus in Hub, and 15 people injured by glass were treated.', ['injuries 15']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Killed time in Lahore',
    'Two held talks in Kabul',
    'Dead Sea trip for two in Jordan',
    'Wounded pride of two rivals in Lahore',
    'Six vehicles destroyed in Quetta',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('suffered: people died, lost their lives, sustained injuries', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Six civilians lost their lives in Khuzdar.', ['fatalities 6 civilians']],
    ['Two soldiers embraced martyrdom in Tirah.', ['fatalities 2 security-forces']],
    ['Ten people are now known to have died.', ['fatalities 10']],
    ['Three passengers sustained injuries near Sibi.', ['injuries 3 civilians']],
    ['A constable succumbed to his injuries in Peshawar.', ['fatalities 1 security-forces']],
    ['Nine labourers perished when the shop was set on fire by armed men.', ['fatalities 9 civilians']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Hopes of a deal died in Doha.',
    'Two ministers said that hopes had died.',
    'Three suffered delays at Torkham.',
    'The founder of the movement died in 1948.',
    'Nobody should die for this.',
    'The engine died near Hub.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('anaphor: the number stands in a sentence before', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'Armed men abducted five labourers near Kech. The labourers were shot and killed.',
      ['abductions 5 civilians', 'fatalities 5 civilians'],
    ],
    [
      'Gunmen abducted seven workers near Harnai. The hostages were killed two days later.',
      ['abductions 7 civilians', 'fatalities 7 civilians'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for<readonly [string, readonly string[]]>([
    ['Five labourers live there. The soldiers were killed.', []],
    ['Armed men abducted a labourer near Kech. The labourers were injured.', ['abductions 1 civilians']],
    ['The labourers were killed.', []],
  ])('invents no number in %j', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });
});
