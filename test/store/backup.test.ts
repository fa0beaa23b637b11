import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { keep, NOW } from './keep.ts';
import { article, figure, LATE, reading } from './made-up.ts';

const opened = (file: string): Store => {
  const store = openStore(file);
  if (!store.ok) throw new Error(store.error.message);
  onTestFinished(() => store.value.close());
  return store.value;
};

const made = (id: string) => reading(article(id, null), { figures: [figure(`${id}#1`)] });

test.for(['a.db', ':memory:'])('a copy of %s holds all and is one sound file', async name => {
  const folder = temporaryFolder();
  const store = opened(name === ':memory:' ? name : join(folder, name));
  keep(store, [made('a'), made('b')]);
  const copy = join(folder, 'copy.db');
  expect(await store.backup(copy)).toEqual({ ok: true, value: null });
  expect(readdirSync(folder).filter(file => file.startsWith('copy'))).toEqual(['copy.db']);
  const again = opened(copy);
  expect(again.figures({ asOf: LATE })).toEqual(store.figures({ asOf: LATE }));
  expect(again.counts(LATE)).toEqual(store.counts(LATE));
});

test('a copy made while articles come in is the archive of one moment', async () => {
  const folder = temporaryFolder();
  const store = opened(join(folder, 'a.db'));
  const many = Array.from({ length: 300 }, (_, n) => made(`before-${n}`));
  keep(store, many);
  const copying = store.backup(join(folder, 'copy.db'));
  keep(store, [made('during-1'), made('during-2')]);
  expect((await copying).ok).toBe(true);
  const { articles, figures } = opened(join(folder, 'copy.db')).counts(LATE);
  expect(figures).toBe(articles);
  expect([300, 302]).toContain(articles);
});

test('a file that is there already is never written over', async () => {
  const folder = temporaryFolder();
  const store = opened(':memory:');
  writeFileSync(join(folder, 'kept'), 'made up');
  expect(await store.backup(join(folder, 'kept'))).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/kept is there already; name a file that is not\.$/) },
  });
  expect(readdirSync(folder)).toEqual(['kept']);
});

test('a folder that is not there is said in one line', async () => {
  const nowhere = join(temporaryFolder(), 'nowhere', 'a.db');
  expect(await opened(':memory:').backup(nowhere)).toMatchObject({
    ok: false,
    error: { message: `${nowhere} cannot be written; name a file in a folder that exists.` },
  });
});

test('a copy is written by nobody, whoever writes the archive', async () => {
  const folder = temporaryFolder();
  const store = opened(join(folder, 'a.db'));
  keep(store, [made('a')]);
  await store.backup(join(folder, 'copy.db'));
  const copy = opened(join(folder, 'copy.db'));
  expect(copy.lease.take({ name: 'b', pid: 2, host: 'there' }, NOW, 60).ok).toBe(true);
});
