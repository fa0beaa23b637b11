import type { Article } from './core/article.ts';
import { ok } from './core/result.ts';
import type { Reader } from './corpus.ts';
import { readKnowing } from './intake/appraise.ts';
import type { Progress } from './shell/progress.ts';
import type { Traits } from './store/ports/archive.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Reading, Store } from './store/ports.ts';
import { asWriter } from './writer.ts';

/** So many are kept in one transaction: what a run loses that is stopped. */
const BATCH = 50;

export interface Reindexed {
  readonly articles: number;
  /** The reader failed on them; what was read before stays. */
  readonly failed: number;
}

/** What was found out about an article beside its facts holds whatever the rules. */
const reader =
  (extract: Reader['extract']) =>
  (article: Article, traits: Traits | undefined): Reading =>
    traits === undefined ? extract(article) : readKnowing(extract, article, traits);

/**
 * Reads every version again that other rules have read. One that is stopped has kept its batches, and the next goes on
 * where it was, since what is kept is no longer stale.
 */
export const reindex = (
  store: Pick<Store, 'lease' | 'stale' | 'reread' | 'version'>,
  { extract, rules, clock }: Reader,
  progress: Progress,
  onError: (error: unknown, where: string) => void,
): Saved<Reindexed> =>
  asWriter(store, clock, renew => {
    const again = reader(extract);
    let [articles, failed, after] = [0, 0, 0];
    for (;;) {
      const stale = store.stale(rules, after, BATCH);
      const last = stale.at(-1);
      if (last === undefined) return ok({ articles, failed });
      const readings: { readonly key: number; readonly reading: Reading }[] = [];
      for (const { key, article, version } of stale) {
        try {
          readings.push({ key, reading: again(article, store.version(article.id, version)?.traits) });
        } catch (error) {
          failed += 1;
          progress.clear();
          onError(error, article.id);
        }
        progress.received(1);
        progress.lineDone();
      }
      const kept = store.reread(rules, readings);
      if (!kept.ok) return kept;
      articles += readings.length;
      after = last.key;
      const renewed = renew();
      if (!renewed.ok) return renewed;
    }
  });
