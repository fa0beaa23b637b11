import { DatabaseSync } from 'node:sqlite';
import { ok, type Result } from '../core/result.ts';
import { articleReads } from './articles.ts';
import { factReads } from './facts.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { databaseFailure, whyNotOpened } from './open-failure.ts';
import type { Store } from './ports.ts';
import { put } from './put.ts';
import { cachedStatements } from './statements.ts';

/** How long a write waits for another process to finish its own, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

const storeOn = (db: DatabaseSync): Store => {
  const prepare = cachedStatements(db);
  return {
    ...articleReads(prepare),
    ...factReads(prepare),
    put: readings => put(db, prepare, readings),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
};

/**
 * Opens a store, made new where there is none, brought up to date where it is of an earlier version.
 * What `put` returned from is on the disk (WAL, synchronous FULL).
 * @param file path or `file:` address of the database; `:memory:` for one that lasts as long as it is open
 * @returns an error in one line for what is no database of ours, is damaged, or cannot be written to
 */
export const openStore = (file: string): Result<Store> => {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
    const migrated = migrate(db, MIGRATIONS);
    if (!migrated.ok) {
      db.close();
      return databaseFailure(file, migrated.error);
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return ok(storeOn(db));
  } catch (error) {
    db?.close();
    return whyNotOpened(file, error);
  }
};
