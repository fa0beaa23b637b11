import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phraseTable } from '../../src/core/phrases.ts';
import { printed } from '../../src/core/span.ts';
import type { Visible } from '../../src/search/ports.ts';
import { NOW } from '../store/keep.ts';
import { articleOf, EVERYTHING, searchIn, searchOver, storeOver } from './made-up.ts';

const ARTICLES = [
  articleOf('station', [
    'headline: Blast at Quetta railway station',
    'A bomb went off on the platform of the Quetta railway station.',
    'Three railway workers were hurt, a doctor of the made-up hospital said.',
    'The Balochistan Liberation Army claimed the attack.',
  ]),
  articleOf('road', [
    'Unknown men fired at a convoy near Khuzdar in Balochistan.',
    'The BLA is blamed for the shooting.',
    'debris: Subscribe to our cricket newsletter',
  ]),
  articleOf('north', [
    'headline: Militants killed in Bannu operation',
    'The Tehrik-i-Taliban Pakistan said it had lost four fighters.',
    'Troops searched houses near the railway line and the bus station.',
    'repeat: Militants killed in Bannu operation',
  ]),
  articleOf('weather', ['Heavy rain closed the roads of Quetta for two days.'], 'Floods in the valley'),
  articleOf('empty', ['debris: Share this', 'repeat: Railway railway railway'], 'Railway'),
];

const names = phraseTable([
  ['BLA', 'bla'],
  ['Balochistan Liberation Army', 'bla'],
  ['TTP', 'ttp'],
  ['Tehrik-i-Taliban Pakistan', 'ttp'],
  ['Balochistan', 'pk/balochistan'],
  ['Quetta', 'pk/balochistan/quetta'],
]);

const search = searchOver(ARTICLES, names);
const textOf = (id: string) => ARTICLES.find(({ article }) => article.id === id)?.article.text ?? '';

/** Every article of this file but one. */
const without = (id: string): Visible => ({
  has: other => other !== id,
  all: () => ARTICLES.flatMap(({ article }) => (article.id === id ? [] : article.id)),
});

const found = (words: string, limit = 9, visible = EVERYTHING) =>
  search.find(words, limit, visible).map(hit => hit.article);

describe('find', () => {
  test.for<[claim: string, words: string, articles: string[]]>([
    ['words in any form', 'bombs', ['station']],
    ['some of the words are enough, more of them rank higher', 'railway workers', ['station', 'north']],
    ['a name leads to its other spellings', 'TTP', ['north']],
    [
      'both spellings of a group find the same, in the same order',
      'Balochistan Liberation Army',
      ['road', 'station'],
    ],
    ['a place is found inside no other name', 'balochistan', ['road', 'station']],
    ['a word of the title', 'floods', ['weather']],
    ['a slip of a key', 'railwey', ['station', 'north']],
    ['the beginning of a word', 'newslett', []],
    ['the beginning of a word that is readable', 'plat', ['station']],
    ['a year is never taken for another', '2024', []],
    ['debris is not read', 'cricket', []],
    ['stop words alone find nothing', 'what was the', []],
    ['signs alone find nothing', '?! -', []],
    ['nothing finds nothing', '', []],
    ['what nobody printed', 'submarine', []],
    ['a phrase must follow in order in one sentence', '"railway station"', ['station']],
    ['a phrase is not found across sentences', '"station a bomb"', []],
    ['a phrase is found as printed, not in another form', '"railway stations"', []],
    ['a phrase of stop words', '"for the"', ['road']],
    ['two phrases must both be there', '"railway station" "railway workers"', ['station']],
    ['a word left out', 'railway -bannu', ['station']],
    ['a word left out in another form', 'railway -bombing', ['north']],
    ['a phrase left out', 'railway -"bus station"', ['station']],
    ['a name left out in any spelling', 'railway -"Balochistan Liberation Army"', ['north']],
    ['a name left out by its acronym', 'balochistan -bla', []],
    ['a stop word left out leaves out nothing', 'bomb -the', ['station']],
    ['only words left out find nothing', '-bomb', []],
  ])('%s: %s', ([, words, articles]) => {
    expect(found(words)).toEqual(articles);
  });

  test('what does not exist for this question is not found', () => {
    expect(found('railway', 9, without('station'))).toEqual(['north']);
  });

  test('no more than the limit, the best ones', () => {
    expect(found('railway workers', 1)).toEqual(['station']);
  });

  test('what is not visible takes no place of what is', () => {
    expect(found('railway workers', 1, without('station'))).toEqual(['north']);
  });

  test('equal scores come by id', () => {
    const twins = searchOver(['b', 'c', 'a'].map(id => articleOf(id, ['A made-up blast.'])));
    const hits = twins.find('blast', 9, EVERYTHING);
    expect(hits.map(hit => hit.article)).toEqual(['a', 'b', 'c']);
    expect(new Set(hits.map(hit => hit.score)).size).toBe(1);
  });

  test('more articles than are read again all come, each once', () => {
    const many = Array.from({ length: 70 }, (_, i) => articleOf(`a${i}`, ['A made-up blast.', `Line ${i}.`]));
    const hits = searchOver(many).find('blast', 70, EVERYTHING);
    expect(new Set(hits.map(hit => hit.article)).size).toBe(70);
  });
});

