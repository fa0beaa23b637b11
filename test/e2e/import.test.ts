import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { openFaults } from '../ingest/fetch/opened.ts';
import { madeUp, pageOf, rss } from '../intake/opened.ts';
import { LATE } from '../store/made-up.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { sitrep, startSitrep } from './run-sitrep.ts';

const line = (n: number): string =>
  JSON.stringify({
    id: `made-up-${n}`,
    title: `Made-up blast ${n}`,
    published: '2025-03-01',
    text: madeUp(n),
  });

const lines = (count: number): string => `${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`;

const run = async (database: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  await sitrep(words, { environment: { SITREP_DB: database, ...environment } });

const openedStore = (file: string): Store => {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};

/** Names of the articles of a file, each of them whole. */
const wholeArticles = (file: string): readonly string[] => {
  const store = openedStore(file);
  const ids = store.articles(LATE, 100_000).map(({ id }) => id);
  for (const id of ids) {
    expect(store.figures({ asOf: LATE, article: id }).length).toBeGreaterThan(0);
    expect(store.sentences(id, LATE).length).toBeGreaterThan(2);
  }
  store.close();
  const db = new DatabaseSync(file, { readOnly: true });
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.close();
  return ids;
};

describe('import', () => {
  test('takes in files of every kind, names what it refuses, and changes nothing the second time', async () => {
    const folder = temporaryFolder({
      'blast.txt': madeUp(1),
      'blast.html': pageOf('Made-up blast 2', madeUp(2)),
      'blast.md': `---\ntitle: Made-up blast 3\npublished: 2025-03-01\n---\n${madeUp(3)}`,
      'list.jsonl': `${line(4)}\n{"id": "no-text"}\n${line(5)}\n`,
      'feeds.opml':
        '<opml version="2.0"><body><outline text="Made up" xmlUrl="https://example.org/feed"/></body></opml>',
      'picture.png': new Uint8Array([0x89, 0x50, 0, 0, 1, 2, 3]),
      'empty.txt': '',
    });
    const database = join(temporaryFolder(), 'archive.db');
    const first = await run(database, ['import', folder, join(folder, 'nowhere.txt')]);
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('nowhere.txt: there is no such file');
    expect(first.stderr).toMatch(/list\.jsonl: line 2: No text/);
    expect(first.stderr).toMatch(/picture\.png: not text/);
    expect(first.stderr).toMatch(/empty\.txt: The file is empty/);
    expect(first.stderr).toMatch(
      /5 articles: .*1 feed is followed from now on\. 4 files, lines or pages were refused\./,
    );
    expect(wholeArticles(database)).toHaveLength(5);
    const second = await run(database, ['import', folder]);
    expect(second.stderr).toMatch(/5 articles: 5 there already\./);
    const answer = await run(database, ['ask', '--json', '/search made-up blast']);
    expect(answer.code).toBe(0);
  }, 60_000);

  test('takes a page by its address, and says what became of one that is none', async () => {
    const server = await openFaults();
    server.serve('/page', pageOf('Made-up blast', madeUp(1)));
    const database = join(temporaryFolder(), 'archive.db');
    const words = ['import', server.url('/page'), server.url('/status/404')];
    const { stderr, code } = await run(database, words, { SITREP_ALLOW_LOOPBACK: 'tests' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('there is no such page (404)')]);
    expect(wholeArticles(database)).toHaveLength(1);
    expect((await run(database, ['import', server.url('/page')])).stderr).toMatch(/only ports 80 and 443/);
  }, 60_000);

  test('without a name, or without a database, says in one line what it needs', async () => {
    expect(await run('a.db', ['import'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^sitrep: .*\n$/),
    });
    expect(await sitrep(['import', 'a.txt'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/SITREP_DB/),
    });
  });
});

describe('fetch', () => {
  test('fetches the feeds that are due once, and says what came of each', async () => {
    const server = await openFaults();
    server.serve('/page', pageOf('Made-up blast', madeUp(1)));
    server.serve('/good', rss([{ url: server.url('/page'), title: 'Made-up blast' }]));
    const list = { feeds: ['/good', '/feed/html', '/feed/bomb'].map(path => ({ url: server.url(path) })) };
    const folder = temporaryFolder({ 'feeds.json': JSON.stringify(list) });
    const environment = { SITREP_ALLOW_LOOPBACK: 'tests', SITREP_FEEDS: join(folder, 'feeds.json') };
    const database = join(folder, 'archive.db');
    const first = await run(database, ['fetch'], environment);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/\/good: 1 new\n/);
    expect(first.stderr).toMatch(/\/feed\/html: This is a page and no feed/);
    expect(first.stderr).toMatch(/\/feed\/bomb: The feed declares entities/);
    expect(wholeArticles(database)).toHaveLength(1);
    expect((await run(database, ['fetch'], environment)).stderr).toBe(
      'sitrep: None of the 3 feeds is due yet.\n',
    );
  }, 60_000);
});

