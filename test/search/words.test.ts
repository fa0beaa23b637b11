import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords } from '../../src/core/fold.ts';
import { printed } from '../../src/core/span.ts';
import { STOP_WORDS } from '../../src/search/stop-words.ts';
import { wordsIn } from '../../src/search/words.ts';

const folded = (text: string) => wordsIn(text).map(word => word.folded);
const stems = (text: string) => wordsIn(text).flatMap(word => word.stem ?? []);

test.for<[text: string, words: string[]]>([
  ['Quetta’s railway station', ['quetta', 'railway', 'station']],
  ["the soldiers' camp", ['the', 'soldiers', 'camp']],
  ['Jama’at-e-Islami', ['jamaat', 'e', 'islami']],
  ['Tehrik-i-Taliban', ['tehrik', 'i', 'taliban']],
  ['D.I. Khan', ['d', 'i', 'khan']],
  ['Türkiye, Türkiye', ['turkiye', 'turkiye']],
  ['1,612 people', ['1612', 'people']],
  ['November 9,2024', ['november', '9', '2024']],
  ['63.5 percent', ['63.5', 'percent']],
  ['in 2024.', ['in', '2024']],
  ['a 9mm pistol', ['a', '9mm', 'pistol']],
  ['killed—and', ['killed', 'and']],
  ['…!? “ ”', []],
])('"%s" holds the words %j', ([text, words]) => {
  expect(folded(text)).toEqual(words);
});

test.for<[text: string, found: string[]]>([
  ['the killing of those who were there', ['kill']],
  ['killed, kills, killing', ['kill', 'kill', 'kill']],
  ['explosions and explosion', ['explos', 'explos']],
  ['militants, militancy', ['milit', 'milit']],
  ['casualties', ['casualti']],
  ['May 2024', ['may', '2024']],
])('"%s" is found under %j', ([text, found]) => {
  expect(stems(text)).toEqual(found);
});

describe('spans', () => {
  test('each word’s span quotes it, in any stretch of any text', () => {
    const cut = fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(cut, ([text, a, b]) => {
        const stretch = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        let end = stretch.start;
        for (const word of wordsIn(text, stretch)) {
          expect(word.span.start).toBeGreaterThanOrEqual(end);
          expect(word.span.end).toBeLessThanOrEqual(stretch.end);
          expect(foldWords(printed(text, word.span)).join('')).toBe(word.folded);
          end = word.span.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('words are the folded words of names, apostrophes of every kind included', () => {
    const unit = fc.constantFrom('a', 'É', 'س', 'ʼ', 'ʿ', '’', "'", '`', '-', ' ', '.', '\u0301', 'ß', '한');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), text => {
        expect(folded(text)).toEqual(foldWords(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stop words', () => {
  test('each is a single folded word, listed once in alphabetical order', () => {
    const words = [...STOP_WORDS];
    expect(words).toEqual(words.toSorted());
    for (const word of words) expect(foldWords(word)).toEqual([word]);
  });

  test.for(['may', 'us', 'no', 'not', 'against', 'killed', 'two'])('"%s" is none of them', word => {
    expect(STOP_WORDS.has(word)).toBe(false);
  });
});
