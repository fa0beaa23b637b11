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
