import { describe, expect, test } from 'vitest';
import { facts } from './facts.ts';

/** All sentences here are made up; places are real. Each holds a number that counts nobody harmed. */
describe.for<readonly [string, readonly string[]]>([
  [
    'strength',
    [
      'At least 6,000 Taliban fighters operate from there.',
      'The group has some 3,000 fighters in Kunar.',
      'Tens of thousands of police and paramilitary forces were deployed across Sindh.',
      'The army sent two battalions to Tirah.',
      'More than 500 policemen guarded the rally in Peshawar.',
      'A force of 1,200 soldiers took part in the operation.',
      'About 40 gunmen attacked a post near Wana and were beaten back.',
      'Three militants were beaten back by the guards in Wana.',
      'Two attackers were beaten off in Tank.',
      'Over 2,000 militants surrendered in Quetta.',
      'Some 300 families left Tirah.',
    ],
  ],
  [
    'distance and size',
    [
      'They share a 2,600-kilometer border.',
      'The post lies 60 kilometres north of Miranshah.',
      'The blast was heard five miles away in Kohat.',
      'The bomb was made of 8 kg of explosives.',
      'The crater was three feet deep.',
      'They burned 40 acres of crops in Orakzai.',
    ],
  ],
  [
    'money',
    [
      'The attack put the $60 billion project at risk.',
      'The government will pay Rs2 million to each family.',
      'He was fined 50,000 rupees in Sibi.',
      'They asked for a ransom of 10 million rupees.',
      'A £12 million fund was set up in London.',
    ],
  ],
  [
    'ages',
    [
      'A 24-year-old man spoke of what he saw in Bannu.',
      'The guard, 45, had served for years.',
      'He was 17 when he left Swat.',
      'Aged 60, the elder still leads the jirga in Wana.',
    ],
  ],
  [
    'years',
    [
      'Violence has grown since the Taliban took Kabul in 2021.',
      'The group was founded in 2007.',
      'The 2014 school attack changed the country.',
      'By 2030 the road will reach Gwadar.',
    ],
  ],
  [
    'ordinals',
    [
      'The 267th Corps Commanders’ Conference was held in Rawalpindi.',
      'It was the third attack in a week in Tank.',
      'The 5th battalion moved to Zhob.',
      'The country ranks second on the list.',
    ],
  ],
  [
    'shares and rates',
    [
      'Attacks rose by 73% over the year before.',
      'About 63 percent of the dead were civilians.',
      'Deaths went up by 40 per cent in the third quarter.',
      'One in five deaths was that of a policeman.',
      'Violence fell by a third in October.',
      'Casualties doubled in November.',
    ],
  ],
  [
    'votes and seats',
    [
      'The bill passed by 232 votes to 106 in Islamabad.',
      'The party won 93 seats in the assembly.',
      'Twelve members voted against the motion.',
    ],
  ],
  [
    'calibres and arms',
    [
      'A 9mm pistol was found in Lyari.',
      'They fired two 107mm rockets at a base in Bannu.',
      'Police seized 12 rifles and 40 grenades in Hub.',
      'Five kilograms of explosives were defused in Mardan.',
    ],
  ],
  [
    'times and spans',
    [
      'The fight went on for 14 hours.',
      'The twenty-year insurgency wore on.',
      'Violence rose to a nine-year high.',
      'The blast went off at 9:30 am in Zhob.',
      'The curfew begins at 8 pm.',
      'The deadliest month in a decade passed.',
    ],
  ],
  [
    'sport',
    [
      'A late goal killed off the match in Karachi.',
      'He took five wickets for 34 runs in Lahore.',
      'Pakistan lost by 12 runs in Multan.',
      'Two quick strikes killed the game.',
    ],
  ],
  [
    'numbers of things',
    [
      'Five trucks were torched near Bolan.',
      'The raiders hit two posts and a bridge near Nushki.',
      'Twelve schools were shut in Tank.',
      'Three bogies of the train were derailed by a bomb.',
      'The court handed down two sentences in Quetta.',
    ],
  ],
  [
    'names with numbers',
    [
      'Rescue 1122 took the men to hospital.',
      'Section 144 was imposed in Quetta.',
      'The N-25 highway was blocked near Khuzdar.',
      'Ward 7 of the hospital in Chaman was full.',
    ],
  ],
])('%s', ([, sentences]) => {
  test.for(sentences)('counts nothing in "%s"', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('floods, accidents and the like are kept, and marked', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Flash floods killed 12 people in Buner.', ['fatalities 12 (no security)']],
    ['Nine people died when a bus fell into a ravine near Dir.', ['fatalities 9 (no security)']],
    ['A roof collapsed in Peshawar, killing four children.', ['fatalities 4 (no security)']],
    ['Two miners died in a gas leak near Chamalang.', ['fatalities 2 civilians (no security)']],
    ['Six labourers drowned in the Indus near Sukkur.', ['fatalities 6 civilians (no security)']],
    ['A road accident near Mastung left 11 people injured.', ['injuries 11 (no security)']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test('an accident told of beside an attack does not unmark the attack', () => {
    expect(
      facts(
        'A bomb killed three soldiers in Bannu on Thursday.\nSeparately, two people died in a road accident near Kohat.',
      ),
    ).toEqual(['fatalities 3 security-forces', 'fatalities 2 (no security)']);
  });
});
