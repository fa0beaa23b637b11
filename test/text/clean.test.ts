import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/text/clean.ts';

describe('cleaning', () => {
  test.for<[claim: string, text: string, clean: string]>([
    ['leaves plain text alone', 'Five killed.\n\n\tTwo hurt.', 'Five killed.\n\n\tTwo hurt.'],
    ['ends lines one way', 'a\r\nb\rc\u2028d\u2029e\u0085f\fg\vh', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['makes every blank a plain one', 'a\u00a0b\u2009c\u3000d\u202fe', 'a b c d e'],
    ['takes out control characters', 'a\u0000b\u001b[31mc\u007fd\u009be', 'ab[31mcde'],
    ['takes out marks of direction', '\u202eabc\u202c \u2066d\u2069 \u200fe\u061c', 'abc d e'],
    ['takes out soft hyphens', 'ex\u00adplo\u00adsion', 'explosion'],
    ['takes out blanks of no width', 'Que\u200btta\ufeff \u2060Bannu', 'Quetta Bannu'],
    ['composes accents', 'Bogota\u0301', 'Bogotá'],
    ['composes accents that a joiner parted', 'a\u200d\u0301', 'á'],
    ['keeps the joiner of Urdu and Persian', 'می\u200cروند', 'می\u200cروند'],
    ['keeps one joiner of several', 'می\u200c\u200cروند', 'می\u200cروند'],
    ['keeps the joiner of Hindi', 'क्\u200dष', 'क्\u200dष'],
    ['keeps the joiner of emoji', '👩🏽\u200d🚒 🏳️\u200d🌈', '👩🏽\u200d🚒 🏳️\u200d🌈'],
    ['takes joiners out of English', 'kil\u200cled\u200d', 'killed'],
    ['replaces half a character', 'a\ud800b', 'a\ufffdb'],
  ])('%s', ([, text, clean]) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('done twice is done once, on any text', () => {
    const odd = fc.constantFrom(
      ...['\u200c', '\u200d', '\u0301', '\u202e', 'ی', 'क', '्', '👩', '\ufe0f', '\r', '\n', '\u00a0', 'a'],
    );
    const text = fc
      .array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 4 })))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, each => {
        const clean = cleanText(each);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});
