/**
 * Prints what it takes to take one article in, over archives of any size: one by one, and in batches as an import does.
 *   node bench/landing.ts FOLDER [ARTICLES…]
 * Run by `npm run bench:landing`. The archives are those that `bench/program.ts --keep FOLDER` keeps, and are made where
 * they are missing. Nothing here is a test.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadKnowledge } from '../src/load-knowledge.ts';
import { openStore } from '../src/store/sqlite.ts';
import { benchReader, landIn, makeArchive } from './archive.ts';
import { corpusNames, madeUpArticles } from './corpus.ts';
import { LANDED, measureLandings } from './program/landings.ts';
import { spent } from './program/spent.ts';
import { machine, shownTime, table, timesOf } from './table.ts';

const SIZES = ['1000', '10000', '100000'];
/** As large as the batches of an import, and so many of them. */
const BATCH = 200;
const BATCHES = 5;

const result = z.object({
  rows: z.array(z.object({ what: z.string(), times: z.array(z.number()) })),
  longest: z.object({ first: z.number(), others: z.number() }),
  perSecond: z.number(),
});

const measure = async (file: string, size: number): Promise<z.output<typeof result>> => {
  const store = openStore(file);
  if (!store.ok) throw new Error(store.error.message);
  const knowledge = loadKnowledge();
  const reader = benchReader(knowledge);
  const names = corpusNames(knowledge);
  const articles = [...madeUpArticles(size + LANDED + BATCH * BATCHES, names).drop(size)];
  const landings = await measureLandings(store.value, reader, articles.slice(0, LANDED));
  let milliseconds = 0;
  for (let from = LANDED; from < articles.length; from += BATCH)
    milliseconds += await spent(() => landIn(store.value, reader, articles.slice(from, from + BATCH)));
  store.value.close();
  return { ...landings, perSecond: (BATCH * BATCHES) / (milliseconds / 1_000) };
};

/** In a process of its own, so that one archive does not warm it for the next. */
const measureApart = (file: string, size: string): z.output<typeof result> => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--one', file, size],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return result.parse(JSON.parse(stdout));
};

const printTable = async (folder: string, sizes: readonly string[]): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const rows: string[][] = [];
  for (const size of sizes) {
    const [kept, copy] = [join(folder, `${size}.db`), join(folder, `${size}.landing.db`)];
    if (!existsSync(kept)) await makeArchive(kept, Number(size));
    copyFileSync(kept, copy);
    const { rows: measured, longest, perSecond } = measureApart(copy, size);
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
    for (const { what, times } of measured) {
      const { p50, p95, p99, slowest, runs } = timesOf(times);
      rows.push([what, size, ...[p50, p95, p99, slowest].map(shownTime), String(runs)]);
    }
    console.error(
      `${size} articles: ${perSecond.toFixed(0)} a second of processor in batches of ${BATCH}; longest halt ` +
        `${shownTime(longest.first)} for the first article, ${shownTime(longest.others)} for the others`,
    );
  }
  console.log(`${machine()}; milliseconds of processor of all threads\n`);
  console.log(table(['What', 'Articles', 'p50', 'p95', 'p99', 'Slowest', 'Runs'], rows));
};

const [first = '', ...rest] = process.argv.slice(2);
if (first === '--one') {
  const [file = '', size = ''] = rest;
  console.log(JSON.stringify(await measure(file, Number(size))));
} else await printTable(first, rest.length > 0 ? rest : SIZES);
