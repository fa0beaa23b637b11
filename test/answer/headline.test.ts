import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from '../../src/answer/headline.ts';

test.for<[text: string, most: number, short: string]>([
  ['A market burned', 40, 'A market burned'],
  ['A market burned in the night', 15, 'A market…'],
  ['A market burned in the night', 16, 'A market burned…'],
  ['A market, burned in the night', 11, 'A market…'],
  ['Unbreakable', 5, 'Unbre…'],
])('“%s” in %i letters is “%s”', ([text, most, short]) => expect(shortened(text, most)).toBe(short));

test('what is cut begins the text, and is no longer than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const short = shortened(text, most);
      expect(short.length).toBeLessThanOrEqual(Math.max(most + 1, Math.min(text.length, most)));
      expect(short.isWellFormed() || !text.isWellFormed()).toBe(true);
    }),
  );
});
