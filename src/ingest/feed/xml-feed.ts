import { parseFeed } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import type { RawFeed, RawItem } from './feed.ts';
import { MOST_ITEMS } from './feed.ts';

type Item = ReturnType<typeof parseFeed>['items'][number];

/** Names of elements, without prefix, from the most telling on. */
const PUBLISHED = ['pubdate', 'published', 'issued', 'created', 'date'];
const UPDATED = ['updated', 'modified', 'date'];

const datesOf = ({ element }: Item, names: readonly string[]): readonly (string | null)[] =>
  names.flatMap(name => element.findElementsWithName(name).map(each => each.textContent));

/** Only a guid that says so, or says nothing and looks like an address, is one. */
const permalinkOf = ({ element }: Item): string | null => {
  const guid = element.findElementWithName('guid');
  const isLink =
    guid !== null &&
    guid.getAttribute('isPermaLink') !== 'false' &&
    guid.getAttribute('ispermalink') !== 'false';
  return isLink && /^https?:\/\//i.test(guid.textContentNormalized) ? guid.textContentNormalized : null;
};

const strictItem = (item: Item): RawItem => ({
  id: item.id ?? item.element.getAttribute('rdf:about'),
  url: item.url ?? permalinkOf(item),
  title: item.title,
  published: datesOf(item, PUBLISHED),
  updated: datesOf(item, UPDATED),
  summary: item.description,
  contentHtml: item.content,
  author: item.authors.map(({ name }) => name).find(name => name !== null && name !== '') ?? null,
});

/** Throws on what is no well-formed feed. */
export const readStrictly = (xml: string): RawFeed => {
  const feed = parseFeed(xml);
  const home = feed.url;
  // Each item asks the feed for its address, which looks through all items again: 46 s for 10,000.
  Object.defineProperty(feed, 'url', { value: home });
  return { title: feed.title, home, items: feed.items.slice(0, MOST_ITEMS).map(strictItem) };
};

const textAt = (record: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = record[name];
  const text = typeof value === 'object' && value !== null && '#' in value ? value['#'] : value;
  return typeof text === 'string' && text !== '' ? text : null;
};

const lenientItem = (item: FeedParser.Item): RawItem => ({
  id: item.guid,
  url: item.link || item.origlink || null,
  title: item.title,
  published: [
    'rss:pubdate',
    'atom:published',
    'atom:issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
  ].map(name => textAt(item, name)),
  updated: ['atom:updated', 'atom:modified', 'dcterms:modified'].map(name => textAt(item, name)),
  summary: item.summary,
  contentHtml: item.description !== item.summary ? item.description : null,
  author: item.author,
});

/**
 * Reads as much as there is of ill-formed XML, and of XML that is cut off. What it is given in one piece it reads in one
 * go, although it is made as a stream.
 * @returns null for what is no feed
 */
export const readLeniently = (xml: string, url: string): RawFeed | null => {
  const parser = new FeedParser({ feedurl: url, addmeta: false });
  let isFeed = true;
  parser.on('error', () => {
    isFeed = false;
  });
  parser.write(xml);
  parser.end();
  const items: RawItem[] = [];
  for (let item = parser.read(); item !== null; item = parser.read())
    if (items.length < MOST_ITEMS) items.push(lenientItem(item));
  const { title, link } = parser.meta;
  return isFeed || items.length > 0 ? { title: title ?? null, home: link ?? null, items } : null;
};
