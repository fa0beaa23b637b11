import { expect, test } from 'vitest';
import { phraseTable } from '../../src/core/phrases.ts';
import { parseQuery, weightedTerms } from '../../src/search/query.ts';

const parsed = (typed: string) => {
  const { words, phrases, excluded } = parseQuery(typed);
  return {
    words: words.map(word => word.folded),
    phrases: phrases.map(list => list.map(word => word.folded)),
    excluded: excluded.map(list => list.map(word => word.folded)),
  };
};

test.for<[typed: string, words: string[], phrases: string[][], excluded: string[][]]>([
  ['railway station', ['railway', 'station'], [], []],
  ['"railway station" quetta', ['railway', 'station', 'quetta'], [['railway', 'station']], []],
  ['“railway station”', ['railway', 'station'], [['railway', 'station']], []],
  ['quetta -cricket', ['quetta'], [], [['cricket']]],
  ['quetta -"test match" -final', ['quetta'], [], [['test', 'match'], ['final']]],
  ['quetta -ied-laden', ['quetta'], [], [['ied', 'laden']]],
  ['Tehrik-i-Taliban', ['tehrik', 'i', 'taliban'], [], []],
  ['"railway station', ['railway', 'station'], [], []],
  ['railway" station', ['railway', 'station'], [], []],
  ['- "" -- ?', [], [], []],
  ['', [], [], []],
])('reads %s', ([typed, words, phrases, excluded]) => {
  expect(parsed(typed)).toEqual({ words, phrases, excluded });
});

const synonyms = phraseTable([
  ['TTP', 'ttp'],
  ['Tehrik-i-Taliban Pakistan', 'ttp'],
  ['Pakistan', 'pk'],
  ['Janikhel', 'pk/bannu/janikhel'],
  ['Janikhel', 'af/paktia/janikhel'],
  ['Nowhere Land', 'nowhere'],
]);

const weighed = (typed: string) =>
  Object.fromEntries(weightedTerms(parseQuery(typed).words, synonyms, term => term !== '=nowhere'));

test.for<[claim: string, typed: string, weights: Record<string, number>]>([
  [
    'a name of several words is one term',
    'attacks of the Tehrik-i-Taliban Pakistan',
    { attack: 1, '=ttp': 1 },
  ],
  ['a name of one word is also looked for as that word', 'TTP', { '=ttp': 1, ttp: 0.5 }],
  [
    'a name of several things is shared out',
    'Janikhel',
    { '=pk/bannu/janikhel': 0.5, '=af/paktia/janikhel': 0.5, janikhel: 0.5 },
  ],
  ['a name that no article holds is its words', 'nowhere land', { nowher: 1, land: 1 }],
  ['a word typed twice counts once', 'blast blasts', { blast: 1 }],
  ['stop words count nothing', 'what is the', {}],
])('%s', ([, typed, weights]) => {
  expect(weighed(typed)).toEqual(weights);
});
