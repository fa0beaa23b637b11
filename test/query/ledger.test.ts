import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../src/core/result.ts';
import { createLedgers } from '../../src/query/ledger/ledgers.ts';
import type { AsOf, Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { readings } from '../store/arbitrary.ts';
import { keep, saved, writing } from '../store/keep.ts';
import { article, asOf, figure, reading } from '../store/made-up.ts';

const ORDERS = { apart: [], together: [] };

const opened = (): Store => {
  const store = openStore(':memory:');
  if (!store.ok) throw new Error(store.error.message);
  return writing(store.value);
};

const moment = fc
  .integer({ min: 0, max: 60 })
  .map(n => asOf(new Date(Date.UTC(2024, 9, 1 + n)).toISOString().slice(0, 10)));

/** For a ledger that is made from everything. */
const NONE = { ledger: () => null, ledgerRevision: () => null, keepLedger: () => ok(null) };

const whole = (held: object): Record<string, unknown> => JSON.parse(JSON.stringify(held));

/** Each field of a fact, one by one, as whoever asks for it alone gets it. */
const fieldsOf = (fact: object, held: object): unknown =>
  Object.keys(whole(held)).map(field => [field, JSON.stringify(Reflect.get(fact, field))]);

const ledgersOf = (store: Store, worthKeeping?: number) =>
  createLedgers({ store, orders: ORDERS, isMonitor: () => false, rules: 'rules 1' }, worthKeeping);

const said = (ledgers: ReturnType<typeof createLedgers>, at: AsOf): unknown => {
  const { incidents, counts, alike, told } = ledgers.at(at);
  // As JSON: what is held reads its words from the store when they are asked for.
  return JSON.parse(
    JSON.stringify({
      incidents: incidents.map(view => ({
        incident: view.incident,
        joins: view.joins,
        figures: view.views.map(view => view.figures),
        told: told(view),
      })),
      counts,
      alike: counts.map(each =>
        alike(each)
          .map(({ figure }) => figure.id)
          .sort(),
      ),
    }),
  );
};

test('a ledger that follows the archive says what one made at the moment says', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(readings, moment, fc.option(fc.nat(5))), { maxLength: 5 }), steps => {
      const store = opened();
      const ledgers = ledgersOf(store);
      for (const [landing, at, withdrawn] of steps) {
        keep(store, landing, { at: at.instant });
        if (withdrawn !== null) saved(store.withdraw(`article-${withdrawn}`, at.instant, 'a test'));
        expect(said(ledgers, at)).toEqual(said(ledgersOf(store), at));
      }
      store.close();
    }),
  );
});

test('a ledger that goes on from what another process kept says what one made from everything says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(readings, moment, moment, fc.option(fc.nat(5))), { minLength: 1, maxLength: 5 }),
      steps => {
        const store = opened();
        for (const [landing, at, asked, withdrawn] of steps) {
          keep(store, landing, { at: at.instant });
          if (withdrawn !== null) saved(store.withdraw(`article-${withdrawn}`, at.instant, 'a test'));
          const made = said(ledgersOf({ ...store, snapshots: NONE }), asked);
          // The first goes on from what the last step kept, the second from what the first has kept.
          expect(said(ledgersOf(store, 1), asked)).toEqual(made);
          expect(said(ledgersOf(store), asked)).toEqual(made);
        }
        store.close();
      },
    ),
  );
});

test('what is held of a figure or a report is what the store has of it', () => {
  fc.assert(
    fc.property(readings, landing => {
      const store = opened();
      keep(store, landing);
      const { counts, incidents } = ledgersOf(store).at(asOf('2026-01-01'));
      for (const held of counts) expect(fieldsOf(held, held)).toEqual(fieldsOf(whole(held), held));
      for (const held of incidents.flatMap(view => view.incident.reports))
        expect(fieldsOf(held, held)).toEqual(fieldsOf(whole(held), held));
      store.close();
    }),
  );
});

test('a snapshot that points to what is not in it is made again', () => {
  const store = opened();
  keep(store, [reading(article('a', '2024-11-09'), { figures: [figure('a#1', { scope: 'aggregate' })] })]);
  const at = asOf('2024-11-10');
  const made = said(ledgersOf(store, 1), at);
  const kept = store.snapshots.ledger('rules 1');
  if (kept === null) throw new Error('nothing was kept');
  saved(store.snapshots.keepLedger('rules 1', { ...kept, figureKinds: [] }));
  expect(said(ledgersOf(store), at)).toEqual(made);
  store.close();
});

test('nothing is read again while nothing changes', () => {
  const store = opened();
  const ledgers = ledgersOf(store);
  const first = ledgers.at(asOf('2024-11-09'));
  expect(ledgers.at(asOf('2024-11-10'))).toBe(first);
  expect(ledgers.at(asOf('2024-11-01'))).toBe(first);
  store.close();
});
