import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../core/article.ts';
import { ok } from '../core/result.ts';
import { contentHash } from '../ingest/identity/article-id.ts';
import { PAGE_KINDS, type PageKind, type PageOutcome } from '../store/ports/pages.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { Reading } from '../store/ports.ts';
import { appraise } from './appraise.ts';
import type { Intake } from './intake.ts';
import { landAll } from './landing.ts';
import { createNear } from './near.ts';
import { pageKey } from './page.ts';
import { WORDS } from './words.ts';

/** So many are kept in one transaction: what a run loses that is killed. */
export const BATCH = 200;

/** Articles by what became of them. */
export type Tally = Record<PageKind, number>;

export interface Batch {
  /**
   * Takes an article in, on the disk at the latest after `flush`. Two of one name and different texts in one run are
   * two where their names are those of files, and a mistake where somebody gave them.
   * @returns in words why it was not taken; null when it was
   */
  readonly add: (article: Article, named: 'by its file' | 'by its writer') => Promise<Saved<string | null>>;
  readonly flush: () => Saved<null>;
  /** Of what is on the disk. */
  readonly tally: Readonly<Tally>;
}

const emptyTally = (): Tally => ({
  taken: 0,
  updated: 0,
  unchanged: 0,
  'copy-of': 0,
  'not-relevant': 0,
  'other-language': 0,
  refused: 0,
  unreadable: 0,
  failed: 0,
});

const siteOf = (url: string | null): string | null =>
  url === null ? null : (URL.parse(pageKey(url))?.host ?? null);

interface Ready {
  readonly reading: Reading;
  readonly kind: PageKind;
  readonly reason: string | null;
}

/**
 * Takes in many articles, so many a transaction, and lets others run between two of them.
 * @param renew asked after each transaction, so that the right to write lasts
 * @param isHistory whether an article is old news to whoever is told of new ones
 */
export const createBatch = (
  intake: Intake,
  renew: () => Saved<unknown>,
  isHistory: (article: Article) => boolean,
): Batch => {
  const { store, rules, clock } = intake;
  const near = createNear(store);
  const tally = emptyTally();
  const names = new Set<string>();
  let ready: Ready[] = [];
  let unchanged: PageOutcome[] = [];

  const pageOf = (article: Article, kind: PageKind, reason: string | null): readonly PageOutcome[] =>
    article.url === null
      ? []
      : [
          {
            url: pageKey(article.url),
            kind,
            article: article.id,
            reason,
            at: clock.now().toISOString(),
            feed: null,
          },
        ];

  const flush = (): Saved<null> => {
    if (ready.length === 0 && unchanged.length === 0) return ok(null);
    const pages = ready.flatMap(({ reading, kind, reason }) => pageOf(reading.article, kind, reason));
    const landed = landAll(intake, {
      readings: ready.map(({ reading }) => reading),
      pages: [...pages, ...unchanged],
    });
    if (!landed.ok) return landed;
    const failed = new Set(landed.value.failed);
    for (const { reading, kind } of ready) tally[failed.has(reading.article.id) ? 'failed' : kind] += 1;
    [ready, unchanged] = [[], []];
    near.clear();
    const renewed = renew();
    return renewed.ok ? ok(null) : renewed;
  };

  /** The article there already that has the same text, and is no other outlet's. */
  const sameAs = (article: Article): string | null => {
    const id = near.withText(article.text);
    if (id === null || id === article.id) return null;
    const last = store.versions(id).at(-1);
    const known = last === undefined ? null : store.version(id, last.version)?.article;
    const waiting = ready.find(({ reading }) => reading.article.id === id)?.reading.article;
    const other = waiting ?? known ?? null;
    const isSame = article.url === null || siteOf(article.url) === siteOf(other?.url ?? null);
    return isSame ? id : null;
  };

  const take = (article: Article): void => {
    if (store.holds(article, rules)) {
      tally.unchanged += 1;
      unchanged.push(...pageOf(article, 'unchanged', null));
      return;
    }
    const same = sameAs(article);
    if (same !== null) {
      tally.unchanged += 1;
      unchanged.push(...pageOf({ ...article, id: same }, 'unchanged', WORDS.sameText(same)));
      return;
    }
    const known = store.versions(article.id).at(-1);
    const judged = appraise(intake, near, article, known?.history ?? isHistory(article));
    const kind = judged.kind ?? (known === undefined ? 'taken' : 'updated');
    near.note(article, judged.reading.traits?.signature ?? [], judged.reading.traits?.copyOf ?? null);
    ready.push({ reading: judged.reading, kind, reason: judged.reason });
  };

  return {
    tally,
    flush,
    add: async (article, named) => {
      await nextTurn();
      const clashes = names.has(article.id);
      if (clashes && named === 'by its writer') return ok(WORDS.sameName(article.id));
      const id =
        clashes && article.url === null
          ? `${article.id}-${contentHash(article.text).slice(0, 8)}`
          : article.id;
      names.add(id);
      try {
        take({ ...article, id });
      } catch (error) {
        intake.onBug(error, id);
        tally.failed += 1;
        return ok(WORDS.ours);
      }
      const full = ready.length >= BATCH || unchanged.length >= BATCH;
      const flushed = full ? flush() : ok(null);
      return flushed.ok ? ok(null) : flushed;
    },
  };
};

/** Two tallies as one. */
export const addUp = (a: Readonly<Tally>, b: Readonly<Partial<Tally>>): Tally => {
  const sum = { ...a };
  for (const kind of PAGE_KINDS) sum[kind] += b[kind] ?? 0;
  return sum;
};
