import { z } from 'zod';
import { type Failure, fail, type Result } from '../core/result.ts';
import type { Saved, WriteFailure } from './ports/saved.ts';

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int() });

/** SQLite's primary result code; null for anything that SQLite did not throw. */
export const sqliteCode = (error: unknown): number | null => {
  const parsed = sqliteError.safeParse(error);
  // The low byte is the primary code; the rest tells variants of it apart.
  return parsed.success ? parsed.data.errcode & 0xff : null;
};

const [BUSY, LOCKED, READONLY, IO, CORRUPT, FULL, CANTOPEN, NOTADB] = [5, 6, 8, 10, 11, 13, 14, 26];

const IN_USE = 'is in use by another process; stop that one first';

const DISK_FULL = 'cannot be written: the disk is full, nothing was saved; free space and try again';

/** By SQLite's primary result code. */
const OPENING: ReadonlyMap<number | null | undefined, string> = new Map([
  [BUSY, IN_USE],
  [LOCKED, IN_USE],
  [READONLY, 'cannot be written to; check its permissions'],
  [IO, 'cannot be read or written; check the disk, and whether it is full'],
  [CORRUPT, 'is damaged; restore a backup, or name another file'],
  [FULL, DISK_FULL],
  [CANTOPEN, 'cannot be opened; it must be a file in a folder that exists and can be written to'],
  [NOTADB, 'is no database; name another file'],
]);

const line = (file: string, reason: string): string => `The database ${file} ${reason}.`;

export const databaseFailure = (file: string, reason: string): Result<never, Failure> =>
  fail('input', line(file, reason));

/** What stopped a database from opening, in one line. Anything else than the reasons above is a bug and thrown on. */
export const whyNotOpened = (file: string, error: unknown): Result<never, Failure> => {
  const reason = OPENING.get(sqliteCode(error));
  if (reason === undefined) throw error;
  return databaseFailure(file, reason);
};

export const notSaved = (
  kind: WriteFailure['kind'],
  message: string,
): { readonly ok: false; readonly error: WriteFailure } => ({
  ok: false,
  error: { fault: 'input', kind, message },
});

const WRITING: ReadonlyMap<number | null | undefined, readonly [kind: WriteFailure['kind'], reason: string]> =
  new Map([
    [BUSY, ['busy', 'is in use by another process, nothing was saved; try again']],
    [LOCKED, ['busy', 'is in use by another process, nothing was saved; try again']],
    [READONLY, ['broken', 'cannot be written to, nothing was saved; check its permissions']],
    [IO, ['broken', 'could not be written, nothing was saved; check the disk, and whether it is full']],
    [CORRUPT, ['broken', 'is damaged, nothing was saved; restore a backup']],
    [FULL, ['disk-full', DISK_FULL]],
  ]);

/** What stopped a write, in one line. Anything else than the reasons above is a bug and thrown on. */
export const whyNotSaved = (file: string, error: unknown): Saved<never> => {
  const found = WRITING.get(sqliteCode(error));
  if (found === undefined) throw error;
  const [kind, reason] = found;
  return notSaved(kind, line(file, reason));
};