/** Follows until the child has said what is waited for, then asks it to stop. */
const followUntil = async (environment: NodeJS.ProcessEnv, said: RegExp, stop: NodeJS.Signals) => {
  const child = startSitrep(['follow'], environment);
  let stderr = '';
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  child.stderr.on('data', chunk => {
    stderr += String(chunk);
    if (said.test(stderr)) child.kill(stop);
  });
  return { code: await ended, stderr };
};

test('follow fetches feeds and empties the inbox until it is asked to stop, and then ends well', async () => {
  const server = await openFaults();
  server.serve('/page', pageOf('Made-up blast', madeUp(1)));
  server.serve('/good', rss([{ url: server.url('/page'), title: 'Made-up blast' }]));
  const folder = temporaryFolder({ 'feeds.json': JSON.stringify({ feeds: [{ url: server.url('/good') }] }) });
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'a.txt'), madeUp(2));
  writeFileSync(join(inbox, 'b.png'), new Uint8Array([0, 1, 2, 3]));
  const database = join(folder, 'archive.db');
  const environment = {
    SITREP_DB: database,
    SITREP_INBOX: inbox,
    SITREP_FEEDS: join(folder, 'feeds.json'),
    SITREP_ALLOW_LOOPBACK: 'tests',
  };
  const { code, stderr } = await followUntil(environment, /b\.png: not text/, 'SIGTERM');
  expect([code, stderr]).toEqual([0, expect.stringMatching(/\/good: 1 new/)]);
  expect(readdirSync(inbox).sort()).toEqual(['refused', 'taken']);
  expect(readdirSync(join(inbox, 'taken'))).toEqual(['a.txt']);
  expect(readdirSync(join(inbox, 'refused')).sort()).toEqual(['b.png', 'b.png.reason.txt']);
  expect(readFileSync(join(inbox, 'refused', 'b.png.reason.txt'), 'utf8')).toMatch(/^not text.*\n$/);
  expect(wholeArticles(database)).toHaveLength(2);
  // Killed between keeping a file and putting it away, it is taken again: nothing changes but its place.
  renameSync(join(inbox, 'taken', 'a.txt'), join(inbox, 'a.txt'));
  await followUntil(environment, /a\.txt: taken in/, 'SIGKILL');
  expect(wholeArticles(database)).toHaveLength(2);
  expect(readdirSync(join(inbox, 'taken'))).toEqual(['a.txt']);
}, 60_000);

test('two processes on one file: the second imports nothing and says who writes, and no harm is done', async () => {
  const folder = temporaryFolder({ 'a.jsonl': lines(60), 'b.txt': madeUp(99) });
  const database = join(folder, 'archive.db');
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const first = startSitrep(['follow'], { SITREP_DB: database, SITREP_INBOX: inbox });
  onTestFinished(() => void first.kill('SIGKILL'));
  await new Promise<void>(resolve => first.stderr.once('data', () => resolve()));
  const second = await run(database, ['import', join(folder, 'b.txt')]);
  expect(second).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/is written by sitrep \(process \d+ on /),
  });
  // Reading goes on beside the writer.
  expect((await run(database, ['export'])).code).toBe(0);
  const ended = new Promise(resolve => first.on('close', resolve));
  first.kill('SIGKILL');
  await ended;
  expect((await run(database, ['import', join(folder, 'a.jsonl')])).code).toBe(0);
  expect(wholeArticles(database)).toHaveLength(60);
}, 60_000);

