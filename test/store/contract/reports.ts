import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/core/incident.ts';
import type { ReportFilter } from '../../../src/store/ports.ts';
import { article, days, LATE, read, reading, report } from '../made-up.ts';
import { type Fresh, ids } from './fresh.ts';

export const reportsContract = (fresh: Fresh): void => {
  describe('reports', () => {
    const claimed = (actor: string): Report['actors'][number] => ({
      actor,
      role: 'claimed',
      by: null,
      span: { start: 0, end: 3 },
    });

    test.for<{ claim: string; filter: Omit<ReportFilter, 'asOf'>; holding: Partial<Report>; found: boolean }>(
      [
        { claim: 'no filter finds all', filter: {}, holding: {}, found: true },
        {
          claim: 'an actor finds where it is one of several',
          filter: { actor: 'bla' },
          holding: { actors: [claimed('ttp'), claimed('bla'), claimed('bla')] },
          found: true,
        },
        {
          claim: 'an actor leaves out what others did',
          filter: { actor: 'bla' },
          holding: { actors: [claimed('ttp')] },
          found: false,
        },
        {
          claim: 'a place finds what it contains',
          filter: { place: 'pk' },
          holding: { place: read('pk/balochistan/quetta') },
          found: true,
        },
        {
          claim: 'overlapping leaves out the day after',
          filter: { overlapping: { from: '2024-11-08', to: '2024-11-09' } },
          holding: { period: days('2024-11-10') },
          found: false,
        },
        {
          claim: 'overlapping leaves out an undated one',
          filter: { overlapping: { from: '0000-01-01', to: '9999-12-31' } },
          holding: {},
          found: false,
        },
        { claim: 'an article leaves out others', filter: { article: 'b' }, holding: {}, found: false },
      ],
    )('$claim', ({ filter, holding, found }) => {
      const store = fresh(reading(article('a', null), { reports: [report('a#r', holding)] }));
      expect(ids(store.reports({ asOf: LATE, ...filter }))).toEqual(found ? ['a#r'] : []);
    });
  });
};
