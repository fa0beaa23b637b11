import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite.ts';
import { LATE } from './made-up.ts';

const folder = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the store comes to within a landing, in its order, and the moment before it is acknowledged. */
const STEPS = ['signature', 'figure 0', 'figure 2', 'feed', 'page', 'landed'];

const ROUNDS = 50;
const ROUNDS_A_FILE = 10;

const FIGURES = 3;

/** Each run comes long after the lease of the one before it. */
const instant = (round: number): string => new Date(Date.UTC(2026, 0, 1, round)).toISOString();

/** Runs the writer until it dies by itself at `step`, or is killed after that many articles. @returns what it acknowledged */
const runUntilKilled = async (
  file: string,
  from: number,
  { round, step, after }: { round: number; step: string | null; after: number },
): Promise<readonly string[]> => {
  const words = ['test/store/process/writer.ts', file, String(from), instant(round), String(step)];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What one has compiled, the next need not.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  let printed = '';
  child.stdout.on('data', chunk => {
    printed += String(chunk);
    if (step === null && printed.split('\n').length > after) child.kill('SIGKILL');
  });
  const [code, signal] = await new Promise<readonly [number | null, string | null]>(resolve =>
    child.on('close', (...ended) => resolve(ended)),
  );
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  return printed.split('\n').slice(0, -1);
};

/** Looks through the file as the next process finds it. @returns how many articles it holds, each of them whole */
const wholeArticles = (file: string, acknowledged: readonly string[]): number => {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const all = store.articles(LATE, 10_000);
  const held = new Set(all.map(({ id }) => id));
  expect(acknowledged.filter(id => !held.has(id))).toEqual([]);
  for (const { id } of all) {
    expect(store.figures({ asOf: LATE, article: id })).toHaveLength(FIGURES);
    expect(store.reports({ asOf: LATE, article: id })).toHaveLength(1);
    expect(store.sentences(id, LATE)).toHaveLength(1);
    expect(store.version(id, 1)?.traits?.signature).toHaveLength(2);
    expect(store.pages.of(`https://example.org/${id}`)).toHaveLength(1);
  }
  expect(store.pages.counts().taken).toBe(all.length);
  const last = store.feeds.get('https://example.org/feed')?.title ?? null;
  expect(last).toBe(all.length === 0 ? null : `after article-${all.length - 1}`);
  store.close();
  const db = new DatabaseSync(file, { readOnly: true });
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  db.close();
  return all.length;
};

const rounds = async (name: string, first: number): Promise<void> => {
  const file = join(folder, name);
  const acknowledged: string[] = [];
  let held = 0;
  for (let round = first; round < first + ROUNDS_A_FILE; round++) {
    // Every other round from outside, wherever it happens to be; the others at each step in turn.
    const step = round % 2 === 0 ? (STEPS[(round / 2) % STEPS.length] ?? null) : null;
    acknowledged.push(...(await runUntilKilled(file, held, { round, step, after: 1 + (round % 7) })));
    const before = held;
    held = wholeArticles(file, acknowledged);
    // Dying at a step of the third: two are there, and the third only when it had landed.
    if (step !== null) expect(held - before).toBe(step === 'landed' ? 3 : 2);
  }
  expect(held).toBeGreaterThan(ROUNDS_A_FILE);
};

test('a process killed while it takes articles in loses none that was acknowledged and leaves none half there', async () => {
  // Several files at once, each with its own row of processes.
  const files = Array.from({ length: ROUNDS / ROUNDS_A_FILE }, (_, n) => n);
  await Promise.all(files.map(n => rounds(`${n}.db`, n * ROUNDS_A_FILE)));
}, 240_000);
