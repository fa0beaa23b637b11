import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
describe('bomber: whoever blows himself up is dead', () => {
  test.for<readonly [string, readonly string[]]>([
    ['A suicide bomber detonated his vest near a mosque in Bannu.', ['fatalities 1 militants']],
    ['Two suicide bombers detonated their explosives in Kabul.', ['fatalities 2 militants']],
    [
      'A suicide bomber riding a motorcycle blew himself up near a convoy in Gwadar, killing nine.',
      ['fatalities 1 militants', 'fatalities 9'],
    ],
    ['Three attackers blew themselves up at the gate of a base in Khost.', ['fatalities 3 militants']],
    [
      'A suicide bomber in an explosives-laden car detonated at a school in Marib.',
      ['fatalities 1 militants'],
    ],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'A suicide bomber attempted to detonate his vest in Bannu but fled.',
    'Police arrested nobody after the bomb detonated in Bannu.',
    'Experts detonated two shells near Kohat.',
    'The militants detonated a roadside bomb near Mir Ali.',
    'A suicide bomber, officials believe, was on his way to Lahore.',
  ])('nothing is counted in %j', text => {
    expect(facts(text)).toEqual([]);
  });
});
