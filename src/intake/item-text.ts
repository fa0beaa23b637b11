import type { Article } from '../core/article.ts';
import type { FeedItem } from '../ingest/feed/feed.ts';
import { articleId } from '../ingest/identity/article-id.ts';
import { readPage } from '../ingest/page/read-page.ts';

export interface ItemText {
  readonly article: Article;
  /** False: no more than title and summary. */
  readonly whole: boolean;
}

/** Shorter full texts of a feed are summaries in HTML. In UTF-16 units. */
const WHOLE = 600;

/** Stands for the address of an item that has none. */
const NOWHERE = 'https://item.invalid/';

const linesOf = (...lines: readonly (string | null)[]): string =>
  lines.filter(line => line !== null && line !== '').join('\n');

/**
 * What an item of a feed says by itself.
 * @param key what names its page
 * @returns null where it has no words but its title
 */
export const articleOfItem = (item: FeedItem, key: string): ItemText | null => {
  const { title, url, published, summary, contentHtml } = item;
  const known = { id: articleId(key), title, published, publisher: null, url };
  const page = contentHtml === null ? null : readPage(contentHtml, url ?? NOWHERE);
  const text = page?.ok === true ? page.value.text : '';
  if (text.length >= WHOLE) {
    // A fragment has no headline of its own; the one that was made up for it is the feed's.
    const body = title !== null && text.startsWith(title) ? text.slice(title.length).trimStart() : text;
    return { article: { ...known, text: linesOf(title, body) }, whole: true };
  }
  const words = summary ?? (text || null);
  return words === null ? null : { article: { ...known, text: linesOf(title, words) }, whole: false };
};
