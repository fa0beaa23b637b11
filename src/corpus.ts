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

/**
 * Reads the articles that the store does not hold, and lands what was read all at once. An article on which the reader
 * fails stays out and is handed to `onError`; the rest goes in.
 * @returns a failure when they could not be kept, another process being the writer for one
 */
export const takeIn = (
  articles: readonly Article[],
  { extract, rules, clock }: Reader,
  store: Pick<Store, 'holds' | 'land' | 'lease'>,
  onError: (error: unknown, article: Article) => void,
): Saved<null> => {
  const readings: Reading[] = [];
  for (const article of articles) {
    if (store.holds(article, rules)) continue;
    try {
      readings.push(extract(article));
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
