import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberAt, numberOf, ordinalOf } from '../../src/text/numbers.ts';

const read = (text: string, from = 0) => numberAt(text.split(' '), from);

describe('a number in words', () => {
  test.for<readonly [string, number, number]>([
    ['zero', 0, 1],
    ['one', 1, 1],
    ['nineteen killed', 19, 1],
    ['twenty', 20, 1],
    ['thirty one soldiers', 31, 2],
    ['ninety nine', 99, 2],
    ['a dozen people', 12, 2],
    ['two dozen people', 24, 2],
    ['three score', 60, 2],
    ['a hundred', 100, 2],
    ['one hundred and five', 105, 4],
    ['a hundred and twenty one men', 121, 5],
    ['two hundred', 200, 2],
    ['two hundred fifty', 250, 3],
    ['one thousand two hundred', 1200, 4],
    ['one thousand and one', 1001, 4],
    ['twelve hundred', 1200, 2],
    ['a lakh', 100_000, 2],
    ['two lakh', 200_000, 2],
    ['one crore', 10_000_000, 2],
    ['three million', 3_000_000, 2],
    ['two hundred thousand', 200_000, 3],
    ['an hundred', 100, 2],
  ])('%s is %s in %s words', ([text, value, length]) => {
    expect(read(text)).toEqual({ value, length });
  });

  test.for<readonly [string, number, number]>([
    ['two three', 2, 1],
    ['ten five', 10, 1],
    ['twenty ten', 20, 1],
    ['twenty thirty', 20, 1],
    ['two and three', 2, 1],
    ['two hundred and three hundred', 200, 2],
    ['two hundred and soldiers', 200, 2],
    ['two hundred and', 200, 2],
    ['twenty zero', 20, 1],
  ])('%s ends after its first number', ([text, value, length]) => {
    expect(read(text)).toEqual({ value, length });
  });

  test.for([
    ...[
      'a',
      'an',
      'a soldier',
      'and',
      'and two',
      'hundred',
      'dozen',
      'dozens',
      'hundreds',
      'a score',
      'score',
    ],
    ...['first', 'third', 'once', 'someone', 'ones', 'tens', 'none', ''],
  ])('%j is no number', text => {
    expect(read(text)).toBeNull();
  });

  test('counts from the word it is asked about', () => {
    expect(read('killed thirty one soldiers', 1)).toEqual({ value: 31, length: 2 });
    expect(read('killed thirty one soldiers', 3)).toBeNull();
    expect(read('killed', 7)).toBeNull();
  });

  test('takes at least one word, and never more than there are', () => {
    const words = fc.constantFrom(
      'a',
      'one',
      'two',
      'ten',
      'twenty',
      'dozen',
      'hundred',
      'lakh',
      'and',
      'men',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), list => {
        const found = numberAt(list, 0);
        if (found === null) return;
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(list.length);
        expect(Number.isInteger(found.value)).toBe(true);
        expect(numberAt(list.slice(0, found.length), 0)).toEqual(found);
      }),
    );
  });
});

describe('an ordinal', () => {
  test.for<readonly [string, number]>([
    ['first', 1],
    ['third', 3],
    ['twelfth', 12],
    ['twentieth', 20],
    ['1st', 1],
    ['22nd', 22],
    ['31st', 31],
  ])('%s is %s', ([word, value]) => {
    expect(ordinalOf(word)).toBe(value);
  });

  test.for(['one', '1', 'firstly', '267th', 'th', 'last', ''])('%j is none', word => {
    expect(ordinalOf(word)).toBeNull();
  });
});

describe('a number as digits or words', () => {
  test.for<readonly [string, number]>([
    ['3', 3],
    ['1612', 1612],
    ['three', 3],
    ['Three', 3],
    ['twenty-one', 21],
    ['forty-eight', 48],
    ['two dozen', 24],
  ])('%s is %s', ([text, value]) => {
    expect(numberOf(text)).toBe(value);
  });

  test.for(['', 'a', 'dozens', 'three men', '12345', '1,612', '-3', '3.5', 'third'])('%j is none', text => {
    expect(numberOf(text)).toBeNull();
  });

  test('digits up to four mean what they print', () => {
    fc.assert(fc.property(fc.nat(9999), value => numberOf(String(value)) === value));
  });
});
