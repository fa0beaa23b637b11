import type { Article } from '../core/article.ts';
import { ok, type Result } from '../core/result.ts';
import { decodeBody } from '../ingest/charset.ts';
import type { FeedItem } from '../ingest/feed/feed.ts';
import { isFeedSource } from '../ingest/feed/feed-source.ts';
import type { Fetched, Fresh } from '../ingest/fetch/fetched.ts';
import { contentHash } from '../ingest/identity/article-id.ts';
import { normaliseUrl } from '../ingest/identity/normalise-url.ts';
import { readPage } from '../ingest/page/read-page.ts';
import type { FeedVisit } from '../store/ports/feeds.ts';
import type { PageKind, PageOutcome } from '../store/ports/pages.ts';
import type { Saved } from '../store/ports/saved.ts';
import { appraise } from './appraise.ts';
import { isOldNews } from './history.ts';
import type { FetchingIntake, Intake } from './intake.ts';
import { articleOfItem } from './item-text.ts';
import { landAll } from './landing.ts';
import { createNear } from './near.ts';
import { WORDS } from './words.ts';

/** What is known of a page before it is fetched. All of it may be left out. */
export interface PageTask {
  /** Address of the feed that named it. */
  readonly feed?: string;
  /** The feed's item: says what the page does not, and stands in for a page that cannot be read. */
  readonly item?: FeedItem;
  /** Old news: nobody is to be told of it as new. */
  readonly history?: boolean;
  /** It was tried for long enough: what the feed itself gives is taken, if the page fails once more. */
  readonly lastTry?: boolean;
  readonly signal?: AbortSignal;
  /** The feed's state as of this page, to be kept in the same transaction. */
  readonly visit?: (kind: PageKind) => FeedVisit;
}

/** What became of a page; `stopped` when it was given up on demand, and nothing was kept. */
export type TakenPage = PageOutcome | 'stopped';

/** Name of a page in the archive. */
export const pageKey = (url: string): string => normaliseUrl(url) ?? url;

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

const PAGE_TYPES = /html|xml|text\/plain|octet-stream/i;

interface NoPage {
  readonly kind: Extract<PageKind, 'refused' | 'unreadable' | 'failed'>;
  readonly reason: string;
}

const readFresh = ({ bytes, contentType, url }: Fresh): Result<Article, NoPage> => {
  const text = decodeBody(bytes, contentType);
  if (isFeedSource(text)) return { ok: false, error: { kind: 'unreadable', reason: WORDS.isFeed } };
  const type = contentType?.split(';')[0]?.trim() ?? '';
  if (type !== '' && !PAGE_TYPES.test(type))
    return { ok: false, error: { kind: 'unreadable', reason: WORDS.notPage(type) } };
  const page = readPage(text, url);
  if (!page.ok) return { ok: false, error: { kind: 'unreadable', reason: page.error.message } };
  const { author: _, ...article } = page.value;
  return ok(article);
};

/** The article that a fetched page holds, or why there is none. */
const articleOf = (fetched: Fetched): Result<Article, NoPage> => {
  switch (fetched.kind) {
    case 'fresh':
      return readFresh(fetched);
    case 'refused':
      return { ok: false, error: { kind: 'refused', reason: fetched.reason } };
    case 'gone':
      return { ok: false, error: { kind: 'unreadable', reason: WORDS.pageGone } };
    case 'not-modified':
      return { ok: false, error: { kind: 'failed', reason: 'not modified' } };
    case 'retry-later':
    case 'failed':
      return { ok: false, error: { kind: 'failed', reason: fetched.reason } };
  }
};

const current = (store: Intake['store'], id: string): Article | null => {
  const last = store.versions(id).at(-1);
  return last === undefined ? null : (store.version(id, last.version)?.article ?? null);
};

/**
 * The article as it is there already, where the page prints the same words under the same title: the time of day that
 * some pages print as their date is no new version.
 */
const settled = (store: Intake['store'], article: Article): Article => {
  const known = current(store, article.id);
  return known !== null &&
    known.title === article.title &&
    (known.published !== null || article.published === null) &&
    contentHash(known.text) === contentHash(article.text)
    ? known
    : article;
};

/** What the page does not say of itself, the item of the feed does. */
const completed = (article: Article, item: FeedItem | undefined): Article => ({
  ...article,
  title: article.title ?? item?.title ?? null,
  published: article.published ?? item?.published ?? null,
});

const kindNow = (store: Intake['store'], rules: string, article: Article): PageKind =>
  store.holds(article, rules) ? 'unchanged' : store.versions(article.id).length > 0 ? 'updated' : 'taken';

