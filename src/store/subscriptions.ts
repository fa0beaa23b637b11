import { z } from 'zod';
import { AT_ADDRESS, addressColumns, threadFrom } from './address.ts';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import type { Address, DigestFilters, Subscription, SubscriptionStore } from './ports/subscriptions.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = `platform, channel, thread, time, zone, filters, next_due AS nextDue, added_by AS addedBy, state,
  reason, retried`;

const ONE = `SELECT ${COLUMNS} FROM subscriptions WHERE ${AT_ADDRESS}`;

const LIST = `SELECT ${COLUMNS} FROM subscriptions WHERE state <> 'ended' ORDER BY platform, channel, thread`;

const DUE = `SELECT ${COLUMNS} FROM subscriptions WHERE (state = 'active' OR (state = 'paused' AND retried = 1)) AND next_due <= :at
  ORDER BY next_due, platform, channel, thread LIMIT :limit`;

const PUT = `INSERT INTO subscriptions (platform, channel, thread, time, zone, filters, next_due, added_by, state)
  VALUES (:platform, :channel, :thread, :time, :zone, :filters, :nextDue, :addedBy, 'active')
  ON CONFLICT (platform, channel, thread) DO UPDATE SET time = excluded.time, zone = excluded.zone,
    filters = excluded.filters, next_due = excluded.next_due, added_by = excluded.added_by, state = 'active',
    reason = NULL, retried = 0`;

const PAUSE = `UPDATE subscriptions SET state = 'paused', reason = :reason, retried = :retried
  WHERE (state = 'active' OR (state = 'paused' AND retried > :retried)) AND ${AT_ADDRESS}`;

const RESUME = `UPDATE subscriptions SET state = 'active', reason = NULL, retried = 0, next_due = :nextDue
  WHERE state = 'paused' AND ${AT_ADDRESS}`;

const RECOVER = `UPDATE subscriptions SET state = 'active', reason = NULL, retried = 0
  WHERE state = 'paused' AND retried = 1 AND ${AT_ADDRESS}`;

const END = `UPDATE subscriptions SET state = 'ended', reason = :reason, retried = 0 WHERE state <> 'ended' AND ${AT_ADDRESS}`;

const SUSPEND = `UPDATE messages SET state = 'suspended', reason = :reason
  WHERE state = 'pending' AND occasion IN (SELECT key FROM occasions WHERE ${AT_ADDRESS})`;

const move = (table: 'subscriptions' | 'occasions' | 'watches'): string =>
  `UPDATE OR IGNORE ${table} SET platform = :toPlatform, channel = :toChannel, thread = :toThread WHERE ${AT_ADDRESS}`;

const filtersSchema: z.ZodType<DigestFilters> = z.strictObject({
  places: z.array(z.string()),
  groups: z.array(z.string()),
  minToll: z.int().nonnegative().nullable(),
  quiet: z.enum(['skip', 'say']),
  crosspost: z.boolean(),
});

const row = z.object({
  platform: z.string(),
  channel: z.string(),
  thread: z.string().transform(threadFrom),
  time: z.string(),
  zone: z.string(),
  filters: z.string().transform(json => filtersSchema.parse(JSON.parse(json))),
  nextDue: z.string(),
  addedBy: z.string(),
  state: z.enum(['active', 'paused', 'ended']),
  reason: z.string().nullable(),
  retried: z.int().transform(flag => flag === 1),
});

const subscriptionFrom = (found: unknown): Subscription => row.parse(found);

const destination = (to: Address) => {
  const { platform, channel, thread } = addressColumns(to);
  return { toPlatform: platform, toChannel: channel, toThread: thread };
};

/** Suspends what is pending at an address, within a transaction. @returns how many messages */
export const suspendAt = (prepare: Prepare, address: Address, reason: string): number =>
  Number(prepare(SUSPEND).run({ ...addressColumns(address), reason }).changes);

/** Moves the rows of an address to another one, within a transaction. @returns how many */
export const moveRows = (
  prepare: Prepare,
  table: 'subscriptions' | 'occasions' | 'watches',
  from: Address,
  to: Address,
): number => Number(prepare(move(table)).run({ ...addressColumns(from), ...destination(to) }).changes);

/** Moves the subscription of an address on, within a transaction. */
export const moveOn = (prepare: Prepare, address: Address, nextDue: string): void => {
  prepare(`UPDATE subscriptions SET next_due = :nextDue WHERE ${AT_ADDRESS}`).run({
    ...addressColumns(address),
    nextDue: checkedInstant(nextDue),
  });
};

export const subscriptionStore = (prepare: Prepare, write: Write): SubscriptionStore => {
  const get = (address: Address): Subscription | null => {
    const found = prepare(ONE).get(addressColumns(address));
    return found === undefined ? null : subscriptionFrom(found);
  };
  return {
    get,
    put: subscription =>
      write(() => {
        const known = get(subscription) !== null;
        const { time, zone, filters, nextDue, addedBy } = subscription;
        prepare(PUT).run({
          ...addressColumns(subscription),
          time,
          zone,
          addedBy,
          filters: JSON.stringify(filtersSchema.parse(filters)),
          nextDue: checkedInstant(nextDue),
        });
        return known ? 'changed' : 'added';
      }),
    pause: (address, reason, retried = false) =>
      write(
        () =>
          prepare(PAUSE).run({ ...addressColumns(address), reason, retried: retried ? 1 : 0 }).changes > 0,
      ),
    recover: address => write(() => prepare(RECOVER).run(addressColumns(address)).changes > 0),
    resume: (address, nextDue) =>
      write(() => {
        const at = { ...addressColumns(address), nextDue: checkedInstant(nextDue) };
        return prepare(RESUME).run(at).changes > 0;
      }),
    end: (address, reason) =>
      write(() => {
        const at = { ...addressColumns(address), reason };
        if (prepare(END).run(at).changes === 0) return false;
        suspendAt(prepare, address, reason);
        return true;
      }),
    move: (from, to) =>
      write(() => {
        if (get(from) === null || get(to) !== null) return false;
        for (const table of ['subscriptions', 'occasions'] as const) moveRows(prepare, table, from, to);
        return true;
      }),
    list: () => prepare(LIST).all().map(subscriptionFrom),
    due: (at, limit) =>
      prepare(DUE)
        .all({ at: checkedInstant(at), limit })
        .map(subscriptionFrom),
  };
};
