import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLedgers } from '../../src/query/ledger.ts';
import type { AsOf, Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { readings } from '../store/arbitrary.ts';
import { keep, saved, writing } from '../store/keep.ts';
import { asOf } from '../store/made-up.ts';

const ORDERS = { apart: [], together: [] };

const opened = (): Store => {
  const store = openStore(':memory:');
  if (!store.ok) throw new Error(store.error.message);
  return writing(store.value);
};

const moment = fc
  .integer({ min: 0, max: 60 })
  .map(n => asOf(new Date(Date.UTC(2024, 9, 1 + n)).toISOString().slice(0, 10)));

const said = (ledgers: ReturnType<typeof createLedgers>, at: AsOf): unknown => {
  const { incidents, counts, alike } = ledgers.at(at);
  return {
    incidents: incidents.map(({ incident, joins, views }) => ({
      incident,
      joins,
      figures: views.map(view => view.figures),
    })),
    counts,
    alike: counts.map(each =>
      alike(each)
        .map(({ figure }) => figure.id)
        .sort(),
    ),
  };
};

test('a ledger that follows the archive says what one made at the moment says', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(readings, moment, fc.option(fc.nat(5))), { maxLength: 5 }), steps => {
      const store = opened();
      const ledgers = createLedgers(store, ORDERS);
      for (const [landing, at, withdrawn] of steps) {
        keep(store, landing, { at: at.instant });
        if (withdrawn !== null) saved(store.withdraw(`article-${withdrawn}`, at.instant, 'a test'));
        expect(said(ledgers, at)).toEqual(said(createLedgers(store, ORDERS), at));
      }
      store.close();
    }),
  );
});

test('nothing is read again while nothing changes', () => {
  const store = opened();
  const ledgers = createLedgers(store, ORDERS);
  const first = ledgers.at(asOf('2024-11-09'));
  expect(ledgers.at(asOf('2024-11-10'))).toBe(first);
  expect(ledgers.at(asOf('2024-11-01'))).toBe(first);
  store.close();
});
