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

describe('himself, him and them', () => {
  table([
    [
      'A suicide bomber killed himself and two policemen in Bannu.',
      ['fatalities 1 militants', 'fatalities 2 security-forces'],
    ],
    ['A bomber blew himself up in Tank, killing nine people.', ['fatalities 1 militants', 'fatalities 9']],
    [
      'Three attackers blew themselves up and five others were killed by troops in Gwadar.',
      ['fatalities 3 militants', 'fatalities 5'],
    ],
    ['Armed men stopped a teacher near Bela and shot and killed her.', ['fatalities 1 civilians']],
    ['Gunmen stopped three drivers on the highway in Kalat and killed them.', ['fatalities 3 civilians']],
    ['Gunmen chased a trader in Chaman and shot him dead.', ['fatalities 1 civilians']],
    ['The bomber tried to blow himself up in Hub.', []],
    ['The minister himself said so in Quetta.', []],
    ['The guards saw two boys and called them.', []],
  ]);
});

describe('whom a killing takes', () => {
  table([
    ['Gunmen opened fire on three men in Chaman, killing two of them.', ['fatalities 2']],
    ['The attack claimed the life of a policeman in Tank.', ['fatalities 1 security-forces']],
    [
      'PICSS said 2024 was deadly, with at least 685 members of the security forces losing their lives.',
      ['fatalities 685+ security-forces'],
    ],
    ['Gunmen opened fire in Panjgur, wounding a driver and his helper.', ['injuries 2 civilians']],
    ['Armed men took nine workers hostage near Harnai.', ['abductions 9 civilians']],
    ['Three guards of a private firm were injured.', ['injuries 3']],
    ['The club claimed the life membership of a trader in Lahore.', []],
  ]);
});

describe('bodies that are found are dead', () => {
  table([
    ['The bodies of three men were found near Panjgur.', ['fatalities 3']],
    ['The bullet-riddled body of a tribal elder was found in Bajaur.', ['fatalities 1 civilians']],
    ['Police found the bodies of two labourers near Bolan.', ['fatalities 2 civilians']],
    ['The bodies of the three soldiers were moved to Rawalpindi.', []],
    ['The body of a van was found near Hub.', []],
  ]);
});

describe('a list of places leaves the verb out', () => {
  table([
    [
      'Eight people died in Lahore, six in Quetta and four in Khuzdar.',
      ['fatalities 8', 'fatalities 6', 'fatalities 4'],
    ],
    [
      'Three policemen were killed in Tank and two in Bannu.',
      ['fatalities 3 security-forces', 'fatalities 2 security-forces'],
    ],
    ['Five people were killed on Monday and three on Tuesday in Kurram.', ['fatalities 5', 'fatalities 3']],
    ['Two people died on the spot and one on the way to hospital.', ['fatalities 2', 'fatalities 1']],
    ['In Quetta three people were killed, in Khuzdar two.', ['fatalities 3', 'fatalities 2']],
    [
      'Three soldiers were martyred and as many injured in Kech.',
      ['fatalities 3 security-forces', 'injuries 3 security-forces'],
    ],
    [
      'Two soldiers were killed and an equal number were wounded in Orakzai.',
      ['fatalities 2 security-forces', 'injuries 2 security-forces'],
    ],
    [
      'Two soldiers were killed in Tank and two in Bannu were injured.',
      ['fatalities 2 security-forces', 'injuries 2 security-forces'],
    ],
    ['A soldier was killed in Tank, one of the quieter towns.', ['fatalities 1 security-forces']],
    ['A policeman was shot dead in Karachi, and 12 in the crowd fled.', ['fatalities 1 security-forces']],
    ['As many as 12 people were injured in Hub.', ['injuries 12']],
  ]);
});

