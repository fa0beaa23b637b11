import { describe, expect, test } from 'vitest';
import { peopleAt } from '../../../src/extract/units/people.ts';
import { lineOf } from '../../../src/extract/units/words.ts';
import { tokenize } from '../../../src/text/tokens.ts';
import { size } from '../facts.ts';
import { knowledge } from '../knowledge.ts';

/** "form size side noun | the words it takes" of the people at the first word; "-" is unknown. */
const read = (text: string): string | null => {
  const line = lineOf(tokenize(text));
  const people = peopleAt(line, 0, knowledge);
  if (people === null) return null;
  const { form, quantity, side, noun, to } = people;
  const taken = text.slice(0, line.words[to - 1]?.span.end);
  return `${form} ${quantity === null ? '-' : size(quantity)} ${side ?? '-'} ${noun ?? '-'} | ${taken}`;
};

/** All phrases are made up. */
describe('people in print', () => {
  test.for<readonly [string, string]>([
    ['five soldiers were killed', 'counted 5 security-forces soldier | five soldiers'],
    ['at least 14 people died', 'counted 14+ - person | at least 14 people'],
    ['two police officers were hurt', 'counted 2 security-forces police officer | two police officers'],
    [
      'three security officials died',
      'counted 3 security-forces security official | three security officials',
    ],
    [
      'three government officials died',
      'counted 3 civilians government official | three government officials',
    ],
    ['six Taliban fighters died', 'counted 6 militants fighter | six Taliban fighters'],
    ['six TTP militants died', 'counted 6 militants militant | six TTP militants'],
    [
      'ten members of the security forces died',
      'counted 10 security-forces member | ten members of the security forces',
    ],
    ['four men of the Frontier Corps died', 'counted 4 security-forces man | four men of the Frontier Corps'],
    [
      'two Frontier Corps (FC) soldiers died',
      'counted 2 security-forces soldier | two Frontier Corps (FC) soldiers',
    ],
    ['two Chinese engineers died', 'counted 2 civilians engineer | two Chinese engineers'],
    ['two wounded soldiers died', 'counted 2 security-forces soldier | two wounded soldiers'],
    ['dozens of civilians died', 'counted 24+? civilians civilian | dozens of civilians'],
    ['three women died', 'counted 3 - woman | three women'],
    ['five members of a family died', 'counted 5 - member | five members'],
    ['a policeman was killed', 'one 1 security-forces policeman | a policeman'],
    ['an army officer was killed', 'one 1 security-forces army officer | an army officer'],
    ['a 24-year-old man was killed', 'one 1 - man | a 24-year-old man'],
    ['another soldier was killed', 'one 1 security-forces soldier | another soldier'],
    ['the officer was killed', 'definite 1 - officer | the officer'],
    ['his brother was killed', 'definite 1 - brother | his brother'],
    ['both attackers were killed', 'definite 2 militants attacker | both attackers'],
    ['the attackers fled', 'bare - militants attacker | the attackers'],
    ['civilians fled', 'bare - civilians civilian | civilians'],
    ['31 were killed', 'elliptic 31 - - | 31'],
    ['three others were hurt', 'elliptic 3 - - | three others'],
    ['nine of them died', 'elliptic 9 - - | nine'],
    ['nine of the soldiers died', 'counted 9 security-forces soldier | nine of the soldiers'],
  ])('%s', ([text, expected]) => {
    expect(read(text)).toBe(expected);
  });

  test.for([
    ...['five trucks were hit', 'two villages were shelled', '22 vehicles burned', 'a truck was hit'],
    ...['the convoy was hit', 'both posts were hit', 'a 2,600-kilometer border', '$5 million', 'three days'],
    ...['attack killed two', '“five', ', five soldiers', 'killed five soldiers', 'the blast', 'a blast'],
    ...['its lowest', 'their toll', 'a dozen houses', ''],
  ])('nobody stands at the start of %j', text => {
    expect(read(text)).toBeNull();
  });
});
