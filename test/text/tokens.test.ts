import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/text/tokens.ts';

const texts = (text: string): string[] => tokenize(text).map(token => token.text);

describe('what is one token', () => {
  test.for<readonly [string, readonly string[]]>([
    ['car-bomb', ['car', '-', 'bomb']],
    ['24-year-old', ['24', '-', 'year', '-', 'old']],
    ['2,600-kilometer', ['2,600', '-', 'kilometer']],
    ["Pakistan's army", ['Pakistan', "'s", 'army']],
    ['Pakistan’s army', ['Pakistan', '’s', 'army']],
    ["traders' union", ['traders', "'", 'union']],
    ["Jama'at", ["Jama'at"]],
    ['Jama’at', ['Jama’at']],
    ["didn't", ["didn't"]],
    ["Da'esh", ["Da'esh"]],
    ['9mm', ['9', 'mm']],
    ['2,500', ['2,500']],
    ['1,00,000', ['1,00,000']],
    ['5.4', ['5.4']],
    ['45.', ['45', '.']],
    ['12,', ['12', ',']],
    ['10:44', ['10', ':', '44']],
    ['$60', ['$', '60']],
    ['63%', ['63', '%']],
    ['785“terrorist”', ['785', '“', 'terrorist', '”']],
    ['a.m.', ['a', '.', 'm', '.']],
    ['Türkiye', ['Türkiye']],
    ['Tu\u0308rkiye', ['Tu\u0308rkiye']],
    ['خیبر', ['خیبر']],
    ['', []],
    ['   ', []],
  ])('%s', ([text, expected]) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('what is said of a token', () => {
  test.for<readonly [string, string, string]>([
    ['Türkiye', 'word', 'turkiye'],
    ["Jama'at", 'word', 'jamaat'],
    ['ISPR', 'word', 'ispr'],
    ['2,500', 'number', '2,500'],
    ['–', 'mark', '–'],
  ])('%s is a %s and compares as %s', ([text, kind, folded]) => {
    expect(tokenize(text)[0]).toMatchObject({ kind, folded });
  });

  test('a capital is a capital first letter', () => {
    expect(tokenize('The Army of éCole Ü 9').map(token => token.capital)).toEqual([
      ...[true, true, false, false, true, false],
    ]);
  });

  test('joined is what follows without a blank', () => {
    expect(tokenize('a 9mm 24-year').map(token => [token.text, token.joined])).toEqual([
      ['a', false],
      ['9', false],
      ['mm', true],
      ['24', false],
      ['-', true],
      ['year', true],
    ]);
  });

  test('spans count in the whole text', () => {
    const text = 'One. Two soldiers died.';
    const tokens = tokenize(text, 5, 17);
    expect(tokens.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Two', 'soldiers']);
  });
});

test('tokens quote their text, in order, without overlap, and leave out only blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      let at = 0;
      for (const { span, text: printed } of tokenize(text)) {
        expect(text.slice(span.start, span.end)).toBe(printed);
        expect(text.slice(at, span.start).trim()).toBe('');
        expect(span.start).toBeGreaterThanOrEqual(at);
        at = span.end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});
