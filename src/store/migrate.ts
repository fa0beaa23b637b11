import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Instant } from '../core/clock.ts';
import { ok, type Result } from '../core/result.ts';
import { nameOf } from './lease.ts';
import type { Holder } from './ports/lease.ts';
import { textHash } from './text-hash.ts';
import { inTransaction } from './transaction.ts';

/** "SITR": marks a database file as ours, so that another program's is left alone. */
const APPLICATION_ID = 0x53495452;

const readNumber = (db: DatabaseSync, sql: string): number => {
  const value = Object.values(db.prepare(sql).get() ?? {})[0];
  return typeof value === 'number' ? value : 0;
};

const notOurs = (db: DatabaseSync, migrations: readonly string[]): string | null => {
  const owner = readNumber(db, 'PRAGMA application_id');
  const filled = readNumber(db, 'SELECT count(*) FROM sqlite_schema') > 0;
  if (owner !== APPLICATION_ID && (owner !== 0 || filled)) return 'is the database of another program';
  if (readNumber(db, 'PRAGMA user_version') > migrations.length)
    return 'was written by a newer version of this program; update, or name another file';
  return null;
};

const isCurrent = (db: DatabaseSync, migrations: readonly string[]): boolean =>
  readNumber(db, 'PRAGMA application_id') === APPLICATION_ID &&
  readNumber(db, 'PRAGMA user_version') === migrations.length;

/** Whether a lease is to be heeded: it has not expired, and its holder is not known to have ended. */
export interface LeaseCheck {
  readonly at: Instant;
  readonly gone: (holder: Holder) => boolean;
}

const holderRow = z.object({ name: z.string(), pid: z.int(), host: z.string(), expires: z.string() });

/** What a process does that writes by an earlier version, and would go on to: that its tables change under it stops it. */
const whoWrites = (db: DatabaseSync, { at, gone }: LeaseCheck): string | null => {
  if (readNumber(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'lease'") === 0) return null;
  const row = db.prepare('SELECT name, pid, host, expires FROM lease').get();
  if (row === undefined) return null;
  const { expires, ...holder } = holderRow.parse(row);
  return expires <= at || gone(holder)
    ? null
    : `is of an earlier version, and ${nameOf(holder)} writes to it; stop that one, then start this one again`;
};

/** What the steps may call beside SQLite's own. */
const addFunctions = (db: DatabaseSync): void =>
  db.function('text_hash', { deterministic: true }, text => textHash(String(text)));

/**
 * Brings a database to the newest version, or leaves it untouched. All steps are one transaction that holds the
 * write lock, so two processes that start at once do not run a step twice. One that is up to date is not written to:
 * it opens while another process writes, on a full disk, and where it may only be read.
 * @param lease of an older program that writes at the moment; without it nobody does
 * @returns the version it was at before; or, when it is not ours, too new or in use, the reason, to follow the file's name
 * @throws what SQLite throws, a damaged file included
 */
export const migrate = (
  db: DatabaseSync,
  migrations: readonly string[],
  lease: LeaseCheck | null = null,
): Result<number, string> => {
  if (isCurrent(db, migrations)) return ok(migrations.length);
  addFunctions(db);
  return inTransaction(db, () => {
    const stranger = notOurs(db, migrations) ?? (lease === null ? null : whoWrites(db, lease));
    if (stranger !== null) return { ok: false, error: stranger };
    const before = readNumber(db, 'PRAGMA user_version');
    for (const migration of migrations.slice(before)) db.exec(migration);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length};`);
    return ok(before);
  });
};
