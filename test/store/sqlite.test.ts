import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serialize } from 'node:v8';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { leaseContract } from './contract/lease.ts';
import { storeContract } from './contract.ts';
import { keep, NOW, saved } from './keep.ts';
import { article, figure, LATE, reading } from './made-up.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = (): string => join(folder, `${files++}.db`);

const opened = (file: string): Store => {
  const result = openStore(file);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

storeContract('memory store', () => opened(':memory:'));
storeContract('file store', () => opened(newFile()));

describe('two stores on one file', () => {
  const open: Store[] = [];
  afterEach(() => {
    for (const store of open.splice(0)) store.close();
  });
  leaseContract(() => {
    const file = newFile();
    const two = [opened(file), opened(file)] as const;
    open.push(...two);
    return two;
  });
});

const made = reading(article('a', '2024-11-09'), { figures: [figure('a#1')] });

test('a file holds after closing what was put before', () => {
  const file = newFile();
  const first = opened(file);
  keep(first, [made]);
  first.close();
  const again = opened(file);
  expect(again.article('a', LATE)).toEqual(made.article);
  expect(again.figures({ asOf: LATE })).toEqual(made.figures);
  again.close();
});

test('two stores on one file see each other’s writes at once', () => {
  const file = newFile();
  const [one, other] = [opened(file), opened(file)];
  keep(one, [made]);
  saved(one.lease.release(NOW));
  expect(other.counts(LATE)).toEqual({ articles: 1, figures: 1, reports: 0 });
  keep(other, [reading(article('b', null))]);
  expect(one.counts(LATE)).toEqual({ articles: 2, figures: 1, reports: 0 });
  one.close();
  other.close();
});

test('a file is kept in write-ahead mode, marked as ours', () => {
  const file = newFile();
  opened(file).close();
  const db = new DatabaseSync(file);
  expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(db.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0x53495452 });
  db.close();
});

test('a snapshot that is damaged is none: it can be made again', () => {
  const file = newFile();
  const store = opened(file);
  const db = new DatabaseSync(file);
  const put = db.prepare(`INSERT OR REPLACE INTO snapshots VALUES ('ledger', 'rules 1', 1, ?)`);
  for (const content of [Buffer.from('made up'), serialize({ counts: 'made up' }), Buffer.alloc(0)]) {
    put.run(content);
    expect(store.snapshots.ledger('rules 1')).toBeNull();
  }
  db.close();
  store.close();
});

test('closing twice is closing once', () => {
  const store = opened(':memory:');
  store.close();
  expect(() => store.close()).not.toThrow();
});

/** Each makes something that is no database of ours and gives the name to open it by. */
const REFUSED: readonly { claim: string; make: () => string; line: RegExp }[] = [
  {
    claim: 'a text file',
    make: () => {
      const file = newFile();
      writeFileSync(file, 'Made up, and no database at all.\n'.repeat(40));
      return file;
    },
    line: /is no database; name another file\.$/,
  },
  {
    claim: 'a folder',
    make: () => {
      const file = newFile();
      mkdirSync(file);
      return file;
    },
    line: /cannot be opened; it must be a file in a folder that exists and can be written to\.$/,
  },
  {
    claim: 'a file in a folder that is not there',
    make: () => join(folder, 'nowhere', 'a.db'),
    line: /cannot be opened; it must be a file in a folder that exists/,
  },
  {
    claim: 'a database cut off in the middle',
    make: () => {
      const file = newFile();
      opened(file).close();
      writeFileSync(file, readFileSync(file).subarray(0, 5_000));
      return file;
    },
    line: /is damaged; restore a backup, or name another file\.$/,
  },
  {
    claim: 'an older database that may only be read',
    make: () => {
      const file = newFile();
      const db = new DatabaseSync(file);
      migrate(db, MIGRATIONS.slice(0, 1));
      db.close();
      return `file:${file}?mode=ro`;
    },
    line: /cannot be written to; check its permissions\.$/,
  },
  {
    claim: 'the database of another program',
    make: () => {
      const file = newFile();
      const db = new DatabaseSync(file);
      db.exec('CREATE TABLE songs (title TEXT)');
      db.close();
      return file;
    },
    line: /is the database of another program\.$/,
  },
  {
    claim: 'a database of a newer version',
    make: () => {
      const file = newFile();
      opened(file).close();
      const db = new DatabaseSync(file);
      db.exec('PRAGMA user_version = 1000');
      db.close();
      return file;
    },
    line: /was written by a newer version of this program; update, or name another file\.$/,
  },
];

test.for(REFUSED)('$claim is refused in one line that names it', ({ make, line }) => {
  const file = make();
  const result = openStore(file);
  expect(result).toMatchObject({ ok: false, error: { fault: 'input' } });
  const message = result.ok ? '' : result.error.message;
  expect(message).toMatch(line);
  expect(message).toContain(file);
  expect(message).not.toContain('\n');
});

test('a database that may only be read answers, and says so to who would write', () => {
  const file = newFile();
  const writer = opened(file);
  keep(writer, [made]);
  saved(writer.lease.release(NOW));
  const reader = opened(`file:${file}?mode=ro`);
  expect(reader.figures({ asOf: LATE })).toEqual(made.figures);
  expect(reader.lease.take({ name: 'x', pid: 1, host: 'y' }, NOW, 1)).toMatchObject({
    ok: false,
    error: { kind: 'broken', message: expect.stringMatching(/cannot be written to, nothing was saved/) },
  });
  reader.close();
  writer.close();
});
