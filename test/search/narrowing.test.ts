import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phraseTable } from '../../src/core/phrases.ts';
import { holdsPhrase } from '../../src/search/phrase.ts';
import { parseQuery } from '../../src/search/query.ts';
import { sentencesWith } from '../../src/search/sequence.ts';
import { cutUp } from '../../src/search/shelf.ts';
import { unitsOf } from '../../src/search/terms.ts';
import type { Word } from '../../src/search/words.ts';
import { keep } from '../store/keep.ts';
import { reading } from '../store/made-up.ts';
import { articleOf, EVERYTHING, NO_NAMES, searchIn, searchOver, storeOver } from './made-up.ts';

const names = phraseTable([
  ['BLA', 'bla'],
  ['Balochistan Liberation Army', 'bla'],
  ['Balochistan', 'pk/balochistan'],
  ['Army', 'army'],
  ['the Blast', 'blast'],
]);

type Made = ReturnType<typeof articleOf>;

/** Whether an article has what a question asks for as typed, and nothing that it leaves out: by its words alone. */
const admits = (typed: string, { article, sentences }: Made): boolean => {
  const { phrases, excluded } = parseQuery(typed);
  const read = cutUp(article, sentences, names);
  const held = new Set([read.title, ...read.sentences].flatMap(({ terms }) => terms.map(({ term }) => term)));
  const lacks = (words: readonly Word[]): boolean => {
    const [first, ...more] = unitsOf(words, names);
    if (first === undefined) return true;
    if (more.length > 0)
      return [read.title, ...read.sentences].every(part => !holdsPhrase(part.words, words));
    const stem = first.words.length === 1 ? first.words[0]?.stem : null;
    return ![...first.named, stem ?? ''].some(term => held.has(term));
  };
  return (
    phrases.every(phrase => read.sentences.some(({ words }) => holdsPhrase(words, phrase))) &&
    excluded.every(lacks)
  );
};

const word = fc.constantFrom('blast', 'blasts', 'Balochistan', 'Liberation', 'Army', 'BLA', 'the', '1,612');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map(list => list.join(' '));
const lines = fc.array(
  fc.tuple(fc.constantFrom('', '', 'debris: '), words).map(parts => parts.join('')),
  { minLength: 1, maxLength: 3 },
);
const corpus = fc
  .array(fc.tuple(lines, fc.option(words)), { minLength: 1, maxLength: 8 })
  .map(list => list.map(([of, title], i) => articleOf(`a${i}`, of, title)));
const part = fc.oneof(
  words.map(list => `"${list}"`),
  words.map(list => `-"${list}"`),
  word.map(one => `-${one}`),
);
const typed = fc
  .tuple(fc.constantFrom('blast', 'BLA', 'Army'), fc.array(part, { minLength: 1, maxLength: 3 }))
  .map(([first, parts]) => [first, ...parts].join(' '));

describe('phrases and words left out', () => {
  test('leave exactly the articles that have them as typed, or do not', () => {
    fc.assert(
      fc.property(corpus, typed, (articles, asked) => {
        const search = searchOver(articles, names);
        const plain = asked.replace(/ -(?:"[^"]*"|\S+)/gu, '').replaceAll('"', ' ');
        const fitting = search
          .find(plain, 99, EVERYTHING)
          .map(hit => hit.article)
          .filter(id => articles.some(one => one.article.id === id && admits(asked, one)));
        const found = search.find(asked, 99, EVERYTHING).map(hit => hit.article);
        expect(found.toSorted()).toEqual(fitting.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test('some articles of these fit, and some do not', () => {
    const articles = fc.sample(fc.tuple(corpus, typed), { numRuns: 200, seed: 5 });
    const fits = articles.flatMap(([list, asked]) => list.map(one => admits(asked, one)));
    expect([fits.includes(true), fits.includes(false)]).toEqual([true, true]);
  });

  test('of a very long question the first words count', () => {
    const search = searchOver([articleOf('a', ['A made-up blast.'])]);
    const long = Array.from({ length: 70 }, (_, i) => `word${i}`).join(' ');
    expect(search.find(`blast ${long}`, 9, EVERYTHING)).toHaveLength(1);
    expect(search.find(`${long} blast`, 9, EVERYTHING)).toEqual([]);
  });
});

test.for<[claim: string, printed: number[], found: boolean]>([
  ['side by side', [9, 1, 2, 1, 3], true],
  ['with names between', [1, 7, 8, 2, 7, 1, 3], true],
  ['with another word between', [1, 2, 9, 1, 3], false],
  ['after a false start', [1, 2, 1, 2, 1, 3], true],
  ['in another order', [2, 1, 1, 3], false],
  ['not to the end', [1, 2, 1], false],
])('a sentence has its words in order %s: %s', ([, printed, found]) => {
  const sentence = { index: 4, different: 0, terms: Uint32Array.from(printed) };
  expect(sentencesWith([sentence], [1, 2, 1, 3], new Set([7, 8]))).toEqual(found ? [4] : []);
});

describe('where next to nothing exists for a question', () => {
  const MADE = 900;
  const made = Array.from({ length: MADE }, (_, i) => articleOf(`a${1000 + i}`, ['A made-up blast.']));
  const store = storeOver([]);
  keep(
    store,
    made.map(({ article, sentences }, i) => ({
      ...reading(article),
      sentences,
      terms: {
        title: [],
        sentences: [{ index: 0, terms: Array.from({ length: 1 + (i % 50) }, () => 'blast') }],
      },
    })),
  );
  const search = searchIn(store, NO_NAMES);

  test.for<[existing: string[]]>([
    [['a1000', 'a1899']],
    [['a1400']],
    [[]],
    [['gone']],
  ])('just that is found: %j', ([existing]) => {
    const asked: string[] = [];
    const visible = {
      has: (id: string) => {
        asked.push(id);
        return existing.includes(id);
      },
      all: () => existing,
    };
    const there = existing.filter(id => id !== 'gone');
    expect(new Set(search.find('blast', 9, visible).map(hit => hit.article))).toEqual(new Set(there));
    expect(asked.length).toBeLessThan(MADE);
    expect(new Set(search.ranked('blast', 9, visible))).toEqual(new Set(there));
    expect(search.holds('blast', visible)).toBe(there.length > 0);
  });
});
