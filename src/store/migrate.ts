import type { DatabaseSync } from 'node:sqlite';
import { ok, type Result } from '../core/result.ts';
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

/** What the steps may call beside SQLite's own. */
const addFunctions = (db: DatabaseSync): void =>
  db.function('text_hash', { deterministic: true }, text => textHash(String(text)));

/**
 * Brings a database to the newest version, or leaves it untouched. All steps are one transaction that holds the
 * write lock, so two processes that start at once do not run a step twice. One that is up to date is not written to:
 * it opens while another process writes, on a full disk, and where it may only be read.
 * @returns the version it was at before; or, when it is not ours or too new, the reason, to follow the file's name
 * @throws what SQLite throws, a damaged file included
 */
export const migrate = (db: DatabaseSync, migrations: readonly string[]): Result<number, string> => {
  if (isCurrent(db, migrations)) return ok(migrations.length);
  addFunctions(db);
  return inTransaction(db, () => {
    const stranger = notOurs(db, migrations);
    if (stranger !== null) return { ok: false, error: stranger };
    const before = readNumber(db, 'PRAGMA user_version');
    for (const migration of migrations.slice(before)) db.exec(migration);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length};`);
    return ok(before);
  });
};
