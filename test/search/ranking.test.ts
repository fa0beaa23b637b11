import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createLookUp } from '../../src/search/look-up.ts';
import { BM25, rank } from '../../src/search/ranking.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { keep, NOW } from '../store/keep.ts';
import { article, reading } from '../store/made-up.ts';

type Bags = readonly (readonly string[])[];

const idOf = (at: number): string => `a${at}`;

/** The same ranking by the library on which it was tuned. */
const byLibrary = (bags: Bags, gone: ReadonlySet<number>, weights: ReadonlyMap<string, number>) => {
  const index = new MiniSearch<{ id: string; terms: string }>({
    fields: ['terms'],
    tokenize: text => (text === '' ? [] : text.split('\n')),
    processTerm: term => term,
    autoVacuum: false,
  });
  for (const [at, terms] of bags.entries())
    if (!gone.has(at)) index.add({ id: idOf(at), terms: terms.join('\n') });
  const held = new Set(bags.flatMap((terms, at) => (gone.has(at) ? [] : terms)));
  const isUnknown = (term: string): boolean => !held.has(term) && term.length >= 4 && /^\p{L}+$/u.test(term);
  return index
    .search([...weights.keys()].join('\n'), {
      bm25: BM25,
      boostTerm: term => weights.get(term) ?? 1,
      prefix: isUnknown,
      fuzzy: term => isUnknown(term) && 0.2,
    })
    .map(({ id, score, queryTerms, terms }) => ({
      id: String(id),
      score: expect.closeTo(score / (queryTerms.length || 1), 7),
      matched: terms.toSorted(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const term = fc.constantFrom(
  'attack',
  'attak',
  'attackers',
  'bomb',
  'bombing',
  'station',
  'railway',
  '=ttp',
  '=pk/balochistan/dera-bugti',
  '63.5',
  '2024',
  'لاہور',
);
const asked = fc.oneof(term, fc.constantFrom('attacc', 'stations', 'raliway', 'bom', 'rail', 'zzzz', '2023'));

test('ranks as MiniSearch does, with its BM25 and its guesses, whatever was withdrawn', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(11), { maxLength: 3 }),
      fc.dictionary(asked, fc.constantFrom(1, 0.2, 0.5), { minKeys: 1, maxKeys: 4 }),
      (bags, withdrawn, wanted) => {
        const opened = openStore(':memory:');
        if (!opened.ok) throw new Error(opened.error.message);
        const store = opened.value;
        keep(
          store,
          bags.map((terms, at) => ({
            ...reading(article(idOf(at), null)),
            terms: { title: [], sentences: [{ index: 0, terms }] },
          })),
        );
        for (const at of withdrawn) store.withdraw(idOf(at), NOW, 'Made up.');
        const weights = new Map(Object.entries(wanted));
        const ranked = [...rank(createLookUp(store)().asked(weights), store)];
        store.close();
        expect(
          ranked
            .map(({ id, score, matched }) => ({
              id,
              score,
              matched: [...new Set(matched.map(({ term }) => term))].sort(),
            }))
            .sort((a, b) => (a.id < b.id ? -1 : 1)),
        ).toEqual(byLibrary(bags, new Set(withdrawn), weights));
        expect(ranked.map(({ score }) => score)).toEqual(
          ranked.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      },
    ),
  );
});
