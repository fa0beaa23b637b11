import type { Article } from './core/article.ts';
import { fail, ok, type Result } from './core/result.ts';
import { decodeBody } from './ingest/charset.ts';
import type { Feed, FeedItem } from './ingest/feed/feed.ts';
import { readFeed } from './ingest/feed/read-feed.ts';
import type { Fetched, Fresh } from './ingest/fetch/fetched.ts';
import type { Fetcher } from './ingest/fetch/fetcher.ts';
import { languageOf } from './ingest/language.ts';
import { readPage } from './ingest/page/read-page.ts';
import type { FeedTrial, FeedTrouble, TriedItem } from './query/intake.ts';
import { WORDS } from './shell/words.ts';
import type { Reading } from './store/ports.ts';

/** What servers are asked for: some send a page to who does not name a feed first. */
const FEEDS =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5';

interface LookedAt extends Feed {
  /** After redirects that are for good. */
  readonly url: string;
}

/** What waiting does not mend: there is no such page, or no such host. */
const isWrong = ({ code, status }: Extract<Fetched, { kind: 'failed' }>): boolean =>
  status === 404 || (code === 'name' && status === null);

/** Why a fetch brought nothing to read, in one line. */
const whyNothing = (address: string, fetched: Exclude<Fetched, Fresh>): string => {
  switch (fetched.kind) {
    case 'refused':
      return WORDS.notFetched(address, fetched.reason);
    case 'failed':
      return isWrong(fetched)
        ? WORDS.wrongAddress(address, fetched.reason)
        : WORDS.notNow(address, fetched.reason);
    case 'retry-later':
      return WORDS.notNow(address, fetched.reason);
    case 'gone':
      return WORDS.notFetched(address, WORDS.gone);
    case 'not-modified':
      return WORDS.notNow(address, WORDS.notChanged);
  }
};

const trouble = (message: string): Result<never, FeedTrouble> => ({
  ok: false,
  error: { fault: 'input', message, feeds: [] },
});

const withoutFragment = (address: string): string => {
  const url = new URL(address);
  url.hash = '';
  return url.href;
};

/** Fetches an address once and reads it as a feed. */
export const lookAtFeed = async (
  address: string,
  fetcher: Fetcher,
): Promise<Result<LookedAt, FeedTrouble>> => {
  const fetched = await fetcher.get(address, { accept: FEEDS });
  if (fetched.kind !== 'fresh') return trouble(whyNothing(address, fetched));
  const feed = readFeed(decodeBody(fetched.bytes, fetched.contentType), fetched.url);
  return feed.ok ? ok({ ...feed.value, url: fetched.permanentUrl ?? withoutFragment(address) }) : feed;
};

/** The last one published; the feed's first where it gives no dates. */
const newestOf = (items: readonly FeedItem[]): FeedItem | null => {
  const time = ({ published }: FeedItem): number => Date.parse(published ?? '') || 0;
  return items.toSorted((a, b) => time(b) - time(a))[0] ?? null;
};

const articleOf = async (
  { url, contentHtml }: FeedItem,
  feed: string,
  fetcher: Fetcher,
): Promise<Result<Article>> => {
  if (url === null)
    return contentHtml === null ? fail('input', WORDS.itemWithoutPage) : readPage(contentHtml, feed);
  const fetched = await fetcher.get(url);
  return fetched.kind === 'fresh'
    ? readPage(decodeBody(fetched.bytes, fetched.contentType), fetched.url)
    : fail('network', whyNothing(url, fetched));
};

const tryItem = async (
  item: FeedItem,
  feed: string,
  fetcher: Fetcher,
  read: (article: Article) => Reading,
): Promise<TriedItem> => {
  const { title, url, published } = item;
  const article = await articleOf(item, feed, fetcher);
  if (!article.ok)
    return { title, url, published, reading: null, failure: article.error.message, language: null };
  const language = languageOf(article.value.text);
  const foreign = language !== null && language !== 'en';
  const nothing = { article: article.value, sentences: [], figures: [], reports: [] };
  return { title, url, published, reading: foreign ? nothing : read(article.value), failure: null, language };
};

/** Fetches a feed and the page of its newest item, and says what would come in. */
export const tryFeed = async (
  address: string,
  fetcher: Fetcher,
  read: (article: Article) => Reading,
): Promise<Result<FeedTrial, FeedTrouble>> => {
  const looked = await lookAtFeed(address, fetcher);
  if (!looked.ok) return looked;
  const { url, title, items, notices } = looked.value;
  const newest = newestOf(items);
  return ok({
    url,
    title,
    items: items.length,
    notices,
    newest: newest === null ? null : await tryItem(newest, url, fetcher, read),
  });
};
