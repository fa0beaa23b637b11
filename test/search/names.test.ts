import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNameIndex } from '../../src/search/names.ts';
import type { Name, NameKind } from '../../src/search/ports.ts';

const name = (kind: NameKind, id: string, shown: string, weight = 0, ...aliases: string[]): Name => ({
  kind,
  id,
  name: shown,
  aliases,
  weight,
});

const NAMES: readonly Name[] = [
  name('place', 'quetta', 'Quetta', 9),
  name('place', 'balochistan', 'Balochistan', 12, 'Baluchistan'),
  name('place', 'khuzdar', 'Khuzdar', 3),
  name('place', 'peshawar', 'Peshawar', 4),
  name('place', 'kp', 'Khyber Pakhtunkhwa', 8, 'KP', 'KPK', 'NWFP'),
  name('place', 'khyber', 'Khyber', 1),
  name('place', 'dik', 'Dera Ismail Khan', 2, 'D.I. Khan', 'DI Khan'),
  name('place', 'dgk', 'Dera Ghazi Khan', 2),
  name('place', 'khanewal', 'Khanewal', 0),
  name('place', 'bara', 'Bara', 0),
  name('place', 'barai', 'Barai', 5),
  name('place', 'turkey', 'Türkiye', 0, 'Turkey'),
  name('group', 'ttp', 'Tehrik-i-Taliban Pakistan', 6, 'TTP', 'Pakistani Taliban'),
  name('group', 'bla', 'Balochistan Liberation Army', 5, 'BLA'),
  name('victims', 'soldiers', 'soldiers', 0),
  name('place', 'solhan', 'Solhan', 0),
  name('body', 'picss', 'PICSS', 7, 'Pakistan Institute for Conflict and Security Studies'),
];

const index = createNameIndex(NAMES);
const shown = (names: readonly Name[]) => names.map(one => one.name);

describe('complete', () => {
  test.for<[claim: string, prefix: string, kinds: NameKind[], names: string[]]>([
    [
      'a beginning, more of it in the corpus first',
      'kh',
      ['place'],
      ['Khyber Pakhtunkhwa', 'Khuzdar', 'Khyber', 'Dera Ghazi Khan', 'Dera Ismail Khan', 'Khanewal'],
    ],
    [
      'a whole name before longer ones with more weight',
      'khyber',
      ['place'],
      ['Khyber', 'Khyber Pakhtunkhwa'],
    ],
    ['a whole alias before beginnings', 'kp', ['place'], ['Khyber Pakhtunkhwa']],
    ['several words, the last one begun', 'dera is', ['place'], ['Dera Ismail Khan']],
    ['equal weights by name', 'dera', ['place'], ['Dera Ghazi Khan', 'Dera Ismail Khan']],
    [
      'what the corpus holds before what it does not, however it begins',
      'khan',
      ['place'],
      ['Dera Ghazi Khan', 'Dera Ismail Khan', 'Khanewal'],
    ],
    ['words that can always be asked before far places', 'sol', ['place', 'victims'], ['soldiers', 'Solhan']],
    ['a later word, after all that begin so', 'khy', ['place'], ['Khyber Pakhtunkhwa', 'Khyber']],
    ['what the corpus holds before a whole name that it does not', 'bara', ['place'], ['Barai', 'Bara']],
    ['accents and case do not matter', 'TÜRK', ['place'], ['Türkiye']],
    ['dots and hyphens do not matter', 'd. i. kh', ['place'], ['Dera Ismail Khan']],
    ['the kinds asked for and no others', 'bal', ['group'], ['Balochistan Liberation Army']],
    ['several kinds together', 'bal', ['group', 'place'], ['Balochistan', 'Balochistan Liberation Army']],
    ['no kind, no name', 'bal', [], []],
    ['nothing for the inside of a word', 'etta', ['place'], []],
    [
      'nothing typed: all, more of it in the corpus first',
      '',
      ['group', 'body'],
      ['PICSS', 'Tehrik-i-Taliban Pakistan', 'Balochistan Liberation Army'],
    ],
  ])('%s', ([, prefix, kinds, names]) => {
    expect(shown(index.complete(prefix, kinds, 9))).toEqual(names);
  });

  test('no more than the limit', () => {
    expect(shown(index.complete('kh', ['place'], 2))).toEqual(['Khyber Pakhtunkhwa', 'Khuzdar']);
  });
});

