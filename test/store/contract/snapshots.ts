import { describe, expect, test } from 'vitest';
import type { LedgerSnapshot } from '../../../src/store/ports/snapshot.ts';
import { saved } from '../keep.ts';
import { LATE } from '../made-up.ts';
import type { Fresh } from './fresh.ts';

const snapshot = (revision: number): LedgerSnapshot => ({
  seen: { revision, asOf: LATE },
  versions: Uint32Array.of(7),
  articles: ['made-up'],
  published: [null],
  periods: [{ value: { from: '2024-11-09', to: '2024-11-09' }, basis: 'stated' }],
  places: [{ value: 'pk', basis: 'carried' }],
  quantities: [{ low: 3, high: null, bound: 'at-least' }],
  figureKinds: [
    {
      measure: 'fatalities',
      victims: ['civilians'],
      victimsDetail: 'labourers',
      scope: 'aggregate',
      operations: null,
      via: null,
      actor: 'bla',
      shared: false,
      standing: 'current',
      security: true,
      body: { value: 'police', basis: 'stated' },
      isPart: false,
    },
  ],
  reportKinds: [
    { type: 'bombing', background: false, actors: [{ actor: 'bla', role: 'claimed', by: null }] },
  ],
  sites: ['market'],
  tolls: [{ low: 3, best: null, high: 4 }],
  told: [[]],
  counts: Uint32Array.of(1, 0, 0, 0, 1, 1),
  reports: Uint32Array.of(1, 0, 0, 1, 1, 1, 1, 0, 0, 0),
  reportIds: ['made-up@1'],
  incidents: Uint32Array.of(0, 1, 1, 0),
});

export const snapshotsContract = (fresh: Fresh): void => {
  describe('a snapshot of the ledger', () => {
    test('is had as it was kept', () => {
      const { snapshots } = fresh();
      expect([snapshots.ledger('rules 1'), snapshots.ledgerRevision('rules 1')]).toEqual([null, null]);
      saved(snapshots.keepLedger('rules 1', snapshot(4)));
      expect(snapshots.ledger('rules 1')).toEqual(snapshot(4));
      expect(snapshots.ledgerRevision('rules 1')).toBe(4);
    });

    test('of other rules is none', () => {
      const { snapshots } = fresh();
      saved(snapshots.keepLedger('rules 1', snapshot(4)));
      expect([snapshots.ledger('rules 2'), snapshots.ledgerRevision('rules 2')]).toEqual([null, null]);
    });

    test.for<[rules: string, revision: number, kept: number | null]>([
      ['rules 1', 5, 5],
      ['rules 1', 3, 4],
      ['rules 2', 3, null],
    ])('by %s, of revision %i, after one of revision 4', ([rules, revision, kept]) => {
      const { snapshots } = fresh();
      saved(snapshots.keepLedger('rules 1', snapshot(4)));
      saved(snapshots.keepLedger(rules, snapshot(revision)));
      expect(snapshots.ledgerRevision('rules 1')).toBe(kept);
    });
  });
};
