import type { Clock } from './core/clock.ts';
import { loadMerges, type MergeOrders } from './knowledge/merges.ts';
import type { Bodies } from './knowledge/ports.ts';
import type { Ledgers } from './query/ledger/ledger.ts';
import { createLedgers, type Following, isOverdue } from './query/ledger/ledgers.ts';
import { asOfNow } from './query/services.ts';
import { mergingVersion } from './rules-version.ts';

const making = (store: Following['store'], bodies: Bodies, orders: MergeOrders): Following => ({
  store,
  orders,
  isMonitor: body => bodies.byId(body)?.kind === 'monitor',
  rules: mergingVersion(orders),
});

/** All incidents and counts of a store, by the rules of this version of the program. */
export const openLedgers = (store: Following['store'], bodies: Bodies, orders: MergeOrders): Ledgers =>
  createLedgers(making(store, bodies, orders));

/** After much has come in at once: spares the next process the time that it takes to look at all of it. */
export const spareNextStart = (store: Following['store'], bodies: Bodies, clock: Clock): void => {
  const following = making(store, bodies, loadMerges());
  if (isOverdue(following)) createLedgers(following).at(asOfNow(clock));
};
