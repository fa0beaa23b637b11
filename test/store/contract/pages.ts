import { describe, expect, test } from 'vitest';
import { PAGE_KINDS, type PageOutcome } from '../../../src/store/ports/pages.ts';
import { saved } from '../keep.ts';
import type { Fresh } from './fresh.ts';

const hour = (n: number): string => new Date(Date.UTC(2025, 2, 1, n)).toISOString();

const page = (rest: Partial<PageOutcome> = {}): PageOutcome => ({
  url: 'https://example.org/a',
  kind: 'taken',
  article: 'a',
  reason: null,
  at: hour(1),
  feed: null,
  ...rest,
});

const NONE = Object.fromEntries(PAGE_KINDS.map(kind => [kind, 0]));

export const pagesContract = (fresh: Fresh): void => {
  describe('pages', () => {
    test('a page that was never met has no outcome', () => {
      const { pages } = fresh();
      expect(pages.of('https://example.org/a')).toEqual([]);
      expect(pages.counts()).toEqual(NONE);
    });

    test.for(PAGE_KINDS)('"%s" comes back as it was recorded', kind => {
      const { pages } = fresh();
      const one = page({ kind, reason: 'made up', feed: 'https://example.org/feed' });
      saved(pages.record([one]));
      expect(pages.of(one.url)).toEqual([{ ...one, last: one.at }]);
      expect(pages.counts()).toEqual({ ...NONE, [kind]: 1 });
    });

    test('what became of a page is kept, newest first; the last one counts', () => {
      const { pages } = fresh();
      saved(
        pages.record([page({ kind: 'failed', article: null, reason: 'no answer' }), page({ at: hour(2) })]),
      );
      expect(pages.of(page().url).map(({ kind }) => kind)).toEqual(['taken', 'failed']);
      expect(pages.counts()).toEqual({ ...NONE, taken: 1 });
    });

    test.for<[claim: string, again: Partial<PageOutcome>]>([
      ['the same outcome again', {}],
      ['a page that has not changed', { kind: 'unchanged', article: null }],
    ])('%s only says that it still stands', ([, again]) => {
      const { pages } = fresh();
      saved(pages.record([page(), page({ ...again, at: hour(3) }), page({ ...again, at: hour(2) })]));
      expect(pages.of(page().url)).toEqual([{ ...page(), last: hour(3) }]);
    });

    test.for<[what: string, again: Partial<PageOutcome>]>([
      ['kind', { kind: 'updated' }],
      ['article', { article: 'b' }],
      ['reason', { reason: 'another' }],
    ])('another %s is another outcome', ([, again]) => {
      const { pages } = fresh();
      saved(pages.record([page(), page({ ...again, at: hour(2) })]));
      expect(pages.of(page().url)).toHaveLength(2);
    });

    test('pages are counted for one feed, and the newest listed, of one kind where asked', () => {
      const { pages } = fresh();
      const [first, second, third] = [
        'https://example.org/1',
        'https://example.org/2',
        'https://example.org/3',
      ] as const;
      saved(
        pages.record([
          page({ url: first, feed: 'f', at: hour(1) }),
          page({ url: second, feed: 'g', at: hour(3) }),
          page({ url: third, feed: 'f', at: hour(2), kind: 'failed', article: null }),
        ]),
      );
      expect(pages.counts('f')).toEqual({ ...NONE, taken: 1, failed: 1 });
      expect(pages.newest(9).map(({ url }) => url)).toEqual([second, third, first]);
      expect(pages.newest(1).map(({ url }) => url)).toEqual([second]);
      expect(pages.newest(9, 'taken').map(({ url }) => url)).toEqual([second, first]);
    });

    test('one outcome that is bad keeps all of them out', () => {
      const { pages } = fresh();
      expect(() => pages.record([page(), page({ url: 'b', at: 'noon' })])).toThrow(RangeError);
      expect(pages.of(page().url)).toEqual([]);
    });
  });
};
