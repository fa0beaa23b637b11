import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
describe('lost', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The army lost 12 soldiers in the ambush near Wana.', ['fatalities 12 security-forces']],
    ['The group admitted losing three fighters in Zabul.', ['fatalities 3 militants']],
    ['The police lost an inspector in the raid in Hub.', ['fatalities 1 security-forces']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The side lost two players to injury.',
    'The firm lost 12 drivers to a rival.',
    'The army lost contact with the post.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('active: somebody killed, hurt, took or arrested people', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Gunmen killed two soldiers near Mir Ali.', ['fatalities 2 security-forces']],
    ['A roadside bomb killed five people in Turbat.', ['fatalities 5']],
    ['A bomb went off in Chaman, killing at least 14 people.', ['fatalities 14+']],
    ['A bomb went off in Chaman, killing a shopkeeper.', ['fatalities 1 civilians']],
    [
      'The blast killed three labourers and injured nine others.',
      ['fatalities 3 civilians', 'injuries 9 civilians'],
    ],
    ['The blast injured 12 people, four of them critically, in Sibi.', ['injuries 12', 'injuries 4 (part)']],
    ['Armed men shot and killed a policeman in Tank.', ['fatalities 1 security-forces']],
    ['Armed men shot dead two traders in Kohat.', ['fatalities 2 civilians']],
    ['Armed men abducted four workers from a site near Kalat.', ['abductions 4 civilians']],
    ['Police arrested six suspects in Karachi.', ['arrests 6']],
    ['The police detained three men after the blast in Hangu.', ['arrests 3']],
    ['Blast kills 3', ['fatalities 3']],
    [
      'A mortar shell hit a house in Bara, killing two women and three children.',
      ['fatalities 5', 'fatalities 2 (part)', 'fatalities 3 civilians (part)'],
    ],
    ['The gunmen killed the officer and fled towards Shawal.', ['fatalities 1']],
    ['Attackers gunned down a tribal elder in Wana.', ['fatalities 1 civilians']],
    ['Gunmen kidnapped a teacher in Lakki Marwat.', ['abductions 1 civilians']],
    ['Troops killed seven militants in a raid near Datta Khel.', ['fatalities 7 militants']],
    ['The raid killed more than 40 insurgents.', ['fatalities >40 militants']],
    [
      'A landmine in Dera Bugti killed a shepherd, wounding another.',
      ['fatalities 1 civilians', 'injuries 1 civilians'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The striker killed the ball dead and scored twice in Lahore.',
    'A late goal killed off the match in Karachi.',
    'The court killed the bill last year.',
    'Gunmen attacked a checkpost near Mir Ali and fled.',
    'Militants have killed civilians in Tirah for years.',
    'The army vowed to kill those behind the blast.',
    'The group threatened to kill soldiers in Bannu.',
    'The blast injured nobody by name.',
    'The bomb destroyed three vehicles in Hub.',
    'Fighters seized two villages near Wana.',
    'Gunmen seized four rifles from a post in Bannu.',
    'Police seized 20 kilograms of explosives in Quetta.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('left: an attack leaves people dead or hurt', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The blast left 79 dead.', ['fatalities 79']],
    ['A blast in Mach left three people dead and 12 injured.', ['fatalities 3', 'injuries 12']],
    ['Clashes in Parachinar broke out, leaving at least 11 people dead.', ['fatalities 11+']],
    ['The ambush left two policemen martyred.', ['fatalities 2 security-forces']],
    ['A grenade left a boy wounded in Khuzdar.', ['injuries 1']],
    ['The storming of the post left four attackers dead.', ['fatalities 4 militants']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The convoy left two soldiers at the post.',
    'Three people left for Quetta on Sunday.',
    'The blast left 40 houses in ruins.',
    'The raid left the village deserted.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('resultative: shot them dead, took them hostage', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Gunmen shot three passengers dead near Mastung.', ['fatalities 3 civilians']],
    ['They stopped a bus and shot 23 of them dead.', ['fatalities 23']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'The men took nine hostages’ phones.',
    'Nine men took the road to Harnai.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('him: the one person the text speaks of', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Gunmen abducted a guard near Tank. They later killed him.', ['abductions 1', 'fatalities 1']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'Nobody knows who killed it.',
    'The wound hurt him for years.',
    'They killed it off.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});

describe('besides: the assailant is dead too, and apart', () => {
  test.for<readonly [string, readonly string[]]>([
    [
      'In addition to the assailant, at least one officer was killed.',
      ['fatalities 1 militants', 'fatalities 1+'],
    ],
    [
      'Apart from the bomber, two policemen were killed.',
      ['fatalities 1 militants', 'fatalities 2 security-forces'],
    ],
    ['Aside from the two attackers, three guards were killed.', ['fatalities 2 militants', 'fatalities 3']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for<readonly [string, readonly string[]]>([
    ['Apart from the post, two vehicles were hit.', []],
    ['Besides the police, two traders were killed.', ['fatalities 2 civilians']],
  ])('counts no attacker in %j', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });
});
