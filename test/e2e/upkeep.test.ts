import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/sqlite.ts';
import { readCsvRecords } from '../read-csv.ts';
import { saved } from '../store/keep.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { factsSchema } from './facts-schema.ts';
import { answerOf, sitrep } from './run-sitrep.ts';

const MADE_UP = {
  'made-up.txt': 'Four traders were killed in a bombing in Zhob on 3 March 2025, police said.',
};

const shared = mkdtempSync(join(tmpdir(), 'upkeep-'));
const original = join(shared, 'archive.db');
afterAll(() => rmSync(shared, { recursive: true }));

beforeAll(async () => {
  mkdirSync(join(shared, 'articles'));
  for (const [name, text] of Object.entries(MADE_UP)) writeFileSync(join(shared, 'articles', name), text);
  const words = ['ask', '--articles', join(shared, 'articles'), '/sources'];
  const { code, stderr } = await sitrep(words, { environment: { SITREP_DB: original } });
  expect([code, stderr]).toEqual([0, '']);
});

/** A database with the bundled articles and one that is made up, and the folder of that one. */
const archive = (): { readonly file: string; readonly folder: string } => {
  const file = join(temporaryFolder(), 'archive.db');
  copyFileSync(original, file);
  return { file, folder: temporaryFolder(MADE_UP) };
};

const exported = z.array(
  z.strictObject({
    article: z.strictObject({
      id: z.string(),
      title: z.string().nullable(),
      published: z.string().nullable(),
      publisher: z.string().nullable(),
      url: z.string().nullable(),
    }),
    figures: factsSchema.shape.figures,
    incidents: factsSchema.shape.incidents,
    trends: factsSchema.shape.trends,
  }),
);

const run = async (file: string, ...words: readonly string[]) =>
  await sitrep(words, { environment: { SITREP_DB: file } });

describe('a database', () => {
  test('is copied, and the copy answers the same', async () => {
    const { file } = archive();
    const copy = join(temporaryFolder(), 'copy.db');
    expect(await run(file, 'backup', copy)).toEqual({
      code: 0,
      stdout: '',
      stderr: `sitrep: The database is copied to ${copy}.\n`,
    });
    const question = ['ask', '--json', '/incident zhob march 2025'];
    const answer = answerOf(await run(copy, ...question));
    expect(answer.text).toContain('4 traders');
    expect(answer).toEqual(answerOf(await run(file, ...question)));
    expect(await run(file, 'backup', copy)).toMatchObject({
      code: 2,
      stderr: `sitrep: ${copy} is there already; name a file that is not.\n`,
    });
  });

  test('is exported as a list of articles with their facts', async () => {
    const { file } = archive();
    const { code, stdout, stderr } = await run(file, 'export');
    expect([code, stderr]).toEqual([0, '']);
    const all = exported.parse(JSON.parse(stdout));
    const ids = all.map(({ article }) => article.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(5);
    const one = all.find(({ article }) => article.id === 'made-up');
    expect(one?.figures).toMatchObject([
      { low: 4, measure: 'fatalities', quote: 'Four traders were killed' },
    ]);
    expect(one?.incidents).toMatchObject([{ type: 'bombing', figures: [0] }]);
  });

  test('is exported as the rows that extract writes', async () => {
    const { file } = archive();
    const { stdout } = await run(file, 'export', '--format', 'csv');
    const text = MADE_UP['made-up.txt'];
    const extract = await sitrep(['extract', '--format', 'csv'], {
      stdin: JSON.stringify({ id: 'made-up', text }),
    });
    const rows = readCsvRecords(stdout);
    expect(rows.filter(row => row.article === 'made-up')).toEqual(readCsvRecords(extract.stdout));
    expect(rows.length).toBeGreaterThan(20);
  });

  test('is exported as of a time: what was published later is not there', async () => {
    const { file } = archive();
    const { stdout } = await run(file, 'export', '--as-of', '2024-11-22');
    const days = exported.parse(JSON.parse(stdout)).flatMap(({ article }) => article.published ?? []);
    expect(days.length).toBeGreaterThan(0);
    expect(days.filter(day => day > '2024-11-22T23:59:59Z')).toEqual([]);
  });

  test('is read again where other rules have read it, once', async () => {
    const { file } = archive();
    const before = (await run(file, 'export')).stdout;
    const db = new DatabaseSync(file);
    db.exec(
      `UPDATE articles SET rules = 'older rules'; DELETE FROM figures WHERE doc ->> '$.measure' = 'fatalities'`,
    );
    const { n } = z.object({ n: z.int() }).parse(db.prepare('SELECT count(*) AS n FROM articles').get());
    db.close();
    expect((await run(file, 'export')).stdout).not.toBe(before);
    expect(await run(file, 'reindex')).toEqual({
      code: 0,
      stdout: '',
      stderr: `sitrep: ${n} articles were read again.\n`,
    });
    expect((await run(file, 'export')).stdout).toBe(before);
    expect((await run(file, 'reindex')).stderr).toBe(
      'sitrep: Everything was read by the present rules already.\n',
    );
  });

  test('that another process writes is answered from; what is new in folders waits, and so does reindex', async () => {
    const { file, folder } = archive();
    const opened = openStore(file);
    if (!opened.ok) throw new Error(opened.error.message);
    const { lease } = opened.value;
    const holder = { name: 'another bot', pid: 7, host: 'elsewhere' };
    saved(lease.take(holder, new Date().toISOString(), 600));
    writeFileSync(join(folder, 'newer.txt'), 'Nine guards were killed in Zhob on 4 March 2025, police said.');
    const words = ['ask', '--json', '--articles', folder, '/incident zhob march 2025'];
    const asked = await run(file, ...words);
    expect(answerOf(asked).text).toContain('4 traders');
    expect(asked.stderr).toMatch(
      /is written by another bot \(process 7 on elsewhere\) since .*were not taken in/,
    );
    const db = new DatabaseSync(file);
    db.exec(`UPDATE articles SET rules = 'older rules'`);
    db.close();
    expect(await run(file, 'reindex')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is written by another bot/),
    });
    saved(lease.release(new Date().toISOString()));
    opened.value.close();
    expect(answerOf(await run(file, ...words)).text).toContain('9 guards');
  });
});

test.for(['export', 'reindex', 'backup'])('%s needs a database that is there', async command => {
  const words = command === 'backup' ? [command, 'copy.db'] : [command];
  expect(await sitrep(words)).toEqual({
    code: 2,
    stdout: '',
    stderr: `sitrep: ${command} works on the database that SITREP_DB names; set it to the file.\n`,
  });
  const nowhere = join(temporaryFolder(), 'nowhere.db');
  expect(await run(nowhere, ...words)).toEqual({
    code: 2,
    stdout: '',
    stderr: `sitrep: The database ${nowhere} is not there; check SITREP_DB.\n`,
  });
});
