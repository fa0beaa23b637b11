import { describe, expect, test } from 'vitest';
import { quantityAt } from '../../../src/extract/units/quantity.ts';
import { lineOf } from '../../../src/extract/units/words.ts';
import { tokenize } from '../../../src/text/tokens.ts';
import { size } from '../facts.ts';
import { knowledge } from '../knowledge.ts';

/** What starts at the first word, and the words it takes. */
const read = (text: string): string | null => {
  const line = lineOf(tokenize(text));
  const found = quantityAt(line, 0, knowledge.lexicon);
  if (found === null) return null;
  const taken = line.words.slice(0, found.length);
  return `${size(found.quantity)}${found.more ? ' more' : ''} | ${text.slice(0, taken.at(-1)?.span.end)}`;
};

describe('a count with its bound', () => {
  test.for<readonly [string, string]>([
    ['14 soldiers', '14 | 14'],
    ['fourteen soldiers', '14 | fourteen'],
    ['thirty-one soldiers', '31 | thirty-one'],
    ['1,612 deaths', '1612 | 1,612'],
    ['1,00,000 people', '100000 | 1,00,000'],
    ['2 million people', '2000000 | 2 million'],
    ['1.5 million people', '1500000 | 1.5 million'],
    ['three hundred people', '300 | three hundred'],
    ['two dozen men', '24 | two dozen'],
    ['a dozen men', '12 | a dozen'],
    ['half a dozen men', '6 | half a dozen'],
    ['a couple of men', '2 | a couple of'],
    ['at least 14 people', '14+ | at least 14'],
    ['no fewer than 14 people', '14+ | no fewer than 14'],
    ['more than 40 people', '>40 | more than 40'],
    ['over 40 people', '>40 | over 40'],
    ['upwards of 40 people', '>40 | upwards of 40'],
    ['up to 40 people', '≤40 | up to 40'],
    ['nearly 40 people', '≤40 | nearly 40'],
    ['fewer than 40 people', '≤40 | fewer than 40'],
    ['about 40 people', '~40 | about 40'],
    ['an estimated 40 people', '~40 | an estimated 40'],
    ['some 40 people', '~40 | some 40'],
    ['as many as 40 people', '40 | as many as 40'],
    ['a total of 40 people', '40 | a total of 40'],
    ['the 40 people', '40 | the 40'],
    ['all 40 people', '40 | all 40'],
    ['between 30 and 40 people', '30-40 | between 30 and 40'],
    ['30 to 40 people', '30-40 | 30 to 40'],
    ['30-40 people', '30-40 | 30-40'],
    ['two or three people', '2-3 | two or three'],
    ['ten or more people', '10+ | ten or more'],
    ['40-odd people', '~40 | 40-odd'],
    ['another five people', '5 more | another five'],
    ['five more people', '5 more | five more'],
    ['an additional 12 people', '12 more | an additional 12'],
    ['dozens of people', '24+? | dozens of'],
    ['scores of people', '40+? | scores of'],
    ['hundreds of people', '200+? | hundreds of'],
    ['several people', '3+? | several'],
    ['an unknown number of people', '? | an unknown number of'],
    ['zero people', '0 | zero'],
    ['2024 people', '2024 | 2024'],
  ])('%s is %s', ([text, expected]) => {
    expect(read(text)).toBe(expected);
  });

  test.for([
    ...[
      '63%',
      '63 percent',
      '66 per cent',
      '40 kilometres',
      '5 km',
      '9mm',
      '107mm rockets',
      '8 kg',
      '45 years',
    ],
    ...['24-year-old', '14 hours', '3 days', '10:44', '10 am', '8 pm', '5 rupees', '60 dollars', '3 times'],
    ...['2024', '1999', '2021 attack', '267th', '3rd', '1.5 people', 'between 30', 'between 40 and 30 men'],
    ...[
      'over the border',
      'at least',
      'more than he said',
      'another',
      'the soldiers',
      'a soldier',
      'nobody',
      '',
    ],
    ...['12 overs', '34 runs', '5 wickets', '30 points', '40 acres'],
  ])('%j is no count', text => {
    expect(read(text)).toBeNull();
  });

  test.for(['$60 billion', '£12', 'Rs 500', '#12', 'PKR 500'])('the number of %j is no count', text => {
    const line = lineOf(tokenize(text));
    const at = line.words.findIndex(word => word.kind === 'number');
    expect(at).toBeGreaterThan(0);
    expect(quantityAt(line, at, knowledge.lexicon)).toBeNull();
  });

  test('a number on the hyphen of a word belongs to its name', () => {
    const line = lineOf(tokenize('the N-25 highway'));
    expect(line.words[2]?.text).toBe('25');
    expect(quantityAt(line, 2, knowledge.lexicon)).toBeNull();
  });
});
