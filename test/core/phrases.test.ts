import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords } from '../../src/core/fold.ts';
import { phraseTable } from '../../src/core/phrases.ts';

describe('names are folded to words', () => {
  test.for<[string, string[]]>([
    ['Quetta', ['quetta']],
    ['D.I. Khan', ['d', 'i', 'khan']],
    ['Sana’a', ['sanaa']],
    ["Sana'a", ['sanaa']],
    ['Tehrik-i-Taliban', ['tehrik', 'i', 'taliban']],
    ['Türkiye', ['turkiye']],
    ['Kāmdēsh', ['kamdesh']],
    ['M23', ['m23']],
    ['–', []],
    ['', []],
  ])('%s', ([name, words]) => {
    expect(foldWords(name)).toEqual(words);
  });
});

test('the longest name that starts at a word is found, and no other', () => {
  const word = fc.constantFrom('dera', 'ismail', 'khan', 'upper', 'dir');
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 8 }), fc.array(word, { maxLength: 10 }), (names, text) => {
      const table = phraseTable(names.map(name => [name.join(' '), name.join(' ')] as const));
      for (let from = 0; from <= text.length; from++) {
        const fits = names.filter(name => name.every((part, at) => text[from + at] === part));
        const length = Math.max(0, ...fits.map(name => name.length));
        const found = table.longestAt(text, from);
        expect(found).toEqual(
          length === 0 ? null : { length, values: [text.slice(from, from + length).join(' ')] },
        );
      }
    }),
  );
});

test('one value under two spellings of a name stands once', () => {
  expect(
    phraseTable([
      ['Dera-Ismail', 1],
      ['dera ismail', 1],
    ]).named('Dera Ismail'),
  ).toEqual([1]);
});