test('a full disk ends an import in one line; with space again the same import goes on where it was', async ({
  skip,
}) => {
  const folder = temporaryFolder({ 'a.jsonl': lines(900) });
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk], { encoding: 'utf8' });
  if (mounted.status !== 0) return skip(`no small disk could be mounted: ${mounted.stderr}`);
  onTestFinished(() => void spawnSync('umount', [disk]));
  const database = join(disk, 'archive.db');
  const full = await run(database, ['import', join(folder, 'a.jsonl')]);
  expect(full).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^sitrep: .*the disk is full, nothing was saved; free space and try again\.\n$/,
    ),
  });
  expect(spawnSync('mount', ['-o', 'remount,size=60m', disk]).status).toBe(0);
  const held = wholeArticles(database).length;
  expect(held).toBeGreaterThan(0);
  expect(held % 200).toBe(0);
  const again = await run(database, ['import', join(folder, 'a.jsonl')]);
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining(`${held} there already`)]);
  expect(wholeArticles(database)).toHaveLength(900);
}, 120_000);

/** So many rounds, some of them on a file that others have begun. */
const ROUNDS = 50;
const ROUNDS_A_FILE = 10;

/** What another process sees in the file: what it has seen is acknowledged. */
const seenBy = (reader: DatabaseSync): readonly string[] =>
  reader
    .prepare('SELECT id FROM articles')
    .all()
    .map(row => String(row.id));

/** Imports until so many articles are on the disk, or a moment that has nothing to do with them, and kills it. */
const killedImport = async (folder: string, database: string, round: number): Promise<readonly string[]> => {
  const child = startSitrep(['import', join(folder, `${round}.jsonl`)], { SITREP_DB: database });
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()));
  let [over, acknowledged] = [false, [] as readonly string[]];
  void ended.then(() => {
    over = true;
  });
  const reader = new DatabaseSync(database, { timeout: 5_000 });
  const before = seenBy(reader).length;
  for (let looks = 0; !over; looks++) {
    acknowledged = seenBy(reader);
    // Odd rounds die just after something was kept, the others after so many looks, wherever they are then.
    const isTime = round % 2 === 1 ? acknowledged.length > before : looks >= 40 + round * 4;
    if (isTime) child.kill('SIGKILL');
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  reader.close();
  return acknowledged;
};

test('an import killed at any moment loses nothing that anybody saw, leaves nothing half there, and can be repeated', async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < ROUNDS; round++)
    writeFileSync(
      join(folder, `${round}.jsonl`),
      Array.from({ length: 300 }, (_, n) => line(round * 1_000 + n)).join('\n'),
    );
  const file = async (n: number): Promise<void> => {
    const database = join(folder, `${n}.db`);
    openedStore(database).close();
    for (let i = 0; i < ROUNDS_A_FILE; i++) {
      const round = n * ROUNDS_A_FILE + i;
      const acknowledged = await killedImport(folder, database, round);
      const held = new Set(wholeArticles(database));
      expect(acknowledged.filter(id => !held.has(id))).toEqual([]);
      const own = [...held].filter(id => Math.floor(Number(id.slice('made-up-'.length)) / 1_000) === round);
      expect([0, 200, 300]).toContain(own.length);
    }
    const last = (n + 1) * ROUNDS_A_FILE - 1;
    expect((await run(database, ['import', join(folder, `${last}.jsonl`)])).code).toBe(0);
    expect(
      wholeArticles(database).filter(id => Number(id.slice('made-up-'.length)) >= last * 1_000),
    ).toHaveLength(300);
    rmSync(database);
  };
  await Promise.all(Array.from({ length: ROUNDS / ROUNDS_A_FILE }, (_, n) => file(n)));
}, 900_000);
