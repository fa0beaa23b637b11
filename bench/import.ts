/**
 * Prints how fast small articles are imported, how much memory that takes, how large the database gets, and how long a
 * restart on it takes to its first answer.
 *   node bench/import.ts [ARTICLES…]
 * Run by `npm run bench:import` with 10,000 and 100,000. The articles are made up, from a seed. Nothing here is a test.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { writeMadeUp } from './made-up-lines.ts';

const RESTARTS = 5;
const ANSWERED_BELOW = 20_000;

interface Run {
  readonly seconds: number;
  /** Highest resident memory, in MB; null where the system does not tell. */
  readonly peak: number | null;
  readonly stderr: string;
}

const peakOf = (pid: number | undefined): number | null => {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
};

/** Runs the shipped entry point to its end. */
const run = async (words: readonly string[], database: string): Promise<Run> => {
  const begin = performance.now();
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    env: { ...process.env, SITREP_DB: database },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr += String(chunk);
  });
  let peak: number | null = null;
  const look = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, 100);
  const code = await new Promise(resolve => child.on('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${stderr}`);
  return { seconds: (performance.now() - begin) / 1_000, peak, stderr };
};

const megabytes = (amount: number | null): string =>
  amount === null ? 'unknown' : `${amount.toFixed(0)} MB`;

const measure = async (articles: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
  try {
    const [list, database] = [join(folder, 'articles.jsonl'), join(folder, 'archive.db')];
    const out = createWriteStream(list);
    await writeMadeUp(out, articles);
    out.end();
    await finished(out);
    const imported = await run(['import', list], database);
    const size = statSync(database).size / 1_000_000;
    console.log(
      `${articles.toLocaleString('en')} articles (${megabytes(statSync(list).size / 1_000_000)}): ${imported.seconds.toFixed(1)} s, ${(articles / imported.seconds).toFixed(0)} a second, peak memory ${megabytes(imported.peak)}, database ${megabytes(size)}`,
    );
    console.log(`  ${imported.stderr.trim()}`);
    if (articles >= ANSWERED_BELOW) return;
    await run(['ask', '--json', '/casualties Quetta 2024'], database);
    const starts: number[] = [];
    for (let i = 0; i < RESTARTS; i++)
      starts.push((await run(['ask', '--json', '/casualties Quetta 2024'], database)).seconds);
    const sorted = starts.toSorted((a, b) => a - b);
    console.log(
      `  restart to first answer: median ${sorted[Math.floor(RESTARTS / 2)]?.toFixed(2)} s, slowest ${sorted.at(-1)?.toFixed(2)} s, n ${RESTARTS}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const asked = process.argv.slice(2).map(Number);
for (const articles of asked.length === 0 ? [10_000, 100_000] : asked) await measure(articles);
