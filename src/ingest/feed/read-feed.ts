import type { Failure, Result } from '../../core/result.ts';
import { ok } from '../../core/result.ts';
import { cleanText } from '../../text/clean.ts';
import { plainLines } from '../plain-text.ts';
import { readDate } from '../read-date.ts';
import { type Feed, type FeedItem, MOST_ITEMS, type RawFeed, type RawItem } from './feed.ts';
import {
  countItems,
  declaresEntities,
  FEED_ROOTS,
  feedsLinkedFrom,
  firstItems,
  isCutOff,
  isHostile,
  LONGEST_FEED,
  rootOf,
  skipHoursOf,
  ttlOf,
} from './feed-source.ts';
import { readJsonFeed } from './json-feed.ts';
import { readLeniently, readStrictly } from './xml-feed.ts';

/** Why a text is no feed. Of a page, the feeds that it links to. */
export interface FeedFailure extends Failure {
  readonly feeds: readonly string[];
}

const FEEDS_SHOWN = 3;
const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 1_000;

const WORDS = {
  empty: 'The feed is empty; try again later, or check its address.',
  tooLong: `The feed is longer than ${LONGEST_FEED / 1_000_000} million characters; look for a shorter one of the site.`,
  entities:
    'The feed declares entities of its own, which can blow up when they are read; ask its publisher for a plain one.',
  hostile: 'The feed is nested deeper, or made of more tags, than any feed; check its address.',
  page: 'This is a page and no feed; look for the address of its feed.',
  pageWith: (feeds: readonly string[]): string =>
    `This is a page and no feed; its feed is ${feeds.slice(0, FEEDS_SHOWN).join(' or ')}`,
  opml: 'This is a list of feeds (OPML) and no feed; import it as a file.',
  sitemap: 'This is a site map and no feed; look for the address of the feed.',
  other: 'This is neither RSS nor Atom nor JSON Feed; check the address.',
  cutOff: (items: number): string => `The feed is cut off; ${items} of its items could be read.`,
  illFormed: (items: number): string => `The feed is ill-formed; ${items} of its items could be read.`,
  tooMany: (items: number): string =>
    `The feed has ${items.toLocaleString('en')} items; the first ${MOST_ITEMS} are read.`,
} as const;

const refuse = (message: string, feeds: readonly string[] = []): Result<never, FeedFailure> => ({
  ok: false,
  error: { fault: 'input', message, feeds },
});

const refuseRoot = (root: string | null, text: string, url: string): Result<never, FeedFailure> => {
  if (root === 'opml') return refuse(WORDS.opml);
  if (root === 'urlset' || root === 'sitemapindex') return refuse(WORDS.sitemap);
  if (root !== 'html' && !/<!doctype html|<(?:head|body)[\s>]/i.test(text.slice(0, LONGEST_SUMMARY)))
    return refuse(WORDS.other);
  const feeds = feedsLinkedFrom(text, url);
  return refuse(feeds.length === 0 ? WORDS.page : WORDS.pageWith(feeds), feeds);
};

const oneLine = (text: string | null, longest: number): string | null => {
  const line = plainLines((text ?? '').slice(0, longest * 4))
    .join(' ')
    .slice(0, longest)
    .trim();
  return line === '' ? null : line.toWellFormed();
};

const absolute = (url: string | null, base: string | null, feedUrl: string): string | null => {
  const resolved =
    url === null || url.trim() === ''
      ? null
      : (URL.parse(url.trim(), base ?? feedUrl) ?? URL.parse(url.trim(), feedUrl));
  return resolved !== null && /^https?:$/.test(resolved.protocol) ? resolved.href : null;
};

const firstDate = (candidates: readonly (string | null)[]): string | null =>
  candidates.map(each => readDate(each ?? '')).find(each => each !== null) ?? null;

const toItem = (raw: RawItem, home: string | null, feedUrl: string): FeedItem => {
  const url = absolute(raw.url, home, feedUrl);
  const title = oneLine(raw.title, LONGEST_TITLE);
  const published = firstDate(raw.published);
  return {
    id: cleanText(raw.id ?? '').trim() || url || `${title ?? ''} ${published ?? ''}`.trim(),
    url,
    title,
    published,
    updated: firstDate(raw.updated),
    summary: oneLine(raw.summary, LONGEST_SUMMARY),
    contentHtml: raw.contentHtml?.trim() || null,
    author: oneLine(raw.author, LONGEST_TITLE),
  };
};

