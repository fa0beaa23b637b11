import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';

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

test('a database with more steps than are known is not touched', () => {
  const db = memory();
  migrate(db, ['CREATE TABLE one (n)', 'CREATE TABLE two (n)']);
  expect(migrate(db, ['CREATE TABLE one (n)'])).toMatchObject({ ok: false });
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
});
