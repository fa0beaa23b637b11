import { describe, expect, test } from 'vitest';
import { extracted } from '../facts.ts';

/** All sentences here are made up; places are real. */
const figures = (text: string) => extracted(text).figures;

describe('a count over a stretch is an aggregate', () => {
  test.for([
    'At least 21 attacks have occurred in January alone.',
    'PICSS said that 117 people were killed in October 2024.',
    'Some 300 people were killed in Pakistan in 2024.',
    'At least 55 soldiers have been killed in the past three weeks in Pakistan.',
    'Since 2021, 900 policemen have been killed in Khyber Pakhtunkhwa.',
    'Balochistan reported 782 deaths in 2024.',
    'So far this year, 40 people have been killed in Sindh.',
    'CRSS recorded 722 deaths in the third quarter of 2024.',
    'More than 80,000 people have been killed in Pakistan since 2001.',
    'No fewer than 600 people were killed in Sudan in 2023.',
    'The fighting has cost more than 130 lives in Kurram since July.',
  ])('%s', text => {
    expect(figures(text).map(({ scope }) => scope)).toEqual(['aggregate']);
  });
});

describe('one happening is an incident', () => {
  test.for([
    'Two soldiers were killed in Quetta on Thursday.',
    'In a single attack on a railway station in Quetta on November 9, 14 soldiers were killed.',
    'A car bombing in Bannu on November 19 claimed the lives of 12 soldiers.',
    'A blast killed five people in Turbat.',
    'Gunmen killed a trader last night.',
    'A suicide attack in Peshawar in January 2023 killed 84 people.',
  ])('%s', text => {
    expect(figures(text).map(({ scope }) => scope)).toEqual(['incident']);
  });
});

describe('kind of happenings an aggregate counts', () => {
  test.for<readonly [string, string | null]>([
    ['PICSS said that 117 people were killed in militant attacks in October 2024.', 'militant-attacks'],
    [
      'PICSS said that 90 militants were killed in security operations in October 2024.',
      'security-operations',
    ],
    ['CRSS counted 900 deaths in terrorist attacks and counterterrorism operations in 2024.', 'both'],
    ['PICSS said that 117 people were killed in October 2024.', null],
  ])('%s', ([text, operations]) => {
    expect(figures(text).map(figure => figure.operations)).toEqual([operations]);
  });
});

describe('whose doing alone is counted', () => {
  test.for<readonly [string, string | null]>([
    ['PIPS said that attacks by the BLA caused 225 deaths in 2024.', 'bla'],
    ['PIPS said that raids in which the TTP took part caused 225 deaths in 2024.', 'ttp'],
    ['PIPS said that attacks caused 225 deaths in 2024.', null],
  ])('%s', ([text, actor]) => {
    expect(figures(text).map(figure => figure.actor)).toEqual([actor]);
  });
});
