import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ok } from '../core/result.ts';
import { notSaved, sqliteCode, whyNotSaved } from './failures.ts';
import type { Saved } from './ports/saved.ts';

/** What it is called until it is whole. */
const unfinished = (file: string): string => `${file}.unfinished`;

/** Makes one file of the copy, written by nobody. @returns whether it is sound */
const settle = (file: string): boolean => {
  const copy = new DatabaseSync(file);
  try {
    // In write-ahead mode it would have files beside it; whoever opens it as a store sets that again.
    copy.exec('PRAGMA journal_mode = DELETE; UPDATE lease SET expires = renewed;');
    return Object.values(copy.prepare('PRAGMA integrity_check').get() ?? {})[0] === 'ok';
  } finally {
    copy.close();
  }
};

/** Copies a database to a file that is not there yet, see `Store.backup`. */
export const backUp = async (db: DatabaseSync, file: string): Promise<Saved<null>> => {
  if (existsSync(file)) return notSaved('broken', `${file} is there already; name a file that is not.`);
  const partial = unfinished(file);
  const clear = (): void => {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(partial + ending, { force: true });
  };
  try {
    clear();
    await backup(db, partial);
    if (!settle(partial)) {
      clear();
      return notSaved('broken', `The copy ${file} was not sound and is gone; check the disk.`);
    }
    renameSync(partial, file);
    return ok(null);
  } catch (error) {
    clear();
    if (sqliteCode(error) === 14)
      return notSaved('broken', `${file} cannot be written; name a file in a folder that exists.`);
    return whyNotSaved(file, error);
  }
};
