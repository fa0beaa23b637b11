import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/core/figure.ts';
import type { FigureFilter } from '../../../src/store/ports.ts';
import { article, days, figure, LATE, read, reading } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

export const figuresContract = (fresh: Fresh): void => {
  describe('figures', () => {
    const held = (...figures: readonly Figure[]) => fresh(reading(article('a', null), { figures }));

    test.for<{ claim: string; filter: Omit<FigureFilter, 'asOf'>; holding: Partial<Figure>; found: boolean }>(
      [
        { claim: 'no filter finds a security figure', filter: {}, holding: {}, found: true },
        { claim: 'no filter leaves out a flood', filter: {}, holding: { security: false }, found: false },
        {
          claim: 'security: false finds a flood',
          filter: { security: false },
          holding: { security: false },
          found: true,
        },
        {
          claim: 'security: false finds nothing else',
          filter: { security: false },
          holding: {},
          found: false,
        },
        {
          claim: 'within finds the same period',
          filter: { within: { from: '2024-01-01', to: '2024-12-31' } },
          holding: { period: days('2024-01-01', '2024-12-31') },
          found: true,
        },
        {
          claim: 'within leaves out a period that begins before it',
          filter: { within: { from: '2024-01-01', to: '2024-12-31' } },
          holding: { period: days('2023-12-31', '2024-03-01') },
          found: false,
        },
        {
          claim: 'within leaves out a period that ends after it',
          filter: { within: { from: '2024-01-01', to: '2024-12-31' } },
          holding: { period: days('2024-12-31', '2025-01-01') },
          found: false,
        },
        {
          claim: 'within leaves out an unknown period',
          filter: { within: { from: '0000-01-01', to: '9999-12-31' } },
          holding: {},
          found: false,
        },
        {
          claim: 'overlapping finds a period that shares its last day',
          filter: { overlapping: { from: '2024-12-31', to: '2025-01-31' } },
          holding: { period: days('2024-01-01', '2024-12-31') },
          found: true,
        },
        {
          claim: 'overlapping leaves out the day before',
          filter: { overlapping: { from: '2024-12-31', to: '2025-01-31' } },
          holding: { period: days('2024-12-30') },
          found: false,
        },
        {
          claim: 'a place finds itself',
          filter: { place: 'pk/balochistan' },
          holding: { place: read('pk/balochistan') },
          found: true,
        },
        {
          claim: 'a place finds what it contains',
          filter: { place: 'pk' },
          holding: { place: read('pk/balochistan/quetta') },
          found: true,
        },
        {
          claim: 'a place does not find what contains it',
          filter: { place: 'pk/balochistan' },
          holding: { place: read('pk') },
          found: false,
        },
        {
          claim: 'a place does not find one whose name goes on',
          filter: { place: 'pk/kohat' },
          holding: { place: read('pk/kohat-north/one') },
          found: false,
        },
        {
          claim: 'a place leaves out an unknown place',
          filter: { place: 'pk' },
          holding: {},
          found: false,
        },
        {
          claim: 'bodies find any of them',
          filter: { bodies: ['crss', 'picss'] },
          holding: { body: read('picss', 'carried') },
          found: true,
        },
        { claim: 'bodies leave out an unknown one', filter: { bodies: ['crss'] }, holding: {}, found: false },
        {
          claim: 'no body at all finds nothing',
          filter: { bodies: [] },
          holding: { body: read('crss') },
          found: false,
        },
        {
          claim: 'an actor finds its figures',
          filter: { actor: 'bla' },
          holding: { actor: 'bla' },
          found: true,
        },
        {
          claim: 'an actor leaves out others',
          filter: { actor: 'bla' },
          holding: { actor: 'ttp' },
          found: false,
        },
        {
          claim: 'measures find any of them',
          filter: { measures: ['injuries', 'fatalities'] },
          holding: {},
          found: true,
        },
        { claim: 'measures leave out others', filter: { measures: ['injuries'] }, holding: {}, found: false },
        { claim: 'a scope leaves out the other', filter: { scope: 'aggregate' }, holding: {}, found: false },
        { claim: 'an article finds its figures', filter: { article: 'a' }, holding: {}, found: true },
        { claim: 'an article leaves out others', filter: { article: 'b' }, holding: {}, found: false },
      ],
    )('$claim', ({ filter, holding, found }) => {
      const store = held(figure('a#f', holding));
      expect(ids(store.figures({ asOf: LATE, ...filter }))).toEqual(found ? ['a#f'] : []);
    });

    test('figures come by article, oldest first and undated last, then as the text prints them', () => {
      const at = (start: number, end: number) => ({ span: { start, end } });
      const store = fresh(
        reading(article('undated', null), { figures: [figure('undated#1')] }),
        reading(article('new', '2024-11-10'), {
          figures: [figure('new#1', at(9, 12)), figure('new#2', at(2, 5))],
        }),
        reading(article('old', '2024-11-09'), {
          figures: [figure('old#2', at(4, 9)), figure('old#1', at(4, 9)), figure('old#3', at(4, 6))],
        }),
      );
      expect(ids(store.figures({ asOf: LATE }))).toEqual([
        'old#3',
        'old#1',
        'old#2',
        'new#2',
        'new#1',
        'undated#1',
      ]);
    });

    test('a figure is found by its id, a flood too', () => {
      const flood = figure('a#flood', { security: false });
      expect(held(flood).figure('a#flood', LATE)).toEqual(flood);
      expect(held(flood).figure('a#fire', LATE)).toBeNull();
    });
  });
};
