import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleTerms } from '../../../src/store/ports/terms.ts';
import type { Store } from '../../../src/store/ports.ts';
import { keep, NOW, saved } from '../keep.ts';
import { article, reading } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

/** One sentence a list. */
const termsOf = (...sentences: readonly (readonly string[])[]): ArticleTerms => ({
  title: [],
  sentences: sentences.map((terms, index) => ({ index, terms })),
});

const landed = (store: Store, id: string, terms: ArticleTerms | null | undefined, rules = 'rules 1'): void =>
  void keep(store, [{ ...reading(article(id, null)), ...(terms === undefined ? {} : { terms }) }], { rules });

/** By article, how often each holds a term. */
const holding = (store: Store, term: string): Record<string, number> => {
  const number = store.termNumber(term);
  if (number === null) return {};
  const { docs, counts } = store.postings(number);
  const ids = new Map(store.idsOf([...docs]).map(({ doc, id }) => [doc, id]));
  return Object.fromEntries(Array.from(docs, (doc, i) => [ids.get(doc) ?? '', counts[i] ?? 0]));
};

/** The terms of an article's sentences, by what is known of numbers. */
const sentencesOf = (store: Store, id: string): unknown => {
  const { terms } = store.termsAfter(0);
  const names = new Map(terms.map(term => [store.termNumber(term), term]));
  const [{ sentences } = { sentences: [] }] = store.termSentences(store.docsOf([id]));
  return sentences.map(sentence => [
    sentence.index,
    sentence.different,
    Array.from(sentence.terms, one => names.get(one)),
  ]);
};

