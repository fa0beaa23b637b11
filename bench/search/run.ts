/**
 * Measures one engine in a process of its own and writes one line of JSON.
 *   node bench/search/run.ts ENGINE ARTICLES [COLLECTION]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { corpusNames, madeUpArticles } from '../corpus.ts';
import { timesOf } from '../table.ts';
import type { Doc, Engine } from './engine.ts';
import { ENGINES } from './engines.ts';
import type { Measured } from './measured.ts';
import { ndcg, readCollection } from './quality.ts';
import { corpusQueries } from './queries.ts';

/** Of each number of words. */
const QUERIES = 100;
const LIMIT = 10;
const BATCH = 200;
const ADDED_ALONE = 50;

/** Milliseconds of processor that a task took, so that what else the machine does matters little. */
const spent = (task: () => void): number => {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const batches = function* (docs: Iterable<Doc>): Generator<readonly Doc[]> {
  let batch: Doc[] = [];
  for (const doc of docs) {
    batch.push(doc);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};

const [name = '', articles = '0', folder] = process.argv.slice(2);
const load = ENGINES[name];
if (load === undefined) throw new Error(`No engine ${name}; there are ${Object.keys(ENGINES).join(', ')}.`);
const open = await load();
const workplace = mkdtempSync(join(tmpdir(), 'sitrep-search-'));
const names = corpusNames(loadKnowledge());
const count = Number(articles);
const made = (first: number, last: number): IteratorObject<Doc> =>
  madeUpArticles(last, names)
    .drop(first)
    .map(({ id, title, text }) => ({
      id,
      title: title ?? '',
      text,
    }));

const qualityOf = async (engine: Engine): Promise<number> => {
  const { docs, queries, judged } = await readCollection(folder ?? '');
  for (const batch of batches(docs)) engine.add(batch);
  engine.ready();
  const sum = queries.reduce(
    (total, { id, text }) => total + ndcg(engine.search(text, LIMIT), judged.get(id) ?? new Map()),
    0,
  );
  return sum / queries.length;
};

try {
  const engine = open(join(workplace, 'corpus.db'));
  const build = spent(() => {
    for (const batch of batches(made(0, count))) engine.add(batch);
    engine.ready();
  });
  const queries = corpusQueries(QUERIES, names);
  for (const query of queries.slice(0, QUERIES / 10)) engine.search(query, LIMIT);
  const search = timesOf(queries.map(query => spent(() => engine.search(query, LIMIT))));
  const alone = [...made(count, count + ADDED_ALONE)].map(doc => spent(() => engine.add([doc])));
  const result: Measured = {
    build,
    search,
    add: name === 'lunr' ? null : timesOf(alone),
    peak: process.resourceUsage().maxRSS * 1024,
    quality: folder === undefined ? null : await qualityOf(open(join(workplace, 'collection.db'))),
  };
  console.log(JSON.stringify(result));
} finally {
  rmSync(workplace, { recursive: true });
}
