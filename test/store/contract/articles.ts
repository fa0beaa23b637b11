import { describe, expect, test } from 'vitest';
import type { AsOf } from '../../../src/store/ports.ts';
import { article, asOf, figure, LATE, reading, report } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

export const articlesContract = (fresh: Fresh): void => {
  describe('articles', () => {
    test('an article comes back as it was put', () => {
      const put = article('a', '2024-11-09T08:25:00+05:00', {
        title: null,
        publisher: 'A made-up paper',
        url: 'https://example.org/a',
        text: 'Made up: “quoted” \u0000 – \u{1f6a8} کوئٹہ\n\n',
      });
      expect(fresh(reading(put)).article('a', LATE)).toEqual(put);
    });

    test('an article that was never put is null', () => {
      expect(fresh().article('a', LATE)).toBeNull();
    });

    test('sentences come back in the order of the text, roles included', () => {
      const sentences = (['headline', 'body', 'debris', 'repeat'] as const).map((role, index) => ({
        index,
        span: { start: index * 10, end: index * 10 + 9 },
        paragraph: index >> 1,
        role,
      }));
      const store = fresh({ ...reading(article('a', null)), sentences: sentences.toReversed() });
      expect(store.sentences('a', LATE)).toEqual(sentences);
      expect(store.sentences('b', LATE)).toEqual([]);
    });

    test.for<{ claim: string; published: string | null; at: AsOf; exists: boolean }>([
      { claim: 'undated always exists', published: null, at: asOf('1990-01-01'), exists: true },
      {
        claim: 'a day exists from its start',
        published: '2024-11-09',
        at: asOf('2024-11-09', '00:00:00.000'),
        exists: true,
      },
      {
        claim: 'a day does not exist the evening before',
        published: '2024-11-09',
        at: asOf('2024-11-08', '23:59:59.999'),
        exists: false,
      },
      {
        claim: 'a day counts as the asker’s day, not as UTC’s',
        published: '2024-11-09',
        at: { day: '2024-11-09', instant: '2024-11-08T20:00:00.000Z' },
        exists: true,
      },
      {
        claim: 'an instant exists at itself',
        published: '2024-11-09T08:25:00Z',
        at: asOf('2024-11-09', '08:25:00.000'),
        exists: true,
      },
      {
        claim: 'an instant does not exist a millisecond before',
        published: '2024-11-09T08:25:00Z',
        at: asOf('2024-11-09', '08:24:59.999'),
        exists: false,
      },
      {
        claim: 'an instant with a zone counts in UTC',
        published: '2024-11-09T04:00:00+05:00',
        at: asOf('2024-11-08', '23:00:00.000'),
        exists: true,
      },
      {
        claim: 'an instant with a zone does not exist before it in UTC',
        published: '2024-11-08T22:00:00-05:00',
        at: asOf('2024-11-09', '02:59:59.999'),
        exists: false,
      },
    ])('$claim', ({ published, at, exists }) => {
      const store = fresh(
        reading(article('a', published), { figures: [figure('a#f')], reports: [report('a#r')] }),
      );
      const one = exists ? 1 : 0;
      expect(store.article('a', at)?.id).toBe(exists ? 'a' : undefined);
      expect(store.articles(at, 9)).toHaveLength(one);
      expect(store.figures({ asOf: at })).toHaveLength(one);
      expect(store.figure('a#f', at)?.id).toBe(exists ? 'a#f' : undefined);
      expect(store.reports({ asOf: at })).toHaveLength(one);
      expect(store.counts(at)).toEqual({ articles: one, figures: one, reports: one });
    });

    test('articles come newest first, undated last, equal moments by id, up to the limit', () => {
      const store = fresh(
        ...[
          article('undated-b', null),
          article('day', '2024-11-09'),
          article('older', '2024-11-08T23:59:00Z'),
          article('undated-a', null),
          article('hour', '2024-11-09T00:00:00Z'),
          article('day-too', '2024-11-09'),
        ].map(one => reading(one)),
      );
      const order = ['hour', 'day', 'day-too', 'older', 'undated-a', 'undated-b'];
      expect(ids(store.articles(LATE, 9))).toEqual(order);
      expect(ids(store.articles(LATE, 2))).toEqual(order.slice(0, 2));
    });

    test.for([
      'yesterday',
      '2024-11',
      '2024-11-09 08:00',
      '2024-11-09T99:00:00Z',
      '',
    ])('an article published "%s" is a bug and is thrown', published => {
      expect(() => fresh(reading(article('a', published)))).toThrow(RangeError);
    });
  });
};