/** What was decided about a page, for all the addresses it has. */
interface Verdict {
  readonly kind: PageKind;
  readonly article: string | null;
  readonly reason: string | null;
}

/** The same for each address; "unchanged" says nothing of an address that was never met. */
const outcomes = (
  { store, clock }: Intake,
  addresses: readonly string[],
  feed: string | undefined,
  { kind, article, reason }: Verdict,
): readonly PageOutcome[] =>
  [...new Set(addresses.map(pageKey))].map(url => ({
    url,
    kind: kind === 'unchanged' && store.pages.of(url).length === 0 ? 'taken' : kind,
    article,
    reason,
    at: clock.now().toISOString(),
    feed: feed ?? null,
  }));

/** Takes in an article, of whatever origin, with what becomes of its page. */
const takeArticle = (
  intake: Intake,
  found: Article,
  addresses: readonly string[],
  { task, note }: { readonly task: PageTask; readonly note: string | null },
): Saved<PageOutcome> => {
  const { store, rules } = intake;
  const article = settled(store, completed(found, task.item));
  const now = kindNow(store, rules, article);
  const near = createNear(store);
  const prior = store.versions(article.id).at(-1)?.history ?? false;
  const isOld = task.history === true || isOldNews(article.published, intake.clock.now().toISOString());
  const judged = appraise(intake, near, article, isOld || prior);
  const kind = now === 'unchanged' ? now : (judged.kind ?? now);
  const reason = [note, judged.reason].filter(each => each !== null).join('; ') || null;
  const pages = outcomes(intake, addresses, task.feed, { kind, article: article.id, reason });
  const feed = task.visit?.(kind);
  const landed = landAll(intake, {
    readings: [judged.reading],
    pages,
    ...(feed === undefined ? {} : { feed }),
  });
  if (!landed.ok) return landed;
  const [first] = pages;
  if (first === undefined) throw new RangeError('a page without an address');
  return ok(
    landed.value.failed.length === 0
      ? first
      : { ...first, kind: 'failed', article: null, reason: WORDS.ours },
  );
};

const keepOutcome = (intake: Intake, outcome: PageOutcome, task: PageTask): Saved<PageOutcome> => {
  const feed = task.visit?.(outcome.kind);
  const landed = landAll(intake, {
    readings: [],
    pages: [outcome],
    ...(feed === undefined ? {} : { feed }),
  });
  return landed.ok ? ok(outcome) : landed;
};

/**
 * Takes in what a feed's item gives by itself: its full text, else its title and summary, said to be no more than that.
 * Null where it gives neither.
 */
export const takeItem = (
  intake: Intake,
  item: FeedItem,
  key: string,
  { task, why }: { readonly task: PageTask; readonly why: string },
): Saved<PageOutcome> | null => {
  const given = articleOfItem(item, key);
  if (given === null) return null;
  const note = given.whole ? WORDS.fromFeed(why) : WORDS.summaryOnly(why);
  return takeArticle(intake, given.article, [key], { task, note });
};

/**
 * Fetches one page, reads it, and keeps article and outcome in one transaction. Nothing that a page can do makes it
 * throw.
 * @returns what became of it, or why it could not be kept
 */
export const takePage = async (
  intake: FetchingIntake,
  url: string,
  task: PageTask = {},
): Promise<Saved<TakenPage>> => {
  const { signal, item } = task;
  const fetched = await intake.fetcher.get(url, {
    accept: ACCEPT,
    ...(signal === undefined ? {} : { signal }),
  });
  if (fetched.kind === 'failed' && fetched.code === 'stopped') return ok('stopped');
  const read = articleOf(fetched);
  if (read.ok) {
    const addresses = [url, fetched.url, ...(read.value.url === null ? [] : [read.value.url])];
    return takeArticle(intake, read.value, addresses, { task, note: null });
  }
  const { kind, reason } = read.error;
  // One that fails may answer the next time; the others will not.
  const forGood = kind !== 'failed' || task.lastTry === true;
  if (item !== undefined && forGood) {
    const instead = takeItem(intake, item, pageKey(url), { task, why: reason });
    if (instead !== null) return instead;
  }
  const [outcome] = outcomes(intake, [url], task.feed, {
    kind: forGood && kind === 'failed' ? 'unreadable' : kind,
    article: null,
    reason,
  });
  if (outcome === undefined) throw new RangeError('a page without an address');
  return keepOutcome(intake, outcome, task);
};
