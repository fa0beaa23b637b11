import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { cleanText } from '../text/clean.ts';
import { readMasthead } from '../text/masthead.ts';
import { readArticleLine } from './article-line.ts';
import { rootOf } from './feed/feed-source.ts';
import { readFeed } from './feed/read-feed.ts';
import { readFrontMatter } from './front-matter.ts';
import { articleId } from './identity/article-id.ts';
import { type ListedFeed, readOpml } from './opml/opml.ts';
import { readPage } from './page/read-page.ts';

/** What a file turned out to hold. */
export type FileReading =
  | {
      readonly kind: 'articles';
      readonly articles: readonly Article[];
      /** One line for each article that was not taken in, with where it stands and what to do. */
      readonly refusals: readonly string[];
    }
  | { readonly kind: 'feeds'; readonly feeds: readonly ListedFeed[] };

const WRONG = {
  empty: 'The file is empty; leave it out.',
  noArticles: 'The feed in the file holds no whole article; add its address with /feed add instead.',
  noLines: 'No line of the file is an article; each must be {"id": "<name>", "text": "<the article>"}.',
  unknown:
    'Not a text, page, list of articles or list of feeds; .txt, .md, .html, .jsonl and .opml are read.',
} as const;

const ENDING = /\.[a-z0-9]{1,6}$/i;

const stemOf = (name: string): string => (name.split(/[/\\]/).at(-1) ?? name).replace(ENDING, '');

/** An article and nothing else: pages know more, such as their author, than an archive has a place for. */
const bare = ({ id, title, published, publisher, url, text }: Article): Article => ({
  id,
  title,
  published,
  publisher,
  url,
  text,
});

const articles = (found: readonly Article[], refusals: readonly string[] = []): Result<FileReading> =>
  ok({ kind: 'articles', articles: found.map(bare), refusals });

/** Marks of Markdown that are no words: headings, emphasis, links. */
const withoutMarks = (text: string): string =>
  text
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(/!?\[([^[\]\n]{1,300})\]\([^()\s]{1,500}\)/g, '$1')
    .replace(/\*\*|__/g, '');

const readText = (name: string, text: string): Result<FileReading> => {
  const read = readFrontMatter(cleanText(text));
  if (!read.ok) return read;
  const { known, body } = read.value;
  const words = (/\.md$/i.test(name) ? withoutMarks(body) : body).trim();
  if (words === '') return fail('input', WRONG.empty);
  const masthead = readMasthead(words);
  return articles([
    {
      id: known.url === null ? stemOf(name) : articleId(known.url),
      title: known.title ?? masthead.title,
      published: known.published ?? masthead.published,
      publisher: known.publisher ?? masthead.publisher,
      url: known.url,
      text: words,
    },
  ]);
};

const readLines = (text: string): Result<FileReading> => {
  const found: Article[] = [];
  const refusals: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readArticleLine(line);
    if (read.ok) found.push({ ...read.value.article, text: cleanText(read.value.article.text) });
    else refusals.push(`line ${i + 1}: ${read.error.message}`);
  }
  return found.length === 0 ? fail('input', refusals[0] ?? WRONG.noLines) : articles(found, refusals);
};

/** A page that was saved says where it came from, or nobody knows. */
const savedFrom = (html: string): string | null => {
  const head = html.slice(0, 200_000);
  const link = /<link\s[^<>]{0,500}\brel\s*=\s*["']?canonical\b[^<>]{0,1000}>/i.exec(head)?.[0] ?? '';
  const comment = /<!-- saved from url=\(\d+\)(\S{1,2000}) -->/i.exec(head)?.[1];
  const address = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link)?.[1] ?? comment ?? '';
  return /^https?:\/\//i.test(address) ? address.replaceAll('&amp;', '&') : null;
};

/** Stands for the address of a page that has none; no such host can exist. */
const NOWHERE = 'https://file.invalid/';

const readSavedPage = (name: string, html: string): Result<FileReading> => {
  const url = savedFrom(html);
  const page = readPage(html, url ?? NOWHERE);
  if (!page.ok) return page;
  return articles([url === null ? { ...page.value, id: stemOf(name), url: null } : page.value]);
};

/** Whole articles of a feed that was saved; its summaries are none. */
const readSavedFeed = (text: string): Result<FileReading> => {
  const feed = readFeed(text, NOWHERE);
  if (!feed.ok) return feed;
  const found: Article[] = [];
  const refusals: string[] = [];
  for (const { contentHtml, url, id, title, published } of feed.value.items) {
    const page =
      contentHtml === null ? fail('input', WRONG.noArticles) : readPage(contentHtml, url ?? NOWHERE);
    if (!page.ok) refusals.push(`${title ?? id}: ${page.error.message}`);
    else {
      const text = [title ?? '', page.value.text].filter(each => each !== '').join('\n');
      found.push({
        ...page.value,
        id: articleId(url ?? id),
        url,
        title,
        published: published ?? page.value.published,
        publisher: feed.value.title,
        text,
      });
    }
  }
  return found.length === 0
    ? fail('input', WRONG.noArticles)
    : articles(found, [...feed.value.notices, ...refusals]);
};

const readFeeds = (text: string): Result<FileReading> => {
  const feeds = readOpml(text);
  return feeds.ok ? ok({ kind: 'feeds', feeds: feeds.value }) : feeds;
};

/**
 * What a file holds: a text or Markdown with front matter, a saved page or feed, articles one JSON a line, or a list of
 * feeds. Its content decides, its name where that could be several.
 * @param text decoded already
 * @returns one line that says why it cannot be read and what to do
 */
export const readFile = (name: string, text: string): Result<FileReading> => {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return fail('input', WRONG.empty);
  const isText = /\.(?:txt|md)$/i.test(name);
  const root = start.startsWith('<') ? rootOf(start) : null;
  if (/\.(?:jsonl|ndjson)$/i.test(name) || (!isText && start.startsWith('{"'))) return readLines(start);
  if (root === 'opml' || /\.opml$/i.test(name)) return readFeeds(start);
  if (root === 'rss' || root === 'feed' || root === 'rdf') return readSavedFeed(start);
  if (/\.x?html?$/i.test(name) || root === 'html' || /^<!doctype html/i.test(start))
    return readSavedPage(name, start);
  return isText || !ENDING.test(name) ? readText(name, start) : fail('input', WRONG.unknown);
};
