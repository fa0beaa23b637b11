import type { Article } from '../../src/core/article.ts';
import type { Reader } from '../../src/corpus.ts';
import type { Store } from '../../src/store/ports.ts';
import { createWriter } from '../../src/writer.ts';
import { landIn } from '../archive.ts';
import { spent } from './spent.ts';

/** After the first one: what a process takes in while its code is still being compiled. */
const COLD = 30;
const WARM = 300;
/** So many articles are needed. */
export const LANDED = 1 + COLD + WARM;

interface Landings {
  /** Milliseconds of processor of all threads, one for each article. */
  readonly rows: { what: string; times: number[] }[];
  /** The longest that nothing else could be done, in milliseconds of the wall; of the first article and of the others. */
  readonly longest: { readonly first: number; readonly others: number };
}

/**
 * Lands articles one by one, each in a transaction of its own, while this process holds the right to write as the bots do.
 * @param afterEach run after each of the first ones, outside what is measured
 */
export const measureLandings = async (
  store: Store,
  reader: Reader,
  articles: Iterable<Article>,
  afterEach: () => Promise<void> = async () => {},
): Promise<Landings> => {
  const times: number[] = [];
  const walls: number[] = [];
  const writer = createWriter(store, reader.clock);
  const held = writer.hold();
  if (!held.ok) throw new Error(held.error.message);
  for (const article of articles) {
    const began = performance.now();
    times.push(await spent(() => landIn(store, reader, [article])));
    walls.push(performance.now() - began);
    if (times.length <= 1 + COLD) await afterEach();
  }
  writer.release();
  return {
    rows: [
      { what: 'the first article that a process lands', times: times.slice(0, 1) },
      { what: 'an article read and landed, the first 30 after it', times: times.slice(1, 1 + COLD) },
      { what: 'an article read and landed, 300 after those', times: times.slice(1 + COLD) },
    ],
    longest: { first: walls[0] ?? 0, others: Math.max(...walls.slice(1)) },
  };
};
