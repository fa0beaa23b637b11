import { describe, expect, test } from 'vitest';
import { actors } from '../facts.ts';

/** All sentences here are made up; places and groups are real. */
const told = (text: string) => `A bomb killed two people in Quetta on Thursday. ${text}`;

describe('who did it, and how sure the text is', () => {
  test.for<readonly [string, readonly string[]]>([
    ['The TTP claimed responsibility for the attack.', ['ttp claimed']],
    ['The Baloch Liberation Army (BLA) claimed the attack.', ['bla claimed']],
    ['The BLA is suspected to be behind the attack.', ['bla suspected']],
    ['Suspected TTP militants carried out the attack.', ['ttp suspected']],
    ['The attack was carried out by the BLA.', ['bla blamed']],
    ['TTP fighters stormed the post.', ['ttp blamed']],
    ['The Islamic State Khorasan claimed responsibility.', ['iskp claimed']],
    ['Pakistani Taliban claimed responsibility for it.', ['ttp claimed']],
    ['The attack was claimed by the BLA.', ['bla claimed']],
    ['Responsibility was claimed by the Baloch Liberation Front in a statement.', ['blf claimed']],
    ['Police blamed the TTP.', ['ttp blamed by police']],
    ['Officials accused the TTP of the attack.', ['ttp blamed by officials']],
    ['The TTP was blamed for the attack.', ['ttp blamed']],
    ['Investigators believe the BLA was behind it.', ['bla suspected by investigators']],
    ['The attack bore the hallmarks of the BLA.', ['bla suspected']],
  ])('%s', ([text, expected]) => {
    expect(actors(told(text))).toEqual(expected);
  });

  test.for([
    'No group claimed responsibility for the attack.',
    'The TTP denied that it had a hand in the attack.',
    'The Afghan Taliban condemned the attack.',
    'The TTP was founded in 2007.',
    'The army said it killed two TTP militants near Wana.',
    'The state calls the group Fitna al-Khawarij.',
    'Talks with the TTP go on.',
    'No group has claimed it, but the TTP has carried out similar attacks in the past.',
    'There was no claim of responsibility. The BLA often attacks soldiers in the province.',
    'The BLA has been blamed for similar attacks in the province.',
    'The TTP distanced itself from the attack.',
    'The Taliban have stepped up attacks since 2021.',
    'Pakistan accuses Kabul of sheltering the TTP, which the Afghan Taliban deny.',
  ])('nobody did it by %j', text => {
    expect(actors(told(text))).toEqual([]);
  });
});

describe('in the sentence that tells of it', () => {
  test.for<readonly [string, readonly string[]]>([
    ['TTP militants attacked a post near Wana on Thursday, killing two soldiers.', ['ttp blamed']],
    ['Suspected militants of the BLA killed two policemen in Kalat on Thursday.', ['bla suspected']],
    ['Security forces killed four TTP militants in Wana on Thursday.', []],
    ['Gunmen killed two policemen in Kalat on Thursday.', []],
  ])('%s', ([text, expected]) => {
    expect(actors(text)).toEqual(expected);
  });
});
