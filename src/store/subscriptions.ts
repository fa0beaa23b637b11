import { z } from 'zod';
import { AT_ADDRESS, addressColumns, threadFrom } from './address.ts';
import { checkedInstant } from './instant.ts';
import type { Write } from './lease.ts';
import type { Address, DigestFilters, Subscription, SubscriptionStore } from './ports/subscriptions.ts';
import type { Prepare } from './statements.ts';

const COLUMNS = `platform, channel, thread, time, zone, filters, next_due AS nextDue, added_by AS addedBy, state,
  reason`;

const ONE = `SELECT ${COLUMNS} FROM subscriptions WHERE ${AT_ADDRESS}`;

const LIST = `SELECT ${COLUMNS} FROM subscriptions WHERE state <> 'ended' ORDER BY platform, channel, thread`;

const DUE = `SELECT ${COLUMNS} FROM subscriptions WHERE state = 'active' AND next_due <= :at
  ORDER BY next_due, platform, channel, thread LIMIT :limit`;

const PUT = `INSERT INTO subscriptions (platform, channel, thread, time, zone, filters, next_due, added_by, state)
  VALUES (:platform, :channel, :thread, :time, :zone, :filters, :nextDue, :addedBy, 'active')
  ON CONFLICT (platform, channel, thread) DO UPDATE SET time = excluded.time, zone = excluded.zone,
    filters = excluded.filters, next_due = excluded.next_due, added_by = excluded.added_by, state = 'active',
    reason = NULL`;

const PAUSE = `UPDATE subscriptions SET state = 'paused', reason = :reason WHERE state = 'active' AND ${AT_ADDRESS}`;

const RESUME = `UPDATE subscriptions SET state = 'active', reason = NULL, next_due = :nextDue
  WHERE state = 'paused' AND ${AT_ADDRESS}`;

const END = `UPDATE subscriptions SET state = 'ended', reason = :reason WHERE state <> 'ended' AND ${AT_ADDRESS}`;

const SUSPEND = `UPDATE messages SET state = 'suspended', reason = :reason
  WHERE state = 'pending' AND occasion IN (SELECT key FROM occasions WHERE ${AT_ADDRESS})`;

const move = (table: 'subscriptions' | 'occasions'): string =>
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
});

const subscriptionFrom = (found: unknown): Subscription => row.parse(found);

const destination = (to: Address) => {
  const { platform, channel, thread } = addressColumns(to);
  return { toPlatform: platform, toChannel: channel, toThread: thread };
};

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
    pause: (address, reason) =>
      write(() => prepare(PAUSE).run({ ...addressColumns(address), reason }).changes > 0),
    resume: (address, nextDue) =>
      write(() => {
        const at = { ...addressColumns(address), nextDue: checkedInstant(nextDue) };
        return prepare(RESUME).run(at).changes > 0;
      }),
    end: (address, reason) =>
      write(() => {
        const at = { ...addressColumns(address), reason };
        if (prepare(END).run(at).changes === 0) return false;
        prepare(SUSPEND).run(at);
        return true;
      }),
    move: (from, to) =>
      write(() => {
        if (get(from) === null || get(to) !== null) return false;
        const way = { ...addressColumns(from), ...destination(to) };
        for (const table of ['subscriptions', 'occasions'] as const) prepare(move(table)).run(way);
        return true;
      }),
    list: () => prepare(LIST).all().map(subscriptionFrom),
    due: (at, limit) =>
      prepare(DUE)
        .all({ at: checkedInstant(at), limit })
        .map(subscriptionFrom),
  };
};
