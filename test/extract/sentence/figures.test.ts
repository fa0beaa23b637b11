import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. What a sentence counts, form by form. */
const table = (rows: readonly (readonly [string, readonly string[]])[]) =>
  test.for(rows)('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

describe('a relative clause says what an attack did', () => {
  table([
    ['A blast that killed two people hit Quetta.', ['fatalities 2']],
    ['A raid that injured nine people took place in Kalat.', ['injuries 9']],
    ['The ambush that killed a policeman in Hub was claimed.', ['fatalities 1 security-forces']],
    ['The group claimed the raid that left five soldiers dead in Kech.', ['fatalities 5 security-forces']],
    [
      'The ambush killed a policeman and the blast in Hub that followed injured nine people.',
      ['fatalities 1 security-forces', 'injuries 9'],
    ],
    ['Three soldiers were hurt in a blast that killed nobody in Tank.', ['injuries 3 security-forces']],
    ['A court in Quetta heard of a plan that killed all hope for two rivals.', []],
  ]);
});

describe('a part may stand before its total', () => {
  table([
    ['Seven soldiers among 12 killed in Bannu', ['fatalities 7 security-forces (part)', 'fatalities 12']],
    ['Five kids among nine killed in Mastung blast', ['fatalities 5 civilians (part)', 'fatalities 9']],
    ['Five children among 14 wounded in Kurram', ['injuries 5 civilians (part)', 'injuries 14']],
    ['Two attackers were among the nine dead in Quetta.', ['fatalities 2 militants (part)', 'fatalities 9']],
    [
      'Two policemen were among five people killed in Hangu.',
      ['fatalities 2 security-forces (part)', 'fatalities 5'],
    ],
    ['A soldier is among three killed in Tank.', ['fatalities 1 security-forces (part)', 'fatalities 3']],
    ['Women and children among 21 dead in Parachinar', ['fatalities 21']],
    ['Two soldiers sat among five traders at a table in Wana.', []],
    ['Three women were among nine candidates in Dir.', []],
  ]);
});

describe('a toll is of what it says', () => {
  table([
    [
      'A blast killed 5 people and injured 23 in Hangu on Monday.\nThe death toll rose to eight.',
      ['fatalities 5', 'injuries 23', 'fatalities 8'],
    ],
    [
      'A bomb killed three people and wounded nine in Hub. The number of injured rose to 14.',
      ['fatalities 3', 'injuries 9', 'injuries 14'],
    ],
  ]);
});

describe('who dies later is dead, and within the toll he brings', () => {
  table([
    ['Two of the wounded later died in hospital.', ['fatalities 2']],
    ['Three of the injured died on the way to Quetta.', ['fatalities 3']],
    ['One of the wounded was pronounced dead in Peshawar.', ['fatalities 1']],
    [
      'The death toll reached five as one more man died in hospital.',
      ['fatalities 5', 'fatalities 1 (part)'],
    ],
    [
      "The death toll from Saturday's blast has reached 27 after one of the injured succumbed to his wounds.",
      ['fatalities 27', 'fatalities 1 (part)'],
    ],
    [
      'A blast killed three people and injured 12 in Hub. Two later succumbed to their injuries.',
      ['fatalities 3', 'injuries 12', 'fatalities 2'],
    ],
    [
      'A blast hurt 62 people in Quetta. Eight of the wounded were critical.',
      ['injuries 62', 'injuries 8 (part)'],
    ],
    ['The death toll rose to 27 from 24.', ['fatalities 27', 'fatalities 24 (superseded)']],
  ]);
});

describe('martyrs are dead, who stands beside them need not be', () => {
  table([
    ['The post reported two martyrs and three wounded.', ['fatalities 2', 'injuries 3']],
    ['The raid left 12 martyrs, 20 injured.', ['fatalities 12', 'injuries 20']],
    ['The army spoke of one martyr and four injured.', ['fatalities 1', 'injuries 4']],
  ]);
});