describe('the best sentence', () => {
  const best = (words: string) =>
    search.find(words, 1, EVERYTHING).map(({ article, sentence, marks }) => ({
      sentence,
      marks: marks.map(mark => printed(textOf(article), mark)),
    }))[0];

  test.for<[words: string, sentence: number, marks: string[]]>([
    ['railway workers', 2, ['railway', 'workers']],
    ['platform bombs', 1, ['bomb', 'platform']],
    ['bla claims', 3, ['Balochistan Liberation Army', 'claimed']],
    ['ttp', 1, ['Tehrik-i-Taliban Pakistan']],
    ['"railway line" operation', 2, ['railway line']],
    ['floods', 0, []],
    ['railwey platform', 1, ['platform', 'railway']],
  ])('of "%s" is number %i, with its words marked', ([words, sentence, marks]) => {
    expect(best(words)).toEqual({ sentence, marks });
  });
});

describe('landing and withdrawing', () => {
  test('what was withdrawn is not found, and the rest ranks as if it had never been there', () => {
    const store = storeOver(ARTICLES, names);
    store.withdraw('north', NOW, 'Made up.');
    const changed = searchIn(store, names);
    const never = searchOver(
      ARTICLES.filter(({ article }) => article.id !== 'north'),
      names,
    );
    for (const words of ['railway', 'quetta', 'TTP', 'balochistan station'])
      expect(changed.find(words, 9, EVERYTHING)).toEqual(never.find(words, 9, EVERYTHING));
  });

  test('the same id again replaces what was found before', () => {
    const changed = searchOver([articleOf('a', ['A made-up blast.']), articleOf('a', ['A made-up strike.'])]);
    expect(changed.find('blast', 9, EVERYTHING)).toEqual([]);
    expect(changed.find('strike', 9, EVERYTHING)).toHaveLength(1);
  });

  test('an article that holds nothing readable any more is gone', () => {
    const changed = searchOver([
      articleOf('a', ['A made-up blast.']),
      articleOf('a', ['debris: A made-up blast.']),
    ]);
    expect(changed.find('blast', 9, EVERYTHING)).toEqual([]);
  });
});

describe('laws', () => {
  const word = fc.constantFrom(
    'blast',
    'blasts',
    'Quetta',
    'Quetta’s',
    'railway',
    'station',
    'BLA',
    'the',
    'Army',
    '1,612',
  );
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map(words => `${words.join(' ')}.`);
  const marked = fc
    .tuple(fc.constantFrom('', '', 'headline: ', 'debris: '), line)
    .map(parts => parts.join(''));
  const corpus = fc
    .array(fc.tuple(fc.array(marked, { minLength: 1, maxLength: 5 }), fc.option(line)), { maxLength: 8 })
    .map(list => list.map(([lines, title], i) => articleOf(`a${i}`, lines, title)));
  const typed = fc
    .array(fc.oneof(word, word, fc.constantFrom('blst', '"the blast"', '-army', '"', '-', 'rail')), {
      maxLength: 5,
    })
    .map(words => words.join(' '));

  test('marks quote the text: inside the sentence, in order, apart', () => {
    fc.assert(
      fc.property(corpus, typed, (articles, words) => {
        for (const { article, sentence, marks } of searchOver(articles, names).find(words, 9, EVERYTHING)) {
          const of = articles.find(one => one.article.id === article)?.sentences[sentence];
          expect(of?.role).toMatch(/^(?:headline|body)$/);
          let end = of?.span.start ?? 0;
          for (const mark of marks) {
            expect(mark.start).toBeGreaterThanOrEqual(end);
            expect(mark.end).toBeGreaterThan(mark.start);
            end = mark.end;
          }
          expect(end).toBeLessThanOrEqual(of?.span.end ?? -1);
        }
      }),
    );
  });

  test('the order of adding, and adding twice, changes no answer', () => {
    const shuffled = corpus.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, typed, ([list, other], words) => {
        const searched = searchOver(list, names);
        const hits = searched.find(words, 9, EVERYTHING);
        expect(searched.ranked(words, 9, EVERYTHING)).toEqual(hits.map(hit => hit.article));
        expect(searchOver(other, names).find(words, 9, EVERYTHING)).toEqual(hits);
        expect(searchOver([...other, ...list], names).find(words, 9, EVERYTHING)).toEqual(hits);
      }),
    );
  });

  test('a query of any text is answered', () => {
    const unit = fc.oneof(
      fc.constantFrom('"', '-', ' ', '“', '”', '=', '\n', '\0'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), words => {
        expect(search.find(words, 3, EVERYTHING).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
