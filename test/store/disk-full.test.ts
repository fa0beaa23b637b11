import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { keep, NOW, saved, writing } from './keep.ts';
import { article, figure, LATE, reading } from './made-up.ts';

const MEGABYTE = 1_048_576;

/** Mounts a file system of two megabytes; null, and why, where that is not allowed. */
const smallDisk = (): { readonly folder: string | null; readonly why: string } => {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  const size = `size=${2 * MEGABYTE}`;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) return { folder: null, why: mounted.stderr || String(mounted.error) };
  onTestFinished(() => void spawnSync('umount', [folder]));
  return { folder, why: '' };
};

const opened = (file: string): Store => {
  const store = openStore(file);
  if (!store.ok) throw new Error(store.error.message);
  onTestFinished(() => store.value.close());
  return store.value;
};

const made = (id: string, size: number) =>
  reading(article(id, null, { text: 'Made up. '.repeat(size / 9) }), { figures: [figure(`${id}#1`)] });

const FULL = {
  ok: false,
  error: {
    kind: 'disk-full',
    message: expect.stringMatching(/: the disk is full, nothing was saved; free space and try again\.$/),
  },
};

test('on a full disk a write says so, all that was there is answered, and with space again the next one goes in', ({
  skip,
}) => {
  const { folder, why } = smallDisk();
  if (folder === null) return skip(`no small disk could be mounted: ${why}`);
  const file = join(folder, 'a.db');
  const ballast = join(folder, 'ballast');
  const store = opened(file);
  keep(store, [made('first', 9_000)]);
  writeFileSync(ballast, new Uint8Array(MEGABYTE));
  for (let i = 0; i < 3; i++)
    expect(store.land({ at: NOW, rules: '', readings: [made('large', MEGABYTE)] })).toMatchObject(FULL);
  expect(store.articles(LATE, 9).map(({ id }) => id)).toEqual(['first']);
  expect(store.figures({ asOf: LATE })).toHaveLength(1);
  rmSync(ballast);
  expect(saved(store.land({ at: NOW, rules: '', readings: [made('large', 300_000)] }))).toHaveLength(1);
  expect(store.figures({ asOf: LATE })).toHaveLength(2);
  store.close();
  const db = new DatabaseSync(file, { readOnly: true });
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.close();
});

test('a disk without one free byte: what is there opens or is refused in one line, and a backup leaves nothing half', async ({
  skip,
}) => {
  const { folder, why } = smallDisk();
  if (folder === null) return skip(`no small disk could be mounted: ${why}`);
  const file = join(folder, 'a.db');
  const ballast = join(folder, 'ballast');
  const first = opened(file);
  keep(first, [made('first', 9_000)]);
  saved(first.lease.release(NOW));
  first.close();
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4096']);
  const full = openStore(file);
  if (full.ok) {
    expect(full.value.articles(LATE, 9)).toHaveLength(1);
    full.value.close();
  } else expect(full.error.message).toMatch(/full/);
  expect(openStore(join(folder, 'new.db'))).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/full/) },
  });
  const elsewhere = opened(join(temporaryFolder(), 'b.db'));
  writing(elsewhere);
  expect(await elsewhere.backup(join(folder, 'copy.db'))).toMatchObject({ ok: false });
  expect(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout).not.toMatch(/copy/);
  rmSync(ballast);
  expect(opened(file).articles(LATE, 9)).toHaveLength(1);
  expect(await elsewhere.backup(join(folder, 'copy.db'))).toEqual({ ok: true, value: null });
});
