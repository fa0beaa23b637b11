/**
 * Prints one table of how long the program takes: to start, to answer, to draw, to take articles in, to plan digests.
 *   node bench/program.ts [ARTICLES…] [--keep FOLDER]
 * Run by `npm run bench` over 1,000, 10,000 and 100,000 articles. They are made up, the same on every run; with --keep
 * their databases stay in the folder and are used again. Nothing here is a test: times depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { archiveSize, makeArchive } from './archive.ts';
import { extractionSpeed } from './extraction-speed.ts';
import { type Measured, measured } from './program/measured.ts';
import { machine, shownMegabytes, shownTime, slope, table, timesOf } from './table.ts';

const SIZES = ['1000', '10000', '100000'];
const STARTS = 5;
const RUN = fileURLToPath(new URL('program/run.ts', import.meta.url));
const EVENT_LOOP = fileURLToPath(new URL('event-loop.ts', import.meta.url));
/** The archive over which it is measured how long the bots' connections wait. */
const WATCHED = 10_000;
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

interface Archive extends Measured {
  readonly size: number;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
mkdirSync(folder, { recursive: true });

/** The program as people start it, until it has answered and ended, in milliseconds of the wall. */
const start = (file: string, question: string): number => {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'ask', question, '--json'], {
    env: { ...process.env, SITREP_DB: file },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - began;
};

const build = async (file: string, size: number): Promise<string | null> => {
  if (existsSync(file)) return null;
  const before = process.cpuUsage();
  await makeArchive(file, size);
  const { user, system } = process.cpuUsage(before);
  return `${(size / ((user + system) / 1e6)).toFixed(0)} articles a second of processor`;
};

const measure = async (size: number): Promise<Archive> => {
  const kept = join(folder, `${size}.db`);
  const built = await build(kept, size);
  // Takes the bundled articles in.
  start(kept, '/help');
  const starts = Array.from({ length: STARTS }, () => start(kept, '/casualties 2024'));
  // What is measured lands articles of its own.
  const file = join(folder, `${size}.measured.db`);
  copyFileSync(kept, file);
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, file, String(size)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  const result = measured.parse(JSON.parse(stdout));
  const { answering, planning } = result.peak;
  console.error(
    `${size.toLocaleString('en')} articles: ${built ?? 'built before'}, file ${shownMegabytes(archiveSize(kept))}, ` +
      `peak memory ${shownMegabytes(answering)} (with digests ${shownMegabytes(planning)}), ` +
      `longest halt while an article came in ${shownTime(result.longestLanding)}`,
  );
  rmSync(file);
  return {
    ...result,
    size,
    rows: [{ what: 'from start to first answer, ended (wall)', times: starts }, ...result.rows],
  };
};

const archives: Archive[] = [];
for (const size of positionals.length > 0 ? positionals : SIZES) archives.push(await measure(Number(size)));

const rows = archives.flatMap(({ size, rows: all }) =>
  all.map(({ what, times }) => {
    const { p50, p95, p99, slowest, runs } = timesOf(times);
    return [what, size.toLocaleString('en'), ...[p50, p95, p99, slowest].map(shownTime), String(runs)];
  }),
);
const order = [...new Set(rows.map(([what]) => what))];
const { perSecond } = await extractionSpeed();
console.log(`${machine()}; milliseconds of processor of all threads where nothing else is said\n`);
console.log(
  table(
    ['What', 'Articles', 'p50', 'p95', 'p99', 'Slowest', 'Runs'],
    rows.toSorted((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? '')),
  ),
);
console.log(
  `\nReading figures and incidents: ${perSecond.toFixed(0)} articles of 300 words a second of one core`,
);

const [small, large] = [archives[0], archives.at(-1)];
if (small !== undefined && large !== undefined && small !== large) {
  console.log(`\nGrowth from ${small.size} to ${large.size} articles, as a power of their number\n`);
  console.log(
    table(
      ['What', 'p50', 'p99'],
      small.rows.map(({ what, times }) => {
        const [one, other] = [
          timesOf(times),
          timesOf(large.rows.find(each => each.what === what)?.times ?? []),
        ];
        const grows = (from: number, to: number): string =>
          slope({ size: small.size, value: from }, { size: large.size, value: to }).toFixed(2);
        return [what, grows(one.p50, other.p50), grows(one.p99, other.p99)];
      }),
    ),
  );
}

if (archives.some(({ size }) => size === WATCHED)) {
  const kept = join(folder, `${WATCHED}.db`);
  const { stdout } = spawnSync(process.execPath, [EVENT_LOOP, kept, String(WATCHED)], { encoding: 'utf8' });
  console.log(`\nHow long the bots' connections wait\n\n${stdout}`);
}
if (values.keep === undefined) rmSync(folder, { recursive: true });
