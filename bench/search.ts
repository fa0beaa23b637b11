/**
 * Prints how full text fares beside what others make: how long a search takes, how long adding an article, how much
 * memory, and how well it ranks.
 *   node bench/search.ts [ARTICLES…] [--engine NAME] [--collection FOLDER]
 * A collection is a folder with docs.jsonl (id, title, text), queries.jsonl (id, text) and qrels.jsonl (query, doc, score).
 * Every engine runs in a process of its own, over the same made-up articles. Nothing here is a test.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES } from './search/engines.ts';
import { type Measured, measured } from './search/measured.ts';
import { machine, shownMegabytes, shownTime, slope, table } from './table.ts';

const SIZES = ['1000', '10000', '100000'];
const RUN = fileURLToPath(new URL('search/run.ts', import.meta.url));
/** An engine that takes longer over one size is given up. */
const MOST_MINUTES = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', multiple: true }, collection: { type: 'string' } },
});

const measure = (engine: string, size: string): Measured | string => {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [RUN, engine, size, ...(values.collection === undefined ? [] : [values.collection])],
    { encoding: 'utf8', timeout: MOST_MINUTES * 60_000 },
  );
  if (status === 0) return measured.parse(JSON.parse(stdout));
  if (signal === 'SIGTERM') return `not done in ${MOST_MINUTES} minutes`;
  return /heap out of memory|Map maximum size exceeded|Invalid string length/.exec(stderr)?.[0] ?? 'failed';
};

const HEAD = [
  'Engine',
  'Articles',
  'Search p50',
  'p95',
  'p99',
  'Add one p99',
  'Build',
  'Peak memory',
  'nDCG@10',
];

const rowOf = (engine: string, size: string, result: Measured | string): string[] => {
  const articles = Number(size).toLocaleString('en');
  if (typeof result === 'string') return [engine, articles, result];
  const { search, add, build, peak, quality } = result;
  return [
    engine,
    articles,
    ...[search.p50, search.p95, search.p99].map(shownTime),
    shownTime(add?.p99 ?? null),
    shownTime(build),
    shownMegabytes(peak),
    quality === null ? '–' : quality.toFixed(3),
  ];
};

const growth = (small: Measured, large: Measured, from: number, to: number): string[] => {
  const grows = (of: (one: Measured) => number): string =>
    slope({ size: from, value: of(small) }, { size: to, value: of(large) }).toFixed(2);
  return [
    grows(one => one.search.p50),
    grows(one => one.search.p99),
    grows(one => one.build),
    grows(one => one.peak),
  ];
};

const sizes = positionals.length > 0 ? positionals : SIZES;
const [smallest = '', largest = ''] = [sizes[0], sizes.at(-1)];
const rows: string[][] = [];
const slopes: string[][] = [];
for (const engine of values.engine ?? Object.keys(ENGINES)) {
  const results = sizes.map(size => measure(engine, size));
  rows.push(...sizes.map((size, i) => rowOf(engine, size, results[i] ?? 'failed')));
  const [small, large] = [results[0], results.at(-1)];
  if (sizes.length > 1 && typeof small === 'object' && typeof large === 'object')
    slopes.push([engine, ...growth(small, large, Number(smallest), Number(largest))]);
}
console.log(`${machine()}; 400 searches of 1 to 4 words, milliseconds of processor\n`);
console.log(table(HEAD, rows));
if (slopes.length > 0) {
  console.log(`\nGrowth from ${smallest} to ${largest} articles, as a power of their number\n`);
  console.log(table(['Engine', 'Search p50', 'p99', 'Build', 'Peak memory'], slopes));
}
