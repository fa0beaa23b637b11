import type { Article } from './core/article.ts';
import type { Clock } from './core/clock.ts';
import { ok } from './core/result.ts';
import { createExtractor } from './extract/extract.ts';
import type { Knowledge } from './extract/vocabulary.ts';
import { END_OF_TIME } from './names.ts';
import type { Search } from './search/ports.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Reading, Store } from './store/ports.ts';
import { asWriter } from './writer.ts';

/** How articles are read, and by which rules. */
export interface Reader {
  readonly extract: (article: Article) => Reading;
  /** Their version: what was read by the same ones is not read again. */
  readonly rules: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** Reads articles into what the store keeps of them. */
export const readingsBy = (knowledge: Knowledge): Reader['extract'] => {
  const extract = createExtractor(knowledge);
  return article => {
    const { sentences, figures, reports, trends } = extract(article);
    return { article, sentences, figures, reports, trends };
  };
};

type Archive = Pick<
  Store,
  'holds' | 'land' | 'lease' | 'withText' | 'copyCandidates' | 'versions' | 'article'
>;

/** Reads articles as every other door does: their language, whose copies they are, and whether they are old news. */
const appraiser = async (
  { extract, clock }: Reader,
  store: Archive,
): Promise<(article: Article) => Reading> => {
  // What tells languages and copies apart takes a tenth of a second to load; most starts have nothing to read.
  const [{ appraise }, { createNear }, { isOldNews }] = await Promise.all([
    import('./intake/appraise.ts'),
    import('./intake/near.ts'),
    import('./intake/history.ts'),
  ]);
  const near = createNear(store);
  const at = clock.now().toISOString();
  return article => {
    const { id, published } = article;
    // What nobody dated and somebody kept in a file is no news of today.
    const isHistory = store.versions(id).at(-1)?.history ?? (published === null || isOldNews(published, at));
    const { reading } = appraise({ read: extract }, near, article, isHistory);
    near.note(article, reading.traits?.signature ?? [], reading.traits?.copyOf ?? null);
    return reading;
  };
};

/**
 * Reads the articles that the store does not hold, and lands what was read all at once. An article on which the reader
 * fails stays out and is handed to `onError`; the rest goes in.
 * @returns a failure when they could not be kept, another process being the writer for one
 */
export const takeIn = async (
  articles: readonly Article[],
  reader: Reader,
  store: Archive,
  onError: (error: unknown, article: Article) => void,
): Promise<Saved<null>> => {
  const { rules, clock } = reader;
  const unread = articles.filter(article => !store.holds(article, rules));
  if (unread.length === 0) return ok(null);
  const read = await appraiser(reader, store);
  const readings: Reading[] = [];
  for (const article of unread) {
    try {
      readings.push(read(article));
    } catch (error) {
      onError(error, article);
    }
  }
  if (readings.length === 0) return ok(null);
  return asWriter(store, clock, () => {
    const landed = store.land({ at: clock.now().toISOString(), rules, readings });
    return landed.ok ? ok(null) : landed;
  });
};

/** Makes everything in the store findable, what earlier runs left in its file included. */
export const indexAll = (store: Pick<Store, 'articles' | 'sentences'>, search: Pick<Search, 'add'>): void => {
  for (const article of store.articles(END_OF_TIME, Number.MAX_SAFE_INTEGER))
    search.add(article, store.sentences(article.id, END_OF_TIME));
};
