import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in a transaction of its own. */
export type Transact = <T>(work: () => T) => T;

/** Runs `work` while holding the write lock: all of it is kept, or, when it throws, nothing. */
export const inTransaction = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // SQLite has already rolled back by itself after a full disk or a damaged page.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
