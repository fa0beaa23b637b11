import type { Article } from './core/article.ts';
import { END_OF_TIME } from './names.ts';
import type { Search } from './search/ports.ts';
import type { Reading, Store } from './store/ports.ts';

/**
 * Reads the articles and puts what was read into the store, all at once. An article on which the reader fails stays out
 * and is handed to `onError`; the rest goes in.
 */
export const takeIn = (
  articles: readonly Article[],
  extract: (article: Article) => Reading,
  store: Pick<Store, 'put'>,
  onError: (error: unknown, article: Article) => void,
): void => {
  const readings: Reading[] = [];
  for (const article of articles) {
    try {
      readings.push(extract(article));
    } catch (error) {
      onError(error, article);
    }
  }
  store.put(readings);
};

/** Makes everything in the store findable, what earlier runs left in its file included. */
export const indexAll = (store: Pick<Store, 'articles' | 'sentences'>, search: Pick<Search, 'add'>): void => {
  for (const article of store.articles(END_OF_TIME, Number.MAX_SAFE_INTEGER))
    search.add(article, store.sentences(article.id));
};