/** Each id once. Two items of one id and two addresses are two: some feeds give all their items one guid. */
const eachOnce = (items: readonly FeedItem[]): readonly FeedItem[] => {
  const seen = new Map<string, FeedItem>();
  for (const item of items) {
    if (item.url === null && item.title === null && item.contentHtml === null) continue;
    const known = seen.get(item.id);
    if (known === undefined) seen.set(item.id, item);
    else if (item.url !== null && item.url !== known.url && !seen.has(item.url))
      seen.set(item.url, { ...item, id: item.url });
  }
  return [...seen.values()];
};

const attempt = (read: () => RawFeed | null): RawFeed | null => {
  try {
    return read();
  } catch {
    // Others' code: what it stumbles over, the other parser may read.
    return null;
  }
};

/**
 * What the parsers make of it: the strict one, and where it fails or loses items, whichever finds more. Of a feed that is
 * cut off the strict one makes up an end for the last item, the lenient one leaves it out.
 */
const readXml = (xml: string, url: string): { raw: RawFeed; isWhole: boolean } | null => {
  const wanted = countItems(xml);
  const isCut = isCutOff(xml);
  const strict = attempt(() => readStrictly(xml));
  if (strict !== null && strict.items.length >= wanted && !isCut) return { raw: strict, isWhole: true };
  const lenient = attempt(() => readLeniently(xml, url));
  const found = lenient?.items.length ?? 0;
  const raw = (isCut && found > 0) || found > (strict?.items.length ?? -1) ? lenient : strict;
  return raw === null ? null : { raw, isWhole: false };
};

type Reading = Pick<Feed, 'ttl' | 'skipHours' | 'notices'>;

const toFeed = (raw: RawFeed, url: string, reading: Reading): Feed => {
  const home = absolute(raw.home, url, url);
  return {
    title: oneLine(raw.title, LONGEST_TITLE),
    home,
    items: eachOnce(raw.items.map(item => toItem(item, home, url))),
    ...reading,
  };
};

const readJson = (text: string, url: string): Result<Feed, FeedFailure> => {
  const raw = readJsonFeed(text);
  if (raw === null) return refuse(WORDS.other);
  const notices = raw.count > MOST_ITEMS ? [WORDS.tooMany(raw.count)] : [];
  return ok(toFeed(raw, url, { ttl: null, skipHours: [], notices }));
};

/**
 * The items of a feed: RSS from 0.9 on, RDF, Atom, JSON Feed. What is ill-formed or cut off is read as far as it goes, and
 * said so in `notices`.
 * @param text decoded already
 * @param url where it was found, for addresses that are relative
 * @returns one line that says why it is no feed; of a page with the feeds that it links to
 */
export const readFeed = (text: string, url: string): Result<Feed, FeedFailure> => {
  const source = text.replace(/^\ufeff/, '').trimStart();
  if (source === '') return refuse(WORDS.empty);
  if (source.length > LONGEST_FEED) return refuse(WORDS.tooLong);
  if (source.startsWith('{')) return readJson(source, url);
  if (declaresEntities(source)) return refuse(WORDS.entities);
  const root = rootOf(source);
  if (root === null || !FEED_ROOTS.includes(root)) return refuseRoot(root, source, url);
  const count = countItems(source);
  const start = firstItems(source, MOST_ITEMS);
  if (isHostile(start)) return refuse(WORDS.hostile);
  const read = readXml(start, url);
  if (read === null) return refuse(WORDS.other);
  const found = read.raw.items.length;
  const broken = isCutOff(source) ? [WORDS.cutOff(found)] : read.isWhole ? [] : [WORDS.illFormed(found)];
  const notices = [...broken, ...(count > MOST_ITEMS ? [WORDS.tooMany(count)] : [])];
  return ok(toFeed(read.raw, url, { ttl: ttlOf(source), skipHours: skipHoursOf(source), notices }));
};