/** The index of full text, which lands with the articles. */
export const termsContract = (fresh: Fresh): void => {
  describe('terms', () => {
    test('an article is held by its terms, each as often as it has it, and sentence by sentence', () => {
      const store = fresh();
      landed(store, 'a', termsOf(['bomb', 'quetta', 'bomb'], ['=pk', 'bomb']));
      landed(store, 'b', { title: ['bomb'], sentences: [{ index: 4, terms: ['63.5'] }] });
      expect(store.termTotals()).toEqual({ articles: 2, terms: 5 });
      expect(holding(store, 'bomb')).toEqual({ a: 3, b: 1 });
      expect(holding(store, '=pk')).toEqual({ a: 1 });
      expect(store.termNumber('peshawar')).toBeNull();
      expect(sentencesOf(store, 'a')).toEqual([
        [0, 2, ['bomb', 'quetta', 'bomb']],
        [1, 2, ['=pk', 'bomb']],
      ]);
      expect(sentencesOf(store, 'b')).toEqual([[4, 1, ['63.5']]]);
    });

    test('what is read again, changed or withdrawn is held by its new terms alone, or by none', () => {
      const store = fresh();
      landed(store, 'a', termsOf(['bomb']));
      landed(store, 'b', termsOf(['bomb']));
      landed(store, 'a', termsOf(['shot']), 'rules 2');
      expect([holding(store, 'bomb'), holding(store, 'shot')]).toEqual([{ b: 1 }, { a: 1 }]);
      saved(store.withdraw('b', NOW, 'Made up.'));
      expect([holding(store, 'bomb'), holding(store, 'shot')]).toEqual([{}, { a: 1 }]);
      expect(store.termTotals()).toEqual({ articles: 1, terms: 1 });
    });

    test('an article that nothing is to be found by is not in the index, and not missing', () => {
      const store = fresh();
      landed(store, 'a', null);
      expect([store.indexedAfter('', 9), store.termsMissingCount()]).toEqual([[], 0]);
    });

    test('one that landed without terms is missing until it gets them, and is held from then on', () => {
      const store = fresh();
      for (const id of ['a', 'b']) landed(store, id, undefined);
      expect(store.termsMissingCount()).toBe(2);
      const [first] = store.termsMissing(1);
      saved(store.addTerms([{ key: first?.key ?? 0, terms: termsOf(['bomb']) }]));
      expect(store.termsMissing(9).map(one => one.article.id)).toEqual(['b']);
      expect(holding(store, 'bomb')).toEqual({ a: 1 });
    });

    test('the terms of a landing that failed are none', () => {
      const store = fresh();
      landed(store, 'first', termsOf(['mine']));
      const good = { ...reading(article('a', null)), terms: termsOf(['bomb']) };
      const traits = { language: null, relevant: true, copyOf: null, signature: [0.5] };
      const bad = { ...reading(article('b', null)), traits };
      const both = { at: NOW, rules: 'rules 1', readings: [good, bad] };
      expect(() => store.land(both)).toThrow(RangeError);
      landed(store, 'c', termsOf(['shot']));
      landed(store, 'd', termsOf(['bomb']));
      expect(['mine', 'bomb', 'shot'].map(term => holding(store, term))).toEqual([
        { first: 1 },
        { d: 1 },
        { c: 1 },
      ]);
    });

    test('articles are listed by id, found by id, and by what stands in order in a sentence', () => {
      const store = fresh();
      landed(store, 'c', termsOf(['bomb', '=pk', 'quetta'], ['shot']));
      landed(store, 'a', termsOf(['quetta', 'bomb']));
      landed(store, 'b', termsOf(['bomb'], ['quetta']));
      landed(store, 'gone', termsOf(['bomb', 'quetta']));
      saved(store.withdraw('gone', NOW, 'Made up.'));
      expect(store.indexedAfter('', 2).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(store.indexedAfter('b', 9).map(({ id }) => id)).toEqual(['c']);
      const docs = store.docsOf(['gone', 'c', 'never', 'a', 'b']);
      expect(store.idsOf(docs).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      expect(store.termSentences(docs).map(({ doc }) => doc)).toEqual(docs);
      const number = (term: string): number => store.termNumber(term) ?? 0;
      const names = new Set(store.termNumbers('=', '>'));
      expect(names).toEqual(new Set([number('=pk')]));
      const ordered = store.docsWith(docs, [number('bomb'), number('quetta')], names);
      expect(store.idsOf(ordered).map(({ id }) => id)).toEqual(['c']);
    });

    test('new terms are told apart from those a reader has had', () => {
      const store = fresh();
      landed(store, 'a', termsOf(['bomb', 'shot']));
      const { last, terms } = store.termsAfter(0);
      expect(terms).toEqual(['bomb', 'shot']);
      landed(store, 'b', termsOf(['shot', 'mine']));
      expect(store.termsAfter(last)).toEqual({ last: store.termNumber('mine'), terms: ['mine'] });
      expect(store.termsAfter(Number(store.termNumber('mine'))).terms).toEqual([]);
    });

    test('however often articles are read again, each term is held by those that last had it', () => {
      const bag = fc.array(fc.constantFrom('bomb', 'shot', 'mine', '=ttp', 'لاہور'), { maxLength: 90 });
      const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), terms: bag });
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
          const store = fresh();
          for (const [i, { id, terms }] of steps.entries()) landed(store, id, termsOf(terms), `rules ${i}`);
          const last = new Map(steps.map(({ id, terms }) => [id, terms]));
          for (const term of ['bomb', 'shot', 'mine', '=ttp', 'لاہور']) {
            const held = [...last].map(
              ([id, terms]) => [id, terms.filter(one => one === term).length] as const,
            );
            const capped = held.flatMap(([id, count]) => (count === 0 ? [] : [[id, Math.min(63, count)]]));
            expect(holding(store, term)).toEqual(Object.fromEntries(capped));
          }
        }),
        { numRuns: 30 },
      );
    });

    test('however many come in at once, one by one and again, and are withdrawn, each term is held by those that have it', () => {
      const words = Array.from({ length: 60 }, (_, i) => `term${i}`);
      const bag = fc.uniqueArray(fc.constantFrom(...words), { maxLength: 25 });
      const one = fc.record({ id: fc.nat(120).map(String), terms: bag });
      const together = fc.oneof(
        { weight: 5, arbitrary: fc.array(one, { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(one, { minLength: 20, maxLength: 50 }) },
      );
      const gone = fc.nat(120).map(String);
      fc.assert(
        fc.property(fc.array(fc.oneof(together, gone), { minLength: 60, maxLength: 110 }), steps => {
          const store = fresh();
          const last = new Map<string, readonly string[]>();
          for (const [i, step] of steps.entries()) {
            if (typeof step === 'string') {
              saved(store.withdraw(step, NOW, 'Made up.'));
              last.delete(step);
              continue;
            }
            // Withdrawn articles come in under the names of others: what is withdrawn stays so.
            const came = new Map(step.map(({ id, terms }) => [last.has(id) ? id : `${id}-${i}`, terms]));
            keep(
              store,
              [...came].map(([id, terms]) => ({ ...reading(article(id, null)), terms: termsOf(terms) })),
              { rules: `rules ${i}` },
            );
            for (const [id, terms] of came) last.set(id, terms);
          }
          for (const term of words) {
            const held = [...last].filter(([, terms]) => terms.includes(term)).map(([id]) => [id, 1]);
            expect(holding(store, term)).toEqual(Object.fromEntries(held));
            const number = store.termNumber(term);
            const docs = number === null ? [] : [...store.postings(number).docs];
            expect(docs).toEqual(docs.toSorted((a, b) => a - b));
          }
        }),
        { numRuns: 4 },
      );
    });
  });
};
