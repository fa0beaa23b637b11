/**
 * Ranks the questions of a collection with one engine, in a process of its own, and writes one line of JSON.
 *   node bench/search/rank.ts ENGINE COLLECTION
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches } from './engine.ts';
import { engineNamed } from './engines.ts';
import { ndcg, readCollection } from './quality.ts';

const LIMIT = 10;

const [name = '', folder = ''] = process.argv.slice(2);
const open = await engineNamed(name);
const workplace = mkdtempSync(join(tmpdir(), 'sitrep-search-'));
try {
  const { docs, queries, judged } = await readCollection(folder);
  const engine = open(join(workplace, 'collection.db'));
  for (const batch of batches(docs)) engine.add(batch);
  engine.ready();
  const gains = queries.map(({ id, text }) => ndcg(engine.search(text, LIMIT), judged.get(id) ?? new Map()));
  console.log(JSON.stringify(gains));
} finally {
  rmSync(workplace, { recursive: true });
}
