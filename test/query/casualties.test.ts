import { expect, test } from 'vitest';
import type { Figure } from '../../src/core/figure.ts';
import { withoutParts } from '../../src/query/parts.ts';
import { figure, type Loose } from '../made-up/figures.ts';

const picss = (loose: Loose): Figure => figure({ body: 'picss', ...loose });

const everyone = picss({ number: 63, period: '2024-11-01..2024-11-20' });
const forces: Loose = { number: 55, victims: ['security-forces'], period: '2024-11-01..2024-11-20' };
const longer: Loose = { ...forces, number: '55+', period: '2024-11-01..2024-11-22' };

test('a class counted in the same breath as everyone is left out', () => {
  expect(withoutParts([everyone, picss(forces)])).toEqual([everyone]);
});

test('a class is shown for both stretches of time it is counted over', () => {
  const both = [picss(longer), everyone, picss(forces)];
  expect(withoutParts(both)).toEqual(both);
});

test.for<[claim: string, other: Loose]>([
  ['another number', { ...longer, number: 57 }],
  ['another body', { ...longer, body: 'crss', article: 'another' }],
  ['another place', { ...longer, place: 'pk/sindh' }],
  ['another time', { ...longer, period: '2024-10' }],
  ['other people', { ...longer, victims: ['militants'] }],
])('%s keeps no class in', ([, other]) => {
  const left = picss(other);
  expect(withoutParts([left, everyone, picss(forces)])).toEqual([left, everyone]);
});
