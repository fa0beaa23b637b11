import { DatabaseSync } from 'node:sqlite';
import { ok, type Result } from '../core/result.ts';
import { articleReads } from './articles.ts';
import { backUp } from './backup.ts';
import { changedReads } from './changed.ts';
import { countReads } from './counts.ts';
import { discordStore } from './discord.ts';
import { factReads } from './facts.ts';
import { databaseFailure, whyNotOpened } from './failures.ts';
import { recordVisit } from './feed-visits.ts';
import { feedStore } from './feeds.ts';
import { holdingReads } from './holdings.ts';
import { createLease } from './lease.ts';
import { type LeaseCheck, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { outboxStore } from './outbox.ts';
import { pageStore, recordPage } from './pages.ts';
import type { Store } from './ports.ts';
import { questionStore } from './questions.ts';
import { snapshotStore } from './snapshots.ts';
import { cachedStatements } from './statements.ts';
import { subscriptionStore } from './subscriptions.ts';
import { tallies } from './tally.ts';
import { telegramStore } from './telegram.ts';
import { termStore } from './terms.ts';
import { versionedArticles } from './versions.ts';
import { watchStore } from './watches.ts';

/** How long a write waits for another process to finish its own, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** Pages kept in memory, in KB: what a landing writes to in an archive of a hundred thousand articles. */
const CACHE = 32_768;

/**
 * After so many pages the log is put into the file. Less often takes less time in all, but the one landing that does it
 * then takes as long again as it would by itself.
 */
const CHECKPOINT = 500;

const storeOn = (db: DatabaseSync, file: string): Store => {
  const prepare = cachedStatements(db);
  const { lease, write, append } = createLease(db, prepare, file);
  return {
    ...articleReads(prepare),
    ...versionedArticles(prepare, write, ({ feed, pages = [] }) => {
      if (feed !== undefined) recordVisit(prepare, feed);
      for (const page of pages) recordPage(prepare, page);
    }),
    changed: changedReads(prepare),
    ...countReads(prepare),
    ...factReads(prepare),
    ...holdingReads(prepare),
    ...tallies(prepare),
    ...termStore(prepare, write),
    lease,
    feeds: feedStore(prepare, write),
    pages: pageStore(prepare, write),
    subscriptions: subscriptionStore(prepare, write),
    outbox: outboxStore(prepare, write),
    watches: watchStore(prepare, write),
    questions: questionStore(prepare, append),
    snapshots: snapshotStore(prepare, append),
    telegram: telegramStore(prepare, append),
    discord: discordStore(prepare, append),
    backup: target => backUp(db, target),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
};

/**
 * Opens a store for reading, made new where there is none, brought up to date where it is of an earlier version. To
 * write, take its lease. What a write returned from is on the disk (WAL, synchronous FULL).
 * @param file path or `file:` address of the database; `:memory:` for one that lasts as long as it is open
 * @param lease to be heeded before the tables of a file change that another program writes to
 * @returns an error in one line for what is no database of ours, is damaged, or cannot be written to
 */
export const openStore = (file: string, lease: LeaseCheck | null = null): Result<Store> => {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
    const migrated = migrate(db, MIGRATIONS, lease);
    if (!migrated.ok) {
      db.close();
      return databaseFailure(file, migrated.error);
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    db.exec(`PRAGMA cache_size = -${CACHE}; PRAGMA wal_autocheckpoint = ${CHECKPOINT};`);
    return ok(storeOn(db, file));
  } catch (error) {
    db?.close();
    return whyNotOpened(file, error);
  }
};
