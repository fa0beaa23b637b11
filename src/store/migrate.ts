import type { DatabaseSync } from 'node:sqlite';
import { ok, type Result } from '../core/result.ts';
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

/**
 * Brings a database to the newest version, or leaves it untouched. All steps are one transaction that holds the
 * write lock, so two processes that start at once do not run a step twice.
 * @returns the version it was at before; or, when it is not ours or too new, the reason, to follow the file's name
 * @throws what SQLite throws, a read-only or damaged file included
 */
export const migrate = (db: DatabaseSync, migrations: readonly string[]): Result<number, string> =>
  inTransaction(db, () => {
    const stranger = notOurs(db, migrations);
    if (stranger !== null) return { ok: false, error: stranger };
    const before = readNumber(db, 'PRAGMA user_version');
    for (const migration of migrations.slice(before)) db.exec(migration);
    // Written even when nothing changes: it is what tells a file that can only be read.
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length};`);
    return ok(before);
  });
