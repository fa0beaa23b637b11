import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import type { Sharing } from './ports/sharing.ts';
import { inTransaction, type Transact } from './transaction.ts';

/** How a connection writes, and when that is on the disk. */
export interface Writes {
  readonly transact: Transact;
  /** Resolves when all that was written until now is on the disk. */
  readonly flushed: () => Promise<void>;
  readonly close: () => void;
}

/** Of whoever has the file alone: each commit waits for the disk. */
export const ownWrites = (db: DatabaseSync): Writes => ({
  transact: work => inTransaction(db, work),
  flushed: async () => {},
  close: () => {},
});

/** So many writes of one connection, and what is in the log goes into the file. */
const CHECKPOINT_EVERY = 8;

const sync = promisify(fdatasync);

/**
 * Writes beside other threads. Commits leave the waiting for the disk to what follows them, so that nobody else waits for it
 * too: a log that was synced holds the same as one that SQLite synced. Whoever writes `when-asked` leaves checkpoints to others.
 */
export const sharedWrites = (db: DatabaseSync, { turn, durable }: Sharing): Writes => {
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;');
  const path = db.location();
  let log: number | null = null;
  let [written, synced] = [0, 0];
  let syncing: Promise<void> | null = null;
  /** It lasts as long as any connection does. */
  const opened = (): number => {
    log ??= openSync(`${path}-wal`, 'r+');
    return log;
  };
  const syncAll = async (): Promise<void> => {
    const all = written;
    await sync(opened());
    synced = all;
  };
  return {
    transact: work => {
      let value: ReturnType<typeof work>;
      turn.take();
      try {
        value = inTransaction(db, work);
      } finally {
        turn.give();
      }
      written += 1;
      if (durable === 'at-once') {
        fdatasyncSync(opened());
        if (written % CHECKPOINT_EVERY === 0) db.exec('PRAGMA wal_checkpoint(PASSIVE)');
      }
      return value;
    },
    flushed: async () => {
      const goal = durable === 'at-once' ? synced : written;
      while (synced < goal) {
        syncing ??= syncAll().finally(() => {
          syncing = null;
        });
        await syncing;
      }
    },
    close: () => {
      if (log !== null) closeSync(log);
      log = null;
    },
  };
};
