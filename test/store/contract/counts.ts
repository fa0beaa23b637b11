import { expect, test } from 'vitest';
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
  test('security figures are counted by their bodies, articles by their publishers', () => {
    const store = archive(fresh);
    expect(store.figuresOfBodies(LATE)).toEqual(
      new Map([
        ['police', 1],
        [null, 1],
      ]),
    );
    expect(store.figuresOfBodies(asOf('2024-11-08'))).toEqual(new Map());
    expect(store.articlesOfPublishers(LATE)).toEqual(
      new Map([
        ['The Made-up Post', 1],
        [null, 1],
      ]),
    );
  });
};
