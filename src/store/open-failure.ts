import { z } from 'zod';
import { type Failure, fail, type Result } from '../core/result.ts';

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int() });

/** By SQLite's primary result code. */
const REASONS: Readonly<Record<number, string>> = {
  5: 'is in use by another process; stop that one first',
  6: 'is in use by another process; stop that one first',
  8: 'cannot be written to; check its permissions',
  10: 'cannot be read; check the disk',
  11: 'is damaged; restore a backup, or name another file',
  13: 'cannot grow: the disk is full',
  14: 'cannot be opened; it must be a file in a folder that exists and can be written to',
  26: 'is no database; name another file',
};

export const databaseFailure = (file: string, reason: string): Result<never, Failure> =>
  fail('input', `The database ${file} ${reason}.`);

/** What stopped a database from opening, in one line. Anything else than the reasons above is a bug and thrown on. */
export const whyNotOpened = (file: string, error: unknown): Result<never, Failure> => {
  const parsed = sqliteError.safeParse(error);
  // The low byte is the primary code; the rest tells variants of it apart.
  const reason = parsed.success ? REASONS[parsed.data.errcode & 0xff] : undefined;
  if (reason === undefined) throw error;
  return databaseFailure(file, reason);
};
