import type { Article } from './core/article.ts';
import type { Clock } from './core/clock.ts';
import { ok } from './core/result.ts';
import { createExtractor } from './extract/extract.ts';
import type { Knowledge } from './extract/vocabulary.ts';
import { END_OF_TIME } from './names.ts';
import type { Shelf } from './search/ports.ts';
import { termsToIndex } from './search/shelf.ts';
import type { Synonyms } from './search/terms.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Reading, Store } from './store/ports.ts';
import { createSynonyms } from './synonyms.ts';
import { asWriter } from './writer.ts';

/** How articles are read, and by which rules. */
export interface Reader {
  readonly extract: (article: Article) => Reading;
  /** Their version: what was read by the same ones is not read again. */
  readonly rules: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** Reads articles into what the store keeps of them. */
export const readingsBy = (
  knowledge: Knowledge,
  synonyms: Synonyms = createSynonyms(knowledge),
): Reader['extract'] => {
  const extract = createExtractor(knowledge);
  return article => {
    const { sentences, figures, reports, trends } = extract(article);
    const terms = termsToIndex(article, sentences, synonyms);
    return { article, sentences, figures, reports, trends, terms };
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

/** So many are put into the index in one transaction. */
const BATCH = 200;

/** Is told of each article that is put into the index. */
export interface Indexing {
  readonly received: (amount: number) => void;
  readonly lineDone: () => void;
  readonly end: () => void;
}

/** Is told how many articles are to be put into the index, and gives what is told of each. */
type WatchIndexing = (total: number) => Indexing;

const UNWATCHED: Indexing = { received: () => {}, lineDone: () => {}, end: () => {} };

/**
 * Puts what is not in the index of full text into it: archives from before there was one. Nothing is missing as a rule,
 * and then nothing is written. One that is stopped has kept its batches, and the next start goes on where it was.
 */
export const indexMissing = (
  store: Pick<Store, 'lease' | 'termsMissingCount' | 'termsMissing' | 'addTerms'>,
  { clock }: Pick<Reader, 'clock'>,
  synonyms: Synonyms,
  watch: WatchIndexing = () => UNWATCHED,
): Saved<null> => {
  const total = store.termsMissingCount();
  if (total === 0) return ok(null);
  return asWriter(store, clock, renew => {
    const watcher = watch(total);
    for (;;) {
      const missing = store.termsMissing(BATCH);
      if (missing.length === 0) {
        watcher.end();
        return ok(null);
      }
      const added = store.addTerms(
        missing.map(({ key, article, sentences }) => {
          watcher.received(1);
          watcher.lineDone();
          return { key, terms: termsToIndex(article, sentences, synonyms) };
        }),
      );
      if (!added.ok) return added;
      const renewed = renew();
      if (!renewed.ok) return renewed;
    }
  });
};

/** Articles as the index has them: in their newest wording, whatever the moment of a question. */
export const shelfOf =
  (store: Pick<Store, 'article' | 'sentences'>): Shelf =>
  id => {
    const article = store.article(id, END_OF_TIME);
    if (article === null) return null;
    let sentences: ReturnType<typeof store.sentences> | null = null;
    return {
      article,
      get sentences() {
        sentences ??= store.sentences(id, END_OF_TIME);
        return sentences;
      },
    };
  };
