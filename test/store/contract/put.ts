import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/store/ports.ts';
import { article, figure, LATE, reading, report } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

export const putContract = (fresh: Fresh): void => {
  describe('put', () => {
    test('the same id again replaces sentences, figures and reports', () => {
      const first = reading(article('a', '2024-11-09'), {
        figures: [figure('a#1'), figure('a#2')],
        reports: [
          report('a#r', {
            actors: [{ actor: 'bla', role: 'claimed', by: null, span: { start: 0, end: 1 } }],
          }),
        ],
      });
      const again = {
        ...reading(article('a', null, { text: 'Made up, and changed.' }), { figures: [figure('a#2')] }),
        sentences: [],
      };
      const store = fresh(first, reading(article('b', null), { figures: [figure('b#1')] }));
      store.put([again]);
      expect(store.article('a', LATE)).toEqual(again.article);
      expect(store.sentences('a')).toEqual([]);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['a#2', 'b#1']);
      expect(store.figure('a#1', LATE)).toBeNull();
      expect(store.reports({ asOf: LATE, actor: 'bla' })).toEqual([]);
      expect(store.counts(LATE)).toEqual({ articles: 2, figures: 2, reports: 0 });
    });

    test('of two readings of one article in a put the last stands', () => {
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
    ])('one reading with $claim keeps the whole put out', ({ bad }) => {
      const store = fresh(reading(article('kept', null), { figures: [figure('kept#1')] }));
      const good = reading(article('good', null), { figures: [figure('good#1')] });
      expect(() => store.put([good, bad])).toThrow();
      expect(store.counts(LATE)).toEqual({ articles: 1, figures: 1, reports: 0 });
      store.put([good]);
      expect(ids(store.figures({ asOf: LATE }))).toEqual(['good#1', 'kept#1']);
    });
  });
};
