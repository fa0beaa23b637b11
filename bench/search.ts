/**
 * Prints how full text fares beside what others make: how long a search takes, how long adding an article, how much
 * memory; and how well it ranks.
 *   node bench/search.ts [ARTICLES…] [--engine NAME] [--keep FOLDER]
 *   node bench/search.ts --collection FOLDER [--engine NAME]
 * With --keep the archives that `npm run bench -- --keep FOLDER` made are used again for Sitrep's rows. A collection is a
 * folder with docs.jsonl (id, title, text), queries.jsonl (id, text) and qrels.jsonl (query, doc, score). Every engine
 * runs in a process of its own, over the same made-up articles, and is given up past some minutes or gigabytes. Nothing
 * here is a test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES, OURS } from './search/engines.ts';
import { MOST_MEMORY, MOST_MINUTES, TOO_LARGE, TOO_LONG } from './search/limits.ts';
import { type Measured, measured, ranked, type Taken } from './search/measured.ts';
import { paired } from './search/significance.ts';
import { machine, shownMegabytes, shownTime, slope, table } from './table.ts';

const SIZES = ['1000', '10000', '100000'];
const RUN = fileURLToPath(new URL('search/run.ts', import.meta.url));
const RANK = fileURLToPath(new URL('search/rank.ts', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true },
    collection: { type: 'string' },
    keep: { type: 'string' },
  },
});
const engines = values.engine ?? Object.keys(ENGINES);

/** What a process of its own writes, or why it was given up. */
const inProcess = (script: string, args: readonly string[]): unknown => {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${Math.floor(MOST_MEMORY / 2 ** 20)}`, script, ...args],
    // A minute more than it allows itself: one that is inside a single long call cannot give up.
    { encoding: 'utf8', timeout: (MOST_MINUTES + 1) * 60_000 },
  );
  if (status === 0) return JSON.parse(stdout);
  if (signal === 'SIGTERM') return { givenUp: TOO_LONG };
  if (/heap out of memory|heap limit/i.test(stderr)) return { givenUp: TOO_LARGE };
  return { givenUp: /^\w*Error: .*$/m.exec(stderr)?.[0] ?? 'failed' };
};

const archiveOf = (engine: string, size: string): readonly string[] => {
  if (engine !== OURS || values.keep === undefined) return [];
  const file = join(values.keep, `${size}.db`);
  return existsSync(file) ? [file] : [];
};

const rowOf = (engine: string, size: string, result: Measured): string[] => {
  const articles = Number(size).toLocaleString('en');
  if ('givenUp' in result) return [engine, articles, `given up: ${result.givenUp}`];
  const { search, add, build, peak } = result;
  return [
    engine,
    articles,
    ...[search.p50, search.p95, search.p99, add?.p99 ?? null, build].map(shownTime),
    shownMegabytes(peak),
  ];
};

const growth = (small: Taken, large: Taken, from: number, to: number): string[] => {
  const grows = (of: (one: Taken) => number): string =>
    slope({ size: from, value: of(small) }, { size: to, value: of(large) }).toFixed(2);
  return [grows(one => one.search.p50), grows(one => one.search.p99), grows(one => one.peak)];
};

const speeds = (sizes: readonly string[]): void => {
  const [smallest = '', largest = ''] = [sizes[0], sizes.at(-1)];
  const rows: string[][] = [];
  const slopes: string[][] = [];
  for (const engine of engines) {
    const results = sizes.map(size =>
      measured.parse(inProcess(RUN, [engine, size, ...archiveOf(engine, size)])),
    );
    rows.push(...results.map((result, i) => rowOf(engine, sizes[i] ?? '', result)));
    const [small, large] = [results[0], results.at(-1)];
    if (small === large || small === undefined || large === undefined) continue;
    if (!('givenUp' in small) && !('givenUp' in large))
      slopes.push([engine, ...growth(small, large, Number(smallest), Number(largest))]);
  }
  const head = ['Engine', 'Articles', 'Search p50', 'p95', 'p99', 'Add one p99', 'Build', 'Peak memory'];
  console.log(`${machine()}; 400 searches of 1 to 4 words, milliseconds of processor\n`);
  console.log(table(head, rows));
  if (slopes.length === 0) return;
  console.log(`\nGrowth from ${smallest} to ${largest} articles, as a power of their number\n`);
  console.log(table(['Engine', 'Search p50', 'p99', 'Peak memory'], slopes));
};

const qualities = (folder: string): void => {
  const results = [OURS, ...engines.filter(engine => engine !== OURS)].map(engine => ({
    engine,
    gains: ranked.parse(inProcess(RANK, [engine, folder])),
  }));
  const ours = results[0]?.gains ?? [];
  const rows = results.map(({ engine, gains }) => {
    const mean = gains.reduce((sum, one) => sum + one, 0) / gains.length;
    const { difference, p } = paired(ours, gains);
    const against = [difference.toFixed(3), p < 0.001 ? '< .001' : p.toFixed(3)];
    return [engine, mean.toFixed(3), ...(engine === OURS ? ['', ''] : against)];
  });
  console.log(`${ours.length} questions of ${folder}; p by randomisation, question by question\n`);
  console.log(table(['Engine', 'nDCG@10', 'Sitrep is better by', 'p'], rows));
};

if (values.collection === undefined || positionals.length > 0)
  speeds(positionals.length > 0 ? positionals : SIZES);
if (values.collection !== undefined) qualities(values.collection);
