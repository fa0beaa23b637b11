import type { Trend } from '../../src/core/trend.ts';

let count = 0;

/** A made-up trend without its numbers, unless told otherwise. */
export const trend = (loose: Partial<Trend> & Pick<Trend, 'kind' | 'value'>): Trend => {
  count += 1;
  return {
    id: `made-up%${count}`,
    article: 'made-up',
    span: { start: 0, end: 1 },
    bound: 'exact',
    direction: loose.kind === 'growth' ? 'up' : null,
    of: null,
    from: null,
    to: null,
    measure: 'fatalities',
    victims: [],
    period: null,
    place: null,
    body: null,
    rules: ['made-up'],
    ...loose,
  };
};
