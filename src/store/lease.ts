import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ok } from '../core/result.ts';
import { notSaved, whyNotSaved } from './failures.ts';
import { later } from './instant.ts';
import type { Holder, Lease, LeaseStore } from './ports/lease.ts';
import type { Saved } from './ports/saved.ts';
import type { Prepare } from './statements.ts';
import { forgetTermNumbers } from './term-numbers.ts';
import { inTransaction } from './transaction.ts';

/** Runs a write in a transaction of its own, or says why it did not happen. */
export type Write = <T>(work: () => T) => Saved<T>;

const CURRENT = 'SELECT name, pid, host, taken, renewed, expires, fence FROM lease';

const WRITE = `INSERT INTO lease (one, name, pid, host, taken, renewed, expires, fence)
  VALUES (1, :name, :pid, :host, :taken, :renewed, :expires, :fence)
  ON CONFLICT (one) DO UPDATE SET name = excluded.name, pid = excluded.pid, host = excluded.host,
    taken = excluded.taken, renewed = excluded.renewed, expires = excluded.expires, fence = excluded.fence`;

/** What was renewed so short a share of its time ago is as good as new. */
const RECENT = 1 / 20;

const leaseRow = z.object({
  name: z.string(),
  pid: z.int(),
  host: z.string(),
  taken: z.string(),
  renewed: z.string(),
  expires: z.string(),
  fence: z.int(),
});

/** A holder as people are told of it. */
export const nameOf = ({ name, pid, host }: Holder): string => `${name} (process ${pid} on ${host})`;

/**
 * The lease of one connection, the writes that it guards, and those that need no guard: they add rows that are named
 * by their content, or are of a bot of which there is one.
 * @param file its name, for the lines of failures
 */
export const createLease = (
  db: DatabaseSync,
  prepare: Prepare,
  file: string,
): { readonly lease: LeaseStore; readonly write: Write; readonly append: Write } => {
  let fence: number | null = null;

  const current = (): Lease | null => {
    const row = prepare(CURRENT).get();
    return row === undefined ? null : leaseRow.parse(row);
  };
  const save = (lease: Lease): Saved<Lease> => {
    prepare(WRITE).run({ ...lease });
    return ok(lease);
  };
  /** A write for the lease alone would be waited for before each of many small writes. */
  const extend = (lease: Lease, at: string, seconds: number): Saved<Lease> => {
    const expires = later(at, seconds);
    const isFresh = lease.expires <= expires && lease.expires >= later(at, seconds * (1 - RECENT));
    return isFresh ? ok(lease) : save({ ...lease, renewed: at, expires });
  };
  const attempt = <T>(work: () => Saved<T>): Saved<T> => {
    try {
      return inTransaction(db, work);
    } catch (error) {
      forgetTermNumbers(prepare);
      return whyNotSaved(file, error);
    }
  };
  const held = (lease: Lease): Saved<never> =>
    notSaved('not-writer', `The database ${file} is written by ${nameOf(lease)} since ${lease.taken}.`);
  /** The lease, when it is still ours. */
  const own = (): Saved<Lease> => {
    const lease = current();
    if (fence !== null && lease !== null && lease.fence === fence) return ok(lease);
    if (fence === null || lease === null)
      return notSaved('not-writer', `The database ${file} is open for reading only; nothing was saved.`);
    return held(lease);
  };
  const renew = (at: string, seconds: number): Saved<Lease> =>
    attempt(() => {
      const lease = own();
      return lease.ok ? extend(lease.value, at, seconds) : lease;
    });
  return {
    append: work => attempt(() => ok(work())),
    write: work =>
      attempt(() => {
        const lease = own();
        return lease.ok ? ok(work()) : lease;
      }),
    lease: {
      current,
      renew,
      take: (holder, at, seconds, gone = () => false) => {
        const expires = later(at, seconds);
        const taken = attempt(() => {
          const last = current();
          if (last !== null && last.fence === fence) return extend(last, at, seconds);
          if (last !== null && last.expires > at && !gone(last)) return held(last);
          return save({ ...holder, taken: at, renewed: at, expires, fence: (last?.fence ?? 0) + 1 });
        });
        if (taken.ok) fence = taken.value.fence;
        return taken;
      },
      release: at => {
        const released = fence === null ? ok(null) : renew(at, 0);
        if (!released.ok && released.error.kind !== 'not-writer') return released;
        fence = null;
        return ok(null);
      },
    },
  };
};
