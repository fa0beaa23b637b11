import { describe, expect, test } from 'vitest';
import { facts } from '../facts.ts';

/** All sentences here are made up; places are real. */
describe('an explicit zero', () => {
  test.for<readonly [string, readonly string[]]>([
    ['No casualties were reported.', ['fatalities 0', 'injuries 0']],
    ['There were no casualties in the blast near Hub.', ['fatalities 0', 'injuries 0']],
    ['A bomb was defused in Quetta; no injuries were reported.', ['injuries 0']],
    ['No fatalities were reported in Zhob.', ['fatalities 0']],
    ['Nobody was hurt.', ['fatalities 0', 'injuries 0']],
    ['No one was killed in the blast.', ['fatalities 0']],
    ['No one was injured in the blast.', ['injuries 0']],
    ['No vaccinator was harmed in Bajaur.', ['injuries 0 civilians']],
    ['None of the passengers was injured.', ['injuries 0 civilians']],
    ['The guards beat back the attack without loss.', ['fatalities 0']],
    ['The police reported no loss of life.', ['fatalities 0']],
    ['No soldiers were killed.', ['fatalities 0 security-forces']],
  ])('%s', ([text, expected]) => {
    expect(facts(text)).toEqual(expected);
  });

  test.for([
    'No group has claimed the attack.',
    'Nobody claimed responsibility for it.',
    'Never before was the pass shut.',
    'The blast was heard without warning.',
    'There is no doubt about who did it.',
    'An attack took place in Quetta on Monday.',
    'It is not known whether there were casualties.',
    'Casualties are feared.',
    'Not all casualties were named.',
    'The number of casualties is not yet known.',
  ])('silence is no zero in %j', text => {
    expect(facts(text)).toEqual([]);
  });

  test('an unknown number is unknown, and no zero', () => {
    expect(facts('An unknown number of people were injured in Kohlu.')).toEqual(['injuries ?']);
  });
});
