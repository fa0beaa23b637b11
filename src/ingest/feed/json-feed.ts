import { z } from 'zod';
import { MOST_ITEMS, type RawFeed } from './feed.ts';

const text = z.string().nullable().catch(null).default(null);
const author = z.object({ name: text }).nullable().catch(null).default(null);

const itemSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .catch(null)
    .default(null),
  url: text,
  external_url: text,
  title: text,
  date_published: text,
  date_modified: text,
  summary: text,
  content_html: text,
  content_text: text,
  author,
  authors: z.array(author).catch([]).default([]),
});

const feedSchema = z.object({
  title: text,
  home_page_url: text,
  items: z.array(z.unknown()),
});

/** Text in HTML: what a mark means in text is spelled out, and line ends stay. */
const asHtml = (plain: string | null): string | null =>
  plain === null ? null : `<pre>${plain.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;

/** JSON Feed, version 1 and 1.1. Items that are no objects are left out. Null for JSON that is no feed, and for no JSON. */
export const readJsonFeed = (json: string): (RawFeed & { readonly count: number }) | null => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  const feed = feedSchema.safeParse(parsed);
  if (!feed.success) return null;
  const items = feed.data.items.slice(0, MOST_ITEMS).flatMap(each => {
    const item = itemSchema.safeParse(each);
    if (!item.success) return [];
    const {
      id,
      url,
      external_url,
      title,
      date_published,
      date_modified,
      summary,
      content_html,
      content_text,
    } = item.data;
    const names = [...item.data.authors, item.data.author].map(one => one?.name ?? null);
    return [
      {
        id,
        url: url ?? external_url,
        title,
        published: [date_published],
        updated: [date_modified],
        summary,
        contentHtml: content_html ?? asHtml(content_text),
        author: names.find(name => name !== null) ?? null,
      },
    ];
  });
  return { title: feed.data.title, home: feed.data.home_page_url, items, count: feed.data.items.length };
};
