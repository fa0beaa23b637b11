import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
describe('toll: a total that moved or stands', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The death toll rose to 26.', ['fatalities 26']],
    ['The death toll from the blast in Mastung has risen to 26.', ['fatalities 26']],
    ['Toll rises to 31', ['fatalities 31']],
    ['Death toll rises to 31', ['fatalities 31']],
    ['Officials lowered the death toll to 11.', ['fatalities 11']],
    ['The number of injured has gone up to 62.', ['injuries 62']],
    ['The number of people killed has gone up to five.', ['fatalities 5']],
    ['The death toll stands at 40.', ['fatalities 40']],
    ['The death toll was 40.', ['fatalities 40']],
    ['The total number of casualties reached 88.', ['casualties 88']],
    [
      'Combined civilian and security losses reached 1,612 in 2024.',
      ['fatalities 1612 civilians+security-forces'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The number of attacks fell to its lowest in years.',
    'The number of voters rose to 26 million.',
    'The road toll rose to 26 rupees.',
    'Deaths rose by 66 percent.',
    'The share of deaths rose to 40 percent.',
    'The number of schools rose to 26.',
    'The army put its strength at 26 battalions.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('toll: verbs of moving, reaching and bringing', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The toll climbed to 14.', ['fatalities 14']],
    ['Toll in Quetta blast rises to 26', ['fatalities 26']],
    ['Kurram clashes toll hits 64', ['fatalities 64']],
    ['Toll from Mastung blast mounts to 30', ['fatalities 30']],
    ['Death toll jumps to 9', ['fatalities 9']],
    ['The death toll more than doubled to 26.', ['fatalities 26']],
    ['The death toll rose by two to 26.', ['fatalities 26']],
    ['The official death toll remains 24.', ['fatalities 24']],
    ['The toll rose to at least 26 dead.', ['fatalities 26+']],
    ['The toll stood at 24 dead and 53 injured.', ['fatalities 24', 'injuries 53']],
    ['The number of martyrs has risen to 12.', ['fatalities 12']],
    ['The injured rose to 46.', ['injuries 46']],
    ['Fatalities rise to 26', ['fatalities 26']],
    ['Police put the death toll at 12.', ['fatalities 12']],
    ['The hospital put the number of dead at 25.', ['fatalities 25']],
    ['A bomb hit a bus near Hub, with the toll now at 31.', ['fatalities 31']],
    ['Two more people died in hospital, bringing the toll to nine.', ['fatalities 2 (part)', 'fatalities 9']],
    ['Another victim died, pushing the toll to 12.', ['fatalities 1 (part)', 'fatalities 12']],
    [
      'The BLA said it killed 20 soldiers in Kech; officials put the number at seven.',
      ['fatalities 20 security-forces', 'fatalities 7'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('toll: past a round number', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Kurram death toll crosses 100', ['fatalities >100']],
    ['The death toll has crossed the 100 mark.', ['fatalities >100']],
    ['Death toll in Gaza strike tops 40', ['fatalities >40']],
    ['Death toll in Kabul bombing climbs above 80', ['fatalities >80']],
    ["The year's death toll exceeded 2,500.", ['fatalities >2500']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('toll: what it was before is superseded', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The death toll climbed from 16 to 24.', ['fatalities 16 (superseded)', 'fatalities 24']],
    ['The army lowered its toll from 14 to 11.', ['fatalities 14 (superseded)', 'fatalities 11']],
    [
      'The toll of the dead was revised down to 19, from 21.',
      ['fatalities 19', 'fatalities 21 (superseded)'],
    ],
    ['A previous toll put the number of dead at 14.', ['fatalities 14 (superseded)']],
    ['An earlier toll of 14 dead was wrong.', ['fatalities 14 (superseded)']],
    ['Officials revised the death toll downward to 19.', ['fatalities 19']],
    ['Officials had earlier said 103 people were killed.', ['fatalities 103 (superseded)']],
    ['Police initially put the toll at 12.', ['fatalities 12 (superseded)']],
    [
      'Police had earlier said two men were killed but later put the toll at five.',
      ['fatalities 2 (superseded)', 'fatalities 5'],
    ],
    ['Earlier, police said two men were killed.', ['fatalities 2']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('toll of so many, and what a summary labels', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The bombing had a death toll of 12.', ['fatalities 12']],
    ['A provisional toll of 12 dead and 30 wounded was given.', ['fatalities 12', 'injuries 30']],
    ['Killed: 26, injured: 62', ['fatalities 26', 'injuries 62']],
    ['Death toll: 26; wounded: at least 62', ['fatalities 26', 'injuries 62+']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The death toll may rise to 30.',
    'The death toll is expected to reach 50.',
    'The motorway toll was put at 60.',
    'A toll of 12 rupees is taken at the bridge.',
    'The toll rose by 60.',
    'The toll on civilians is heavy.',
    'Room: 26, floor: 6',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('rise and against: what is compared with an earlier stretch', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'According to PICSS, deaths went up from 20 in July 2024 to 65 in August 2024.',
      ['fatalities 20 (background)', 'fatalities 65'],
    ],
    [
      'According to PICSS, attacks were more frequent in October than in September, 48 against 45.',
      ['incidents 48', 'incidents 45 (background)'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Exports went up from 20 in July to 65.',
    'Fuel rose to 178 rupees from 91.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('events: happenings counted over a stretch', () => {
  test.for<readonly [string, readonly string[]]>([
    ['PICSS recorded 785 “terrorist” attacks across Pakistan in 2024.', ['incidents 785']],
    ['PICSS recorded 785 terrorist attacks across Pakistan in 2024.', ['incidents 785']],
    ['At least 21 attacks have occurred in January alone.', ['incidents 21+']],
    ['CRSS documented 1,166 incidents of violence in 2024.', ['incidents 1166']],
    ['CRSS counted 444 militant attacks in 2024.', ['incidents 444']],
    ['PIPS counted 12 suicide bombings in October 2024.', ['incidents 12']],
    ['PIPS said that thirty-five of the attacks in October 2024 were in Balochistan.', ['incidents 35']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Two separate explosions hit Pishin on Friday.',
    'One of four related attacks hit a post in Musakhail.',
    'It was the third attack in Quetta this week.',
    'A single attack shook Mach on Monday.',
    'Attacks rose by 40 percent in October.',
    'Both attacks were claimed on Monday.',
    'Six air strikes hit the hills near Tirah on Monday.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('stands-at, old figure, said before: a toll told of again', () => {
  const lead = 'A bomb killed 31 people at a shrine in Bolan on Thursday. ';
  test.for<readonly [string, readonly string[]]>([
    ['It now stands at 38, from 31.', ['fatalities 31', 'fatalities 38', 'fatalities 31 (superseded)']],
    ['The toll later rose to 38.', ['fatalities 31', 'fatalities 38']],
    [
      'The hospital asked papers to stop printing the figure of 14.',
      ['fatalities 31', 'fatalities 14 (superseded)'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(lead + text)).toEqual(expected);
  });

  test.for([
    'The temperature now stands at 38.',
    'The figure of 14 saints adorns the gate.',
    'It rose to prominence.',
    'Prices had climbed from nine to 20 in the weeks before.',
  ])('%j adds nothing', text => {
    expect(facts(lead + text)).toEqual(['fatalities 31']);
  });
});
