import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { article, asOf, days, figure, LATE, read, reading, report } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const archive = (fresh: Fresh): Store =>
  fresh(
    reading(article('a', '2024-11-09', { publisher: 'The Made-up Post' }), {
      figures: [
        figure('a#1', { place: read('pk/punjab/lahore'), body: read('police') }),
        figure('a#2', { place: read('pk/punjab'), period: days('2024-01-01', '2024-01-31') }),
        figure('a#3', { place: read('pk/punjab-east'), security: false, body: read('police') }),
      ],
      reports: [report('a#r', { place: read('pk/punjab'), period: days('2024-11-09', '2024-11-09') })],
    }),
    reading(article('b', '2024-11-12'), {
      figures: [figure('b#1', { place: read('pk/punjab'), security: false })],
    }),
  );

export const countsContract = (fresh: Fresh): void => {
  describe('how much is held', () => {
    test('of a place and what it contains, of every cause', () => {
      expect(archive(fresh).held({ asOf: LATE, place: 'pk/punjab' }, 99)).toBe(4);
    });

    test('of a moment', () => {
      expect(archive(fresh).held({ asOf: asOf('2024-11-10'), place: 'pk/punjab' }, 99)).toBe(3);
    });

    test('of days', () => {
      const overlapping = { from: '2024-01-15', to: '2024-02-15' };
      expect(archive(fresh).held({ asOf: LATE, place: 'pk/punjab', overlapping }, 99)).toBe(1);
    });

    test('is counted up to a limit, for reports and for figures', () => {
      expect(archive(fresh).held({ asOf: LATE, place: 'pk/punjab' }, 1)).toBe(2);
    });
  });

  test('security figures are counted by their bodies, articles by their publishers', () => {
    const store = archive(fresh);
    expect(store.figuresOfBodies(LATE)).toEqual(
      new Map([
        ['police', 1],
        [null, 1],
      ]),
    );
    expect(store.articlesOfPublishers(LATE)).toEqual(
      new Map([
        ['The Made-up Post', 1],
        [null, 1],
      ]),
    );
  });
};