describe('named', () => {
  test.for<[claim: string, typed: string, kinds: NameKind[], names: string[]]>([
    ['what the corpus speaks of', 'barai', ['place'], ['Barai']],
    ['by any of its spellings, case and accents aside', 'NWFP', ['place'], ['Khyber Pakhtunkhwa']],
    ['of the kinds asked for alone', 'TTP', ['place'], []],
    ['and nothing that the corpus is silent on', 'Bara', ['place'], []],
    ['and no beginning of a name', 'Khyb', ['place'], []],
  ])('finds %s', ([, typed, kinds, names]) => expect(shown(index.named(typed, kinds))).toEqual(names));
});

describe('nearest', () => {
  test.for<[claim: string, typed: string, names: string[]]>([
    ['a letter left out', 'Queta', ['Quetta']],
    ['a vowel left out', 'Balochstan', ['Balochistan']],
    ['two letters wrong in a long name', 'Belochstan', ['Balochistan']],
    ['a vowel left out at the end', 'khuzdr', ['Khuzdar']],
    ['a vowel left out in the middle', 'Peshwar', ['Peshawar']],
    ['two letters swapped', 'Peshawra', ['Peshawar']],
    ['two letters swapped in a short name', 'Quteta', ['Quetta']],
    ['a slip in one of several words', 'dera ismial khan', ['Dera Ismail Khan']],
    ['a blank left out', 'dera ismailkhan', ['Dera Ismail Khan']],
    ['a slip in an alias', 'Baluchistn', ['Balochistan']],
    ['the name itself before nearer weights', 'bara', ['Bara', 'Barai']],
    ['an accent is no slip', 'Turkiye', ['Türkiye']],
    ['nothing far for three letters', 'kpp', []],
    ['three letters that are right', 'kpk', ['Khyber Pakhtunkhwa']],
    ['nothing two slips away for five letters', 'brrri', []],
    ['nothing three slips away', 'Pashavrr', []],
    ['nothing for what is no name at all', 'cricket', []],
    ['nothing for signs alone', '?!', []],
  ])('%s: "%s"', ([, typed, names]) => {
    expect(shown(index.nearest(typed, ['place'], 9))).toEqual(names);
  });

  test('the kinds asked for and no others', () => {
    expect(shown(index.nearest('PICS', ['place', 'group'], 9))).toEqual([]);
    expect(shown(index.nearest('PICS', ['body'], 9))).toEqual(['PICSS']);
  });

  test('no more than the limit', () => {
    expect(shown(index.nearest('bara', ['place'], 1))).toEqual(['Bara']);
  });
});

test('the order in which names are given changes no answer', () => {
  const anyName = fc.record({
    kind: fc.constantFrom<NameKind>('place', 'group'),
    name: fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 6 }),
    aliases: fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 }), { maxLength: 2 }),
    weight: fc.nat(2),
  });
  const shuffled = fc
    .array(anyName, { maxLength: 12 })
    .map(list => list.map((one, i) => ({ ...one, id: `${i}` })))
    .chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(
      shuffled,
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 }),
      ([list, other], typed) => {
        const [one, two] = [createNameIndex(list), createNameIndex(other)];
        expect(two.complete(typed, ['place'], 5)).toEqual(one.complete(typed, ['place'], 5));
        expect(two.nearest(typed, ['place'], 5)).toEqual(one.nearest(typed, ['place'], 5));
      },
    ),
  );
});
