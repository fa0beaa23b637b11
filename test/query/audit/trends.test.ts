import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import type { Trend } from '../../../src/core/trend.ts';
import type { TrendCheck } from '../../../src/query/audit/check.ts';
import { auditTrends } from '../../../src/query/audit/trends.ts';
import { figure, type Loose } from '../../made-up/figures.ts';
import { trend } from '../../made-up/trends.ts';

const crss = (number: number | string, loose: Loose = {}): Figure =>
  figure({ body: 'crss', number, ...loose });

const share = (value: number, part: Figure | null, whole: Figure | null, loose: Partial<Trend> = {}) =>
  auditTrends({
    trends: [{ trend: trend({ kind: 'share', value, ...loose }), of: whole, from: null, to: part }],
  });

const growth = (value: number, from: Figure | null, to: Figure | null, loose: Partial<Trend> = {}) =>
  auditTrends({ trends: [{ trend: trend({ kind: 'growth', value, ...loose }), of: null, from, to }] });

const average = (value: number, of: Figure | null, loose: Partial<Trend> = {}) =>
  auditTrends({ trends: [{ trend: trend({ kind: 'average', value, ...loose }), of, from: null, to: null }] });

const verdict = ([check]: readonly TrendCheck[]): string =>
  check === undefined ? 'unchecked' : `${check.actual.toFixed(1)} ${check.fits ? 'fits' : 'does not'}`;

test.for<[claim: string, checks: readonly TrendCheck[], expected: string]>([
  ['63% of 1,000 is 630', share(63, crss(630), crss(1000)), '63.0 fits'],
  ['63% of 2,546 rounds to 1,612', share(63, crss(1612), crss(2546)), '63.3 fits'],
  ['a share cut off after its last place', share(63, crss(639), crss(1000)), '63.9 fits'],
  ['63% is not 640 of 1,000', share(63, crss(640), crss(1000)), '64.0 does not'],
  ['62.5% is not 62.2', share(62.5, crss(622), crss(1000)), '62.2 does not'],
  ['about 60% may be 64', share(60, crss(640), crss(1000), { bound: 'about' }), '64.0 fits'],
  ['more than 60% may be 64', share(60, crss(640), crss(1000), { bound: 'more-than' }), '64.0 fits'],
  ['more than 60% is not 50', share(60, crss(500), crss(1000), { bound: 'more-than' }), '50.0 does not'],
  ['at most 60% is not 70', share(60, crss(700), crss(1000), { bound: 'at-most' }), '70.0 does not'],
  ['a share of an open total', share(63, crss(1612), crss('2500+')), '64.5 fits'],
  ['growth from 91 to 178 is 96%', growth(96, crss(91), crss(178)), '95.6 fits'],
  ['growth from 91 to 178 is not 73%', growth(73, crss(91), crss(178)), '95.6 does not'],
  ['a fall by half', growth(50, crss(100), crss(50), { direction: 'down' }), '50.0 fits'],
  ['a fall printed as a rise', growth(50, crss(100), crss(50)), '-50.0 does not'],
  ['a change either way', growth(50, crss(100), crss(50), { direction: null }), '50.0 fits'],
  ['seven a day over a leap year', average(7, crss(2546)), '7.0 fits'],
  ['seven a day over thirty days', average(7, crss(210, { period: '2024-11' })), '7.0 fits'],
  ['seven a day is not 300 in thirty days', average(7, crss(300, { period: '2024-11' })), '10.0 does not'],
])('%s', ([, checks, expected]) => expect(verdict(checks)).toBe(expected));

test.for<[claim: string, checks: readonly TrendCheck[]]>([
  ['without its whole', share(63, crss(630), null)],
  ['without its part', share(63, null, crss(1000))],
  ['of another body', share(63, crss(640), crss(1000, { body: 'picss' }))],
  ['of another article', share(63, crss(640), crss(1000, { article: 'another' }))],
  ['of another measure', share(63, crss(640), crss(1000, { measure: 'injuries' }))],
  ['of dozens', share(63, crss('dozens'), crss(1000))],
  ['of an unknown number', share(63, crss('unknown'), crss(1000))],
  ['of nobody', share(63, crss(0), crss(0))],
  ['from nobody', growth(100, crss(0), crss(5))],
  ['without an earlier number', growth(73, null, crss(178))],
  ['over no period', average(7, crss(210, { period: null }))],
])('a trend %s is not checked', ([, checks]) => expect(verdict(checks)).toBe('unchecked'));

test('what is reckoned from its own numbers always fits', () => {
  const numbers = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }));
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 2 }), ([a, b], places) => {
      const value = Math.abs((100 * (b - a)) / a);
      const direction = b < a ? 'down' : 'up';
      for (const printed of [Number(value.toFixed(places)), Math.floor(value)])
        expect(growth(printed, crss(a), crss(b), { direction })[0]?.fits).toBe(true);
    }),
  );
});