describe('lists as wires print them', () => {
  table([
    [
      'PICSS documented 113 deaths in May 2025, including 52 security forces personnel, 46 civilians, and 11 militants.',
      [
        'fatalities 113',
        'fatalities 52 security-forces (part)',
        'fatalities 46 civilians (part)',
        'fatalities 11 militants (part)',
      ],
    ],
    [
      'Twelve people, including nine policemen, two guards, and a driver, were killed in Hub.',
      [
        'fatalities 12',
        'fatalities 9 security-forces (part)',
        'fatalities 2 (part)',
        'fatalities 1 civilians (part)',
      ],
    ],
    [
      'Suicide attacks caused 134 civilian casualties in Kabul, 38 of them deaths.',
      ['casualties 134 civilians', 'fatalities 38 civilians (part)'],
    ],
    [
      'Three children were among five people who died in Bajaur.',
      ['fatalities 3 civilians (part)', 'fatalities 5'],
    ],
    [
      'A tribal elder was killed along with his two guards in Bajaur.',
      ['fatalities 1 civilians', 'fatalities 2'],
    ],
    [
      'The bombing killed 13 soldiers and wounded 29 others, most of them civilians.',
      ['fatalities 13 security-forces', 'injuries 29'],
    ],
    ['The victims, a father and his three sons, were abducted in Khost.', ['abductions 4']],
    ['The hospital had received 12 bodies and 34 injured.', ['fatalities 12', 'injuries 34']],
    ['Police recovered five bodies and arrested two suspects in Turbat.', ['fatalities 5', 'arrests 2']],
    ['Two soldiers embraced shahadat in Miranshah.', ['fatalities 2 security-forces']],
    ['Security forces neutralised five foreign-sponsored militants in Bannu.', ['fatalities 5 militants']],
    ['A suicide bomber killed himself near Hub.', ['fatalities 1 militants']],
    [
      'Two attackers struck a church in Marib, killing themselves and six worshippers.',
      ['fatalities 2 militants', 'fatalities 6 civilians'],
    ],
    ['A soldier killed himself in his barracks in Lahore.', []],
    ['The museum received 12 vases and two donors.', []],
  ]);
});

describe('what was wanted, feared or denied did not happen', () => {
  table([
    ['Gunmen tried to kill two policemen in Hub.', []],
    ['The group vowed to kill 100 soldiers.', []],
    ['Militants planned to kill three judges in Lahore.', []],
    ['They were accused of trying to kill a judge in Multan.', []],
    ['The bomb could have killed hundreds of people in Quetta.', []],
    ['Two people were almost killed in Hub.', []],
    ['If the dam breaks, 500 people may die.', []],
    ['The army denied that five soldiers had been killed.', []],
    ['Police rejected reports that 12 people were killed in Hub.', []],
    ['It is not true that three soldiers were killed.', []],
    ['Rumours that 20 people had died were false.', []],
    ['The gunmen went on to kill three guards in Hub.', ['fatalities 3']],
    ['They used a drone to kill two commanders in Paktika.', ['fatalities 2']],
    ['As many as 50 people may have been killed in Kunduz.', ['fatalities 50']],
    ['Officials feared that 40 people had been killed.', ['fatalities 40']],
    ['Police could not say more, but nine people were killed.', ['fatalities 9']],
  ]);
});

describe('whom the sentence takes apart first', () => {
  table([
    ['Of the dead, 14 were soldiers.', ['fatalities 14 security-forces']],
    [
      'Of those killed, 57 were militants and 24 civilians.',
      ['fatalities 57 militants', 'fatalities 24 civilians'],
    ],
    ['Of the 31 killed, 19 were civilians.', ['fatalities 31', 'fatalities 19 civilians (part)']],
    [
      'The fatalities included 35 policemen and 28 traders.',
      ['fatalities 35 security-forces', 'fatalities 28 civilians'],
    ],
    ['The army lost four men in Tirah.', ['fatalities 4']],
    ['The group lost 12 fighters in Kunar.', ['fatalities 12 militants']],
    ['The party lost two seats in Lahore.', []],
    ['The team lost two players to injury.', []],
    [
      'Gunmen shot dead two traders and injured a third in Wana.',
      ['fatalities 2 civilians', 'injuries 1 civilians'],
    ],
    ['A third of the dead were children.', []],
    ['A gunman hit a policeman in the leg, wounding him.', ['injuries 1 security-forces']],
  ]);
});

describe('nobody, neither and injuries to some', () => {
  table([
    ['Neither the driver nor the guard was injured.', []],
    ['No one was injured or killed.', ['fatalities 0', 'injuries 0']],
    [
      'Unknown persons hurled a grenade at a house in Hub, resulting in injuries to four people.',
      ['injuries 4'],
    ],
    [
      'The incident resulted in the death of three people and injuries to five others.',
      ['fatalities 3', 'injuries 5'],
    ],
    ['Twenty-six bodies and 62 injured were brought to the hospital.', ['fatalities 26', 'injuries 62']],
    ['The road was closed to five lorries.', []],
    ['Injuries led to two changes in the side.', []],
  ]);
});
