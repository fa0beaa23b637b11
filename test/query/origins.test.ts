import { expect, test } from 'vitest';
import { isCopy, originsOf } from '../../src/query/origins.ts';
import { shingles } from '../../src/text/shingles.ts';

// Made up.
const WIRE =
  'At least nine people were killed when a bomb hidden in a bicycle went off outside the vegetable market of Quetta on Sunday afternoon, doctors said.';
const EDITED =
  'At least nine people were killed when a bomb concealed in a bicycle went off outside the vegetable market of Quetta on Sunday, doctors said.';
const OWN =
  'The vegetable market in Quetta was struck by a blast on Sunday; police put the number of dead at seven and said that a bicycle had been used.';

test('an edited wire story is a copy', () => expect(isCopy(shingles(WIRE), shingles(EDITED))).toBe(true));

test('an account in other words is none', () => expect(isCopy(shingles(WIRE), shingles(OWN))).toBe(false));

test('one word of one body is one origin, however often printed', () => {
  const testimonies = [
    { body: 'crss', article: 'a', passage: WIRE },
    { body: 'crss', article: 'b', passage: OWN },
    { body: null, article: 'c', passage: EDITED },
    { body: 'police', article: 'd', passage: 'Nothing alike.' },
  ];
  expect(originsOf(testimonies).map(group => group.map(each => each.article))).toEqual([
    ['a', 'b', 'c'],
    ['d'],
  ]);
});

test('two sources in one article are two origins', () => {
  const testimonies = [
    { body: 'police', article: 'a', passage: WIRE },
    { body: 'hospital', article: 'a', passage: WIRE },
  ];
  expect(originsOf(testimonies)).toHaveLength(2);
});
