import { existsSync, statSync } from 'node:fs';
import type { Article } from '../src/core/article.ts';
import { systemClock } from '../src/core/clock.ts';
import { type Reader, readingsBy, takeIn } from '../src/corpus.ts';
import { loadKnowledge } from '../src/load-knowledge.ts';
import { spareNextStart } from '../src/open-ledgers.ts';
import { rulesVersion } from '../src/rules-version.ts';
import type { Store } from '../src/store/ports.ts';
import { openStore } from '../src/store/sqlite.ts';
import { corpusNames, madeUpArticles } from './corpus.ts';

/** The bundled ones are in every file. */
const BUNDLED = 5;
const BATCH = 500;

/** How the program reads articles. */
export const benchReader = (knowledge = loadKnowledge()): Reader => ({
  extract: readingsBy(knowledge),
  rules: rulesVersion(),
  clock: { now: () => new Date() },
});

/** Reads articles and lands them, as they come in from a folder. */
export const landIn = async (store: Store, reader: Reader, articles: readonly Article[]): Promise<void> => {
  const taken = await takeIn(articles, reader, store, error => {
    throw error;
  });
  if (!taken.ok) throw new Error(taken.error.message);
};

/** Makes a database of so many articles, the bundled ones among them once the program has opened it. */
export const makeArchive = async (file: string, articles: number): Promise<void> => {
  const store = openStore(file);
  if (!store.ok) throw new Error(store.error.message);
  const knowledge = loadKnowledge();
  const reader = benchReader(knowledge);
  let batch: Article[] = [];
  for (const article of madeUpArticles(Math.max(0, articles - BUNDLED), corpusNames(knowledge))) {
    batch.push(article);
    if (batch.length < BATCH) continue;
    await landIn(store.value, reader, batch);
    batch = [];
  }
  await landIn(store.value, reader, batch);
  spareNextStart(store.value, knowledge.bodies, systemClock('UTC'));
  store.value.close();
};

/** Of a database with its log, in bytes. */
export const archiveSize = (file: string): number =>
  ['', '-wal'].reduce((sum, end) => sum + (existsSync(file + end) ? statSync(file + end).size : 0), 0);
