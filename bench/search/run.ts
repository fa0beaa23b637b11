/**
 * Measures one engine in a process of its own and writes one line of JSON.
 *   node bench/search/run.ts ENGINE ARTICLES [FILE]
 * FILE is an archive of so many articles for the engine that keeps its index in one; it is copied.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { corpusNames, madeUpArticles } from '../corpus.ts';
import { timesOf } from '../table.ts';
import { batches, type Doc } from './engine.ts';
import { engineNamed } from './engines.ts';
import { MOST_MEMORY, MOST_MINUTES, TOO_LARGE, TOO_LONG } from './limits.ts';
import type { Measured } from './measured.ts';
import { corpusQueries } from './queries.ts';

/** Of each number of words. */
const QUERIES = 100;
const LIMIT = 10;
const ADDED_ALONE = 50;

/** Milliseconds of processor that a task took, so that what else the machine does matters little. */
const spent = (task: () => void): number => {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const [name = '', articles = '0', archive] = process.argv.slice(2);
const open = await engineNamed(name);
const workplace = mkdtempSync(join(tmpdir(), 'sitrep-search-'));
const names = corpusNames(loadKnowledge());
const count = Number(articles);
const began = performance.now();

const made = (first: number, last: number): IteratorObject<Doc> =>
  madeUpArticles(last, names)
    .drop(first)
    .map(({ id, title, text }) => ({ id, title: title ?? '', text }));

/** Why an engine that has so many articles is to be given up; null while it is within its limits. */
const exceeded = (): string | null =>
  process.memoryUsage.rss() > MOST_MEMORY
    ? TOO_LARGE
    : performance.now() - began > MOST_MINUTES * 60_000
      ? TOO_LONG
      : null;

const measure = (file: string): Measured => {
  const engine = open(file);
  const before = process.cpuUsage();
  let added = 0;
  if (archive === undefined) {
    for (const batch of batches(made(0, count))) {
      engine.add(batch);
      added += batch.length;
      const limit = exceeded();
      if (limit !== null)
        return { givenUp: `${limit}, after ${added.toLocaleString('en')} articles were added` };
    }
    engine.ready();
  }
  const { user, system } = process.cpuUsage(before);
  const queries = corpusQueries(QUERIES, names);
  for (const query of queries.slice(0, QUERIES / 10)) engine.search(query, LIMIT);
  const search: number[] = [];
  for (const query of queries) {
    search.push(spent(() => engine.search(query, LIMIT)));
    const limit = exceeded();
    if (limit !== null) return { givenUp: `${limit}, after ${search.length} searches` };
  }
  const alone = [...made(count, count + ADDED_ALONE)].map(doc => spent(() => engine.add([doc])));
  return {
    build: archive === undefined ? (user + system) / 1_000 : null,
    search: timesOf(search),
    add: name === 'lunr' ? null : timesOf(alone),
    peak: process.resourceUsage().maxRSS * 1024,
  };
};

try {
  const file = join(workplace, 'corpus.db');
  if (archive !== undefined) copyFileSync(archive, file);
  console.log(JSON.stringify(measure(file)));
} finally {
  rmSync(workplace, { recursive: true });
}
