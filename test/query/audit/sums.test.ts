import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import { auditSums } from '../../../src/query/audit/sums.ts';
import { figure, type Loose } from '../../made-up/figures.ts';

const said = (figures: readonly Figure[]): string[] =>
  auditSums({ figures }).map(
    ({ total, parts, sum, gap }) =>
      `${parts.map(part => part.quantity.low).join(' + ')} = ${sum}${gap === 0 ? '' : `, not ${total.quantity.low}`}`,
  );

const crss = (loose: Loose): Figure => figure({ body: 'crss', ...loose });

test('two classes that make up everyone add up', () => {
  const figures = [
    crss({ number: 1612, victims: ['civilians', 'security-forces'] }),
    crss({ number: 934, victims: ['militants'] }),
    crss({ number: 2546, victims: ['civilians', 'security-forces', 'militants'] }),
  ];
  expect(said(figures)).toEqual(['1612 + 934 = 2546']);
});

test('three classes that make up more than everyone do not add up', () => {
  const figures = [
    crss({ number: 300 }),
    crss({ number: 120, victims: ['security-forces'] }),
    crss({ number: 130, victims: ['civilians'] }),
    crss({ number: 90, victims: ['militants'] }),
  ];
  expect(said(figures)).toEqual(
    ['130 + 120 + 90 = 340, not 300'].map(line => line.replace('130 + 120', '120 + 130')),
  );
});

test('classes that leave one out are not held against the total', () => {
  const figures = [
    crss({ number: 300 }),
    crss({ number: 120, victims: ['security-forces'] }),
    crss({ number: 130, victims: ['civilians'] }),
  ];
  expect(said(figures)).toEqual([]);
});

test('provinces and the rest elsewhere add up', () => {
  const total = crss({ number: 521, measure: 'incidents' });
  const figures = [
    total,
    crss({ number: 295, measure: 'incidents', place: 'pk/khyber-pakhtunkhwa' }),
    crss({ number: 202, measure: 'incidents', place: 'pk/balochistan' }),
    crss({ number: 24, measure: 'incidents', place: null, partOf: total.id }),
  ];
  expect(said(figures)).toEqual(['295 + 202 + 24 = 521']);
});

test('some of the provinces that happen to make up a total are no sum', () => {
  const figures = [
    crss({ number: 100 }),
    crss({ number: 60, place: 'pk/khyber-pakhtunkhwa' }),
    crss({ number: 40, place: 'pk/balochistan' }),
    crss({ number: 5, place: 'pk/sindh' }),
  ];
  expect(said(figures)).toEqual([]);
});

test('attacks and operations add up to both', () => {
  const figures = [
    crss({ number: 254 }),
    crss({ number: 175, operations: 'militant-attacks' }),
    crss({ number: 79, operations: 'security-operations' }),
  ];
  expect(said(figures)).toEqual(['175 + 79 = 254']);
});

test('what a sentence itself calls parts adds up', () => {
  const total = crss({ number: 10, scope: 'incident' });
  const part = (number: number, victimsDetail: string): Figure =>
    crss({ number, victimsDetail, victims: ['civilians'], partOf: total.id, scope: 'incident', sentence: 3 });
  expect(said([total, part(6, 'drivers'), part(2, 'passengers'), part(2, 'guards')])).toEqual([
    '6 + 2 + 2 = 10',
  ]);
});

test.for<[field: string, other: Loose]>([
  ['body', { body: 'picss' }],
  ['article', { article: 'another' }],
  ['period', { period: '2023' }],
  ['measure', { measure: 'injuries' }],
  ['standing', { standing: 'superseded' }],
])('a part of another %s is no part', ([, other]) => {
  const figures = [
    crss({ number: 100 }),
    crss({ number: 60, victims: ['civilians', 'security-forces'] }),
    crss({ number: 40, victims: ['militants'], ...other }),
  ];
  expect(said(figures)).toEqual([]);
});

test('a sum that is said to add up does', () => {
  const any = fc.array(
    fc.record({
      number: fc.integer({ min: 0, max: 20 }),
      victims: fc.constantFrom(
        [],
        ['civilians' as const],
        ['militants' as const],
        ['security-forces' as const],
      ),
      place: fc.constantFrom('pk', 'pk/sindh', 'pk/punjab'),
    }),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(any, loose => {
      for (const { total, parts, gap } of auditSums({ figures: loose.map(crss) })) {
        const sum = parts.reduce((all, part) => all + (part.quantity.low ?? 0), 0);
        expect(sum - (total.quantity.low ?? 0)).toBe(gap);
        expect(parts.length).toBeGreaterThan(1);
      }
    }),
  );
});
