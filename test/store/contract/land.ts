import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/store/ports.ts';
import { keep, NOW, saved } from '../keep.ts';
import { article, figure, LATE, reading, report } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

const claimed = { actor: 'bla', role: 'claimed', by: null, span: { start: 0, end: 1 } } as const;

export const landContract = (fresh: Fresh): void => {
  describe('landing', () => {
    test('an article whose content changed is answered from its newest version alone', () => {
      const first = reading(article('a', '2024-11-09'), {
        figures: [figure('a#1'), figure('a#2')],
        reports: [report('a#r', { actors: [claimed] })],
      });
      const again = {
        ...reading(article('a', null, { text: 'Made up, and changed.' }), { figures: [figure('a#2')] }),
        sentences: [],
      };
      const store = fresh(first, reading(article('b', null), { figures: [figure('b#1')] }));
      expect(keep(store, [again])).toEqual([{ id: 'a', became: 'updated', version: 2 }]);
      expect(store.article('a', LATE)).toEqual(again.article);
      expect(store.sentences('a', LATE)).toEqual([]);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['a#2', 'b#1']);
      expect(store.figure('a#1', LATE)).toBeNull();
      expect(store.reports({ asOf: LATE, actor: 'bla' })).toEqual([]);
      expect(store.counts(LATE)).toEqual({ articles: 2, figures: 2, reports: 0 });
      expect(ids(store.articles(LATE, 9))).toEqual(['a', 'b']);
    });

    test('of two readings of one article in a landing the last is current', () => {
      const store = fresh(
        reading(article('a', null, { title: 'first' }), { figures: [figure('a#1')] }),
        reading(article('a', null, { title: 'last' }), { figures: [figure('a#2')] }),
      );
      expect(store.article('a', LATE)?.title).toBe('last');
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['a#2']);
    });

    test.for<{ claim: string; bad: Reading }>([
      { claim: 'a date that is none', bad: reading(article('bad', 'soon')) },
      {
        claim: 'a figure of another article',
        bad: reading(article('bad', null), { figures: [figure('other#1')] }),
      },
      {
        claim: 'the same figure twice',
        bad: reading(article('bad', null), { figures: [figure('bad#1'), figure('bad#1')] }),
      },
      {
        claim: 'a figure whose id belongs to another article',
        bad: reading(article('bad', null), { figures: [figure('kept#1', { article: 'bad' })] }),
      },
      {
        claim: 'a report whose id belongs to another article',
        bad: reading(article('bad', null), { reports: [report('kept#r', { article: 'bad' })] }),
      },
      {
        claim: 'a signature of no whole numbers',
        bad: {
          ...reading(article('bad', null)),
          traits: { language: null, relevant: true, copyOf: null, signature: [0.5] },
        },
      },
    ])('one reading with $claim keeps the whole landing out', ({ bad }) => {
      const store = fresh(
        reading(article('kept', null), { figures: [figure('kept#1')], reports: [report('kept#r')] }),
      );
      const good = reading(article('good', null), { figures: [figure('good#1')] });
      expect(() => keep(store, [good, bad])).toThrow();
      expect(store.counts(LATE)).toEqual({ articles: 1, figures: 1, reports: 1 });
      keep(store, [good]);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['good#1', 'kept#1']);
    });

    test('a landing at no instant is a bug and is thrown', () => {
      expect(() => keep(fresh(), [reading(article('a', null))], { at: '2026-01-01' })).toThrow(RangeError);
    });

    test('a landing of nothing is kept too', () => {
      expect(saved(fresh().land({ at: NOW, rules: '', readings: [] }))).toEqual([]);
    });
  });
};
