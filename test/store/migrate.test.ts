import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { textHash } from '../../src/store/text-hash.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { keep, saved } from './keep.ts';
import { article, figure, LATE, read, reading, report } from './made-up.ts';

const schemaOf = (db: DatabaseSync): unknown[] =>
  db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();

const tablesOf = (db: DatabaseSync): unknown[] =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();

const memory = (): DatabaseSync => new DatabaseSync(':memory:');

const newest = memory();
migrate(newest, MIGRATIONS);

test.for(
  MIGRATIONS.map((_, version) => ({ version })),
)('a database of version $version ends with the newest tables', ({ version }) => {
  const db = memory();
  expect(migrate(db, MIGRATIONS.slice(0, version))).toEqual({ ok: true, value: 0 });
  expect(migrate(db, MIGRATIONS)).toEqual({ ok: true, value: version });
  expect(schemaOf(db)).toEqual(schemaOf(newest));
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
});

test('a step runs once, however often a database is opened', () => {
  const db = memory();
  const steps = ['CREATE TABLE one (n)', 'INSERT INTO one VALUES (1)'];
  expect(migrate(db, steps)).toEqual({ ok: true, value: 0 });
  expect(migrate(db, steps)).toEqual({ ok: true, value: 2 });
  expect(db.prepare('SELECT n FROM one').all()).toEqual([{ n: 1 }]);
});

test('a step that fails leaves the database as it was, and the next start goes on from there', () => {
  const db = memory();
  migrate(db, ['CREATE TABLE one (n)']);
  expect(() =>
    migrate(db, ['CREATE TABLE one (n)', 'CREATE TABLE two (n)', 'CREATE TABLE one (n)']),
  ).toThrow();
  expect(tablesOf(db)).toEqual([{ name: 'one' }]);
  expect(migrate(db, ['CREATE TABLE one (n)', 'CREATE TABLE two (n)'])).toEqual({ ok: true, value: 1 });
  expect(tablesOf(db)).toEqual([{ name: 'one' }, { name: 'two' }]);
});

const LEASE = MIGRATIONS.findIndex(step => step.includes('CREATE TABLE lease')) + 1;

test.for<[claim: string, at: string, gone: boolean, waits: boolean]>([
  ['a writer of an earlier version is at work', '2026-01-01T00:00:30.000Z', false, true],
  ['its writer is known to have ended', '2026-01-01T00:00:30.000Z', true, false],
  ['its lease has expired', '2026-01-01T00:01:00.000Z', false, false],
])('a database is left as it is only while %s', ([, at, gone, waits]) => {
  const db = memory();
  migrate(db, MIGRATIONS.slice(0, LEASE));
  db.exec(`INSERT INTO lease (one, name, pid, host, taken, renewed, expires, fence) VALUES
    (1, 'a made-up bot', 7, 'here', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:01:00.000Z', 1)`);
  const migrated = migrate(db, MIGRATIONS, { at, gone: () => gone });
  if (waits) {
    expect(migrated.ok ? '' : migrated.error).toContain(
      'a made-up bot (process 7 on here) writes to it; stop that one',
    );
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: LEASE });
  } else expect(migrated).toEqual({ ok: true, value: LEASE });
});

test('a database with more steps than are known is not touched', () => {
  const db = memory();
  migrate(db, ['CREATE TABLE one (n)', 'CREATE TABLE two (n)']);
  expect(migrate(db, ['CREATE TABLE one (n)'])).toMatchObject({ ok: false });
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
});

const OLD = reading(article('a', '2024-11-09', { title: 'Made up', url: 'https://example.org/a' }), {
  figures: [figure('a#1', { place: read('pk/balochistan') }), figure('a#2', { security: false })],
  reports: [
    report('a#r', { actors: [{ actor: 'bla', role: 'claimed', by: null, span: { start: 0, end: 4 } }] }),
  ],
});

/** A file as the first version wrote it, with an article and its facts; some steps later. */
const archiveOf = (version: number): string => {
  const file = join(temporaryFolder(), 'old.db');
  const db = new DatabaseSync(file);
  migrate(db, MIGRATIONS.slice(0, 1));
  const { id, title, published, url, text } = OLD.article;
  db.prepare(
    'INSERT INTO articles (key, id, day, title, published, url, text) VALUES (7, ?, ?, ?, ?, ?, ?)',
  ).run(id, published, title, published, url, text);
  db.prepare('INSERT INTO sentences VALUES (7, 0, 0, ?, 0, ?)').run(text.length, 'body');
  for (const one of OLD.figures)
    db.prepare('INSERT INTO figures (article, doc) VALUES (7, ?)').run(JSON.stringify(one));
  for (const one of OLD.reports)
    db.prepare('INSERT INTO reports (key, article, doc) VALUES (3, 7, ?)').run(JSON.stringify(one));
  db.exec(`INSERT INTO report_actors VALUES ('bla', 3)`);
  migrate(db, MIGRATIONS.slice(0, version));
  db.close();
  return file;
};

test.for(
  MIGRATIONS.map((_, i) => i + 1),
)('an archive of version %i is answered from as before, and goes on', version => {
  const file = archiveOf(version);
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  expect(store.version('a', 1)).toMatchObject(OLD);
  expect(store.article('a', LATE)).toEqual(OLD.article);
  expect(store.figures({ asOf: LATE, place: 'pk' })).toEqual(OLD.figures.slice(0, 1));
  expect(store.reports({ asOf: LATE, actor: 'bla' })).toEqual(OLD.reports);
  expect(store.versions('a')).toMatchObject([
    { version: 1, seen: null, since: null, until: null, rules: '', hash: textHash(OLD.article.text) },
  ]);
  const { article: held, sentences } = OLD;
  expect(store.termsMissing(9)).toEqual([{ key: 7, article: held, sentences }]);
  expect(store.staleCount('rules 1')).toBe(1);
  expect(keep(store, [OLD])).toMatchObject([{ became: 'reread', version: 1 }]);
  expect(store.staleCount('rules 1')).toBe(0);
  expect(saved(store.withdraw('a', '2026-01-01T00:00:00.000Z', 'made up'))).toBe(true);
  store.close();
});

test('signatures that were kept number by number are read as before, find near-copies, and are taken away', () => {
  const before = MIGRATIONS.findIndex(step => step.includes('CREATE TABLE article_signatures'));
  const file = archiveOf(before);
  const db = new DatabaseSync(file);
  db.exec('INSERT INTO signatures (position, value, article) VALUES (2, 30, 7), (0, 10, 7), (1, 20, 7)');
  db.close();
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  expect(store.version('a', 1)?.traits?.signature).toEqual([10, 20, 30]);
  expect(store.copyCandidates([0, 20, 30], 9)).toEqual([{ id: 'a', shared: 2 }]);
  keep(store, [OLD]);
  expect(store.version('a', 1)?.traits?.signature).toEqual([]);
  expect(store.copyCandidates([10, 20, 30], 9)).toEqual([]);
  store.close();
});
