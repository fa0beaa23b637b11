import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
describe('lives: claimed, cost, took, lost', () => {
  test.for<readonly [string, readonly string[]]>([
    ['A car bombing in Bannu claimed the lives of 12 soldiers.', ['fatalities 12 security-forces']],
    ['The blast took 11 lives in Hub.', ['fatalities 11']],
    ['The siege has cost more than 130 lives.', ['fatalities >130']],
    [
      'A wave of raids claimed at least 28 lives and injured dozens more.',
      ['fatalities 28+', 'injuries 24+?'],
    ],
    ['28 lives were lost in Zhob.', ['fatalities 28']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'On average, seven lives were lost daily.',
    'The army claimed the post in Tirah.',
    'He took three books to Quetta.',
    'The new drug saved 300 lives in Karachi.',
    'The road cost two million rupees.',
    'Seven lives a day were lost.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('deaths: counted nouns of harm', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The raids resulted in 951 deaths and 966 injuries.', ['fatalities 951', 'injuries 966']],
    ['Pakistan recorded 685 security force fatalities in 2024.', ['fatalities 685 security-forces']],
    ['Balochistan reported 782 violence-related deaths in 2024.', ['fatalities 782']],
    ['There were 40 civilian deaths in October 2024.', ['fatalities 40 civilians']],
    [
      'The monitor lists 200 deaths and 90 injuries among civilians and security personnel in October 2024.',
      ['fatalities 200 civilians+security-forces', 'injuries 90 civilians+security-forces'],
    ],
    ['The month saw 14 kidnappings in Sindh.', ['abductions 14']],
    ['PICSS counted 35 militant deaths in October.', ['fatalities 35 militants']],
    ['The blast caused 60 casualties in Quetta.', ['casualties 60']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Deaths rose by 90% in the third quarter.',
    'Nine in ten deaths go unreported.',
    'So many deaths shook the town.',
    'On average, seven deaths daily were counted.',
    'More deaths were feared in Swat.',
    'The 12th death anniversary was held in Lahore.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('deaths-of: the killing of people', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Traders shut their shops over the killing of two colleagues in Turbat.', ['fatalities 2']],
    ['The blast led to the deaths of at least 30 people.', ['fatalities 30+']],
    ['Police confirmed the abduction of a teacher in Tank.', ['abductions 1 civilians']],
    ['The army announced the killing of four militants in Zhob.', ['fatalities 4 militants']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The death of democracy was mourned in Islamabad.',
    'The killing of time is an art.',
    'The deaths of civilians must stop.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('martyrs and bodies', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Nine bodies were brought to the hospital in Mastung.', ['fatalities 9']],
    ['Three bullet-riddled bodies were recovered in Kech.', ['fatalities 3']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Two bodies regulate banks in Pakistan.',
    'Five student bodies met in Lahore.',
    'The Martyrs Square was shut.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});
