import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURES, VICTIM_CLASSES } from '../../src/core/figure.ts';
import { compareFigures, type Stated } from '../../src/query/compare.ts';
import { figure, type Loose } from '../made-up/figures.ts';

const agrees = (a: Stated, b: Stated): boolean => compareFigures(a, b).kind === 'agree';

const stated = (loose: Loose, published: string | null = '2025-01-02'): Stated => ({
  figure: figure(loose),
  published,
});

const kindOf = (a: Stated, b: Stated): string => {
  const result = compareFigures(a, b);
  return result.kind === 'not-comparable' ? result.field : result.kind;
};

describe('two figures', () => {
  test.for<[claim: string, a: Loose, b: Loose, kind: string]>([
    [
      'one number by two bodies agrees',
      { number: 254, body: 'picss' },
      { number: 254, body: 'crss' },
      'agree',
    ],
    [
      '"more than 2,500" and 2,546 of one body agree',
      { number: '>2500', body: 'crss' },
      { number: 2546, body: 'crss' },
      'agree',
    ],
    [
      'one body’s number in attacks and the same without a kind of event is one statement',
      { number: '>2500', body: 'crss', operations: 'militant-attacks' },
      { number: 2546, body: 'crss' },
      'agree',
    ],
    [
      'one body’s number in attacks and another one without a kind of event count different things',
      { number: 175, body: 'picss', operations: 'militant-attacks' },
      { number: 254, body: 'picss' },
      'operations',
    ],
    [
      'two bodies are not one because one leaves the kind of event unsaid',
      { number: 250, body: 'picss', operations: 'militant-attacks' },
      { number: 250, body: 'crss' },
      'operations',
    ],
    ['everyone by class is everyone', { victims: [...VICTIM_CLASSES] }, { victims: [] }, 'agree'],
    [
      'two numbers by two bodies disagree',
      { number: 250, body: 'picss', operations: 'both' },
      { number: 281, body: 'crss', operations: 'both' },
      'disagree',
    ],
    [
      'two numbers of which neither says what events it counts may both be right',
      { number: 250, body: 'picss' },
      { number: 281, body: 'crss' },
      'operations',
    ],
    ['killed and injured count different things', { measure: 'injuries' }, {}, 'measure'],
    ['one incident and a year count different things', { scope: 'incident' }, {}, 'scope'],
    ['a flood and an attack count different things', { security: false }, {}, 'cause'],
    ['a province and its country count different things', { place: 'pk/sindh' }, {}, 'place'],
    ['an unknown place is not known to be the same', { place: null }, { place: null }, 'place'],
    ['ten months and a year count different things', { period: '2024-01-01..2024-10-31' }, {}, 'period'],
    ['an unknown period is not known to be the same', { period: null }, { period: null }, 'period'],
    ['soldiers and everyone count different things', { victims: ['security-forces'] }, {}, 'victims'],
    [
      'attacks alone and attacks with operations count different things',
      { operations: 'militant-attacks' },
      { operations: 'both' },
      'operations',
    ],
    ['the doing of one group and of anybody count different things', { actor: 'bla' }, {}, 'actor'],
    ['an unknown number compares with nothing', { number: 'unknown' }, {}, 'quantity'],
    [
      'drivers and passengers are not the same people',
      { number: 6, victims: ['civilians'], victimsDetail: 'drivers' },
      { number: 2, victims: ['civilians'], victimsDetail: 'passengers' },
      'victims',
    ],
  ])('%s', ([, a, b, kind]) => {
    expect(kindOf(stated(a), stated(b))).toBe(kind);
    expect(kindOf(stated(b), stated(a))).toBe(kind);
  });

  test('a body that says another number later revises its own', () => {
    const older = stated({ number: 1524, body: 'crss' }, '2024-01-01');
    const newer = stated({ number: 1633, body: 'crss' }, '2024-12-30');
    expect(compareFigures(newer, older)).toEqual({ kind: 'revision', older, newer });
    expect(compareFigures(older, newer)).toEqual({ kind: 'revision', older, newer });
  });

  test('a toll that its own article replaces is the older one', () => {
    const older = stated({ number: 31, body: 'police', standing: 'superseded' });
    const newer = stated({ number: 38, body: 'police' });
    expect(compareFigures(newer, older)).toEqual({ kind: 'revision', older, newer });
  });

  test('reports of one incident compare although they place and date it differently', () => {
    const a = stated({
      number: 10,
      scope: 'incident',
      place: 'pk/khyber-pakhtunkhwa/kurram',
      body: 'police',
    });
    const b = stated({
      number: 8,
      scope: 'incident',
      place: 'pk/khyber-pakhtunkhwa/kurram/bagan',
      period: null,
      body: 'hospital',
    });
    expect(compareFigures(a, b).kind).toBe('not-comparable');
    expect(compareFigures(a, b, true).kind).toBe('disagree');
  });
});

const anyStated = fc
  .record({
    number: fc.oneof(
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('14+', '>20', '~30', 'dozens', 'unknown'),
    ),
    measure: fc.constantFrom(...MEASURES.slice(0, 2)),
    victims: fc.subarray([...VICTIM_CLASSES]),
    place: fc.constantFrom('pk', 'pk/sindh', null),
    period: fc.constantFrom('2024', '2024-08', null),
    body: fc.constantFrom('picss', 'crss', null),
    standing: fc.constantFrom('current' as const, 'superseded' as const),
    published: fc.constantFrom('2024-09-02', '2025-01-02', null),
  })
  .map(({ published, ...loose }) => stated(loose, published));

test('agreement is symmetric', () => {
  fc.assert(
    fc.property(anyStated, anyStated, (a, b) => {
      expect(agrees(a, b)).toBe(agrees(b, a));
    }),
  );
});

test('the order of the arguments changes nothing', () => {
  fc.assert(
    fc.property(anyStated, anyStated, (a, b) => {
      expect(compareFigures(a, b)).toEqual(compareFigures(b, a));
    }),
  );
});

test('a figure that names a number, place and period agrees with itself', () => {
  fc.assert(
    fc.property(anyStated, a => {
      const { quantity, place, period } = a.figure;
      fc.pre(quantity.low !== null && place !== null && period !== null);
      expect(agrees(a, a)).toBe(true);
    }),
  );
});
