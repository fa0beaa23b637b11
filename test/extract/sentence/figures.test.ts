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

describe('what a total is compared with is an earlier count', () => {
  table([
    [
      'CRSS said that 2,546 people were killed in 2024, 66 percent more than the 1,533 killed in 2023.',
      ['fatalities 2546', 'fatalities 1533 (background)'],
    ],
    [
      'PICSS recorded 951 deaths in 2023 compared with 645 deaths in 2022.',
      ['fatalities 951', 'fatalities 645 (background)'],
    ],
    [
      'PICSS counted 125 deaths in October 2024, up from 52 in September.',
      ['fatalities 125', 'fatalities 52 (background)'],
    ],
    [
      'PIPS counted 306 attacks in 2023, more than the 262 attacks of 2022.',
      ['incidents 306', 'incidents 262 (background)'],
    ],
    [
      'CRSS said that 722 people were killed in the quarter, compared to 380 killed in the quarter before.',
      ['fatalities 722', 'fatalities 380 (background)'],
    ],
    [
      'PIPS counted 521 attacks in 2024, 70 percent more than in 2023, when 306 attacks took place.',
      ['incidents 521', 'incidents 306 (background)'],
    ],
    [
      'PICSS said 178 people were killed in October 2024 against 91 in September.',
      ['fatalities 178', 'fatalities 91 (background)'],
    ],
    ['More than 40 people were killed in Kech on Monday.', ['fatalities >40']],
    [
      'In January 2025, 245 people were injured, down from 302 the month before.',
      ['injuries 245', 'injuries 302 (background)'],
    ],
    [
      'Police said three soldiers were hurt and more than 20 militants killed in Tank.',
      ['injuries 3 security-forces', 'fatalities >20 militants'],
    ],
    ['PICSS said that deaths were twice the 54 counted in March 2024.', []],
  ]);
});

describe('so many a day is a rate', () => {
  table([
    ['On average, seven people were killed daily.', []],
    ['Seven people are killed a day, on average.', []],
    ['Three soldiers were martyred every day in 2024.', []],
    ['Some 20 people were injured each month.', []],
    ['An average of five people died per week in Karachi.', []],
    ['PICSS counted an average of 74 attacks a month.', []],
    ['Every month, some 40 policemen were killed in the province.', []],
    [
      'Two policemen were killed in Bannu, where a post is attacked every week.',
      ['fatalities 2 security-forces'],
    ],
    ['Two people were killed a day after the raid in Wana.', ['fatalities 2']],
    ['Nine soldiers were killed in a day in Kech.', ['fatalities 9 security-forces']],
    ['Two daily wagers were shot dead in Turbat.', ['fatalities 2 civilians']],
    ['Seven lives were lost daily in 2024.', []],
    ['Violence claimed two lives a day on average in Balochistan.', []],
  ]);
});

describe('a harm word in a phrase that harms nobody', () => {
  table([
    ['He faces two death threats.', []],
    ['Five death sentences were handed down in Multan.', []],
    ['The governor signed three death warrants.', []],
    ['The court sentenced nine to death in Lahore.', []],
    ['Nine men were sentenced to death in Lahore.', []],
    ['The party marked the fourth death anniversary of its founder.', []],
    ['Two men on death row were moved to Sahiwal.', []],
    ['Six murder cases were pending against the suspect in Karachi.', []],
    ['Eleven kidnapping cases were solved in Sukkur.', []],
    ['One death was reported in Tank.', ['fatalities 1']],
    ['The month saw 45 deaths in Kurram.', ['fatalities 45']],
    ['Two murders were reported in Karachi on Monday.', ['fatalities 2']],
  ]);
});

describe('casualties and the dead and hurt that make them up', () => {
  table([
    [
      'UNAMA documented 98 civilian casualties (24 killed, 74 wounded) in the second quarter of 2024.',
      ['casualties 98 civilians', 'fatalities 24 civilians (part)', 'injuries 74 civilians (part)'],
    ],
    [
      'PICSS recorded 172 casualties, including 79 fatalities and 93 injuries, in Balochistan in May 2024.',
      ['casualties 172', 'fatalities 79 (part)', 'injuries 93 (part)'],
    ],
    [
      'UNAMA counted 11 casualties (four killed and seven injured) in Kabul in May 2024.',
      ['casualties 11', 'fatalities 4 (part)', 'injuries 7 (part)'],
    ],
    [
      'The mission documented 3,810 civilian casualties, of whom 1,095 were killed and 2,715 wounded.',
      ['casualties 3810 civilians', 'fatalities 1095 civilians (part)', 'injuries 2715 civilians (part)'],
    ],
    [
      'There were 45 casualties, 12 dead and 33 injured, at the mosque in Kunduz.',
      ['casualties 45', 'fatalities 12 (part)', 'injuries 33 (part)'],
    ],
    [
      'UNAMA recorded 1,095 civilian deaths and 2,679 injuries in 2023.',
      ['fatalities 1095 civilians', 'injuries 2679 civilians'],
    ],
  ]);
});

describe('nobody was harmed', () => {
  table([
    ['There were no reported injuries or casualties.', ['fatalities 0', 'injuries 0']],
    ['No loss of life was reported in Hub.', ['fatalities 0']],
    ['The blast did not cause any casualties.', ['fatalities 0', 'injuries 0']],
    ['A bomb went off in Hub without causing any loss of life.', ['fatalities 0']],
    ['The policemen escaped unhurt.', ['fatalities 0 security-forces', 'injuries 0 security-forces']],
    ['All of the passengers remained safe.', ['fatalities 0 civilians', 'injuries 0 civilians']],
    ['The driver of the van escaped unhurt.', ['fatalities 0 civilians', 'injuries 0 civilians']],
    ['There were no deaths or injuries in the explosion in Kech.', ['fatalities 0', 'injuries 0']],
    ['Nobody was hurt in the blast in Hub.', ['fatalities 0', 'injuries 0']],
    ['There was no immediate word on casualties.', []],
    ['Police could not confirm any casualties in Hub.', []],
    ['It was not immediately clear if there were any casualties.', []],
    ['The attackers escaped unhurt.', []],
    ['The talks left the accord unharmed.', []],
  ]);
});
