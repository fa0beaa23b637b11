import { generateOpml, parseOpml } from 'feedsmith';
import { fail, ok, type Result } from '../../core/result.ts';
import { cleanText } from '../../text/clean.ts';

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
  /** Folder it stands in; of several levels joined by " / ". Null at the top. */
  readonly folder: string | null;
}

const WRONG = {
  entities: 'The list declares entities of its own, which can blow up when they are read; export it anew.',
  illFormed: 'Not a list of feeds (OPML), or cut off; export it anew from where it came.',
  noFeeds: 'The list names no feed; each needs an xmlUrl that begins with http:// or https://.',
  tooLong: 'The list is longer than 5 million characters; split it.',
} as const;

const LONGEST = 5_000_000;
const DEEPEST = 20;
const FOLDER_BORDER = ' / ';

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

const tidy = (text: string | undefined): string | null =>
  cleanText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim() || null;

const feedsIn = (outlines: readonly Outline[], folders: readonly string[]): readonly ListedFeed[] =>
  outlines.flatMap(outline => {
    const title = tidy(outline.text) ?? tidy(outline.title);
    const url = URL.parse(outline.xmlUrl?.trim() ?? '');
    const own =
      url !== null && /^https?:$/.test(url.protocol)
        ? [{ url: url.href, title, folder: folders.join(FOLDER_BORDER) || null }]
        : [];
    const inner = title === null || outline.xmlUrl !== undefined ? folders : [...folders, title];
    return folders.length > DEEPEST ? own : [...own, ...feedsIn(outline.outlines ?? [], inner)];
  });

const parse = (text: string): readonly Outline[] | null => {
  try {
    const { body } = parseOpml(text);
    const outlines: unknown = body?.outlines;
    return isOutlines(outlines) ? outlines : [];
  } catch {
    return null;
  }
};

const isOutlines = (value: unknown): value is readonly Outline[] =>
  Array.isArray(value) && value.every(each => typeof each === 'object' && each !== null);

/** Feeds of a list in OPML, each address once, in the order of the list. */
export const readOpml = (text: string): Result<readonly ListedFeed[]> => {
  if (text.length > LONGEST) return fail('input', WRONG.tooLong);
  if (/<!ENTITY/i.test(text)) return fail('input', WRONG.entities);
  const outlines = parse(text.replace(/^\ufeff/, '').trim());
  if (outlines === null) return fail('input', WRONG.illFormed);
  const feeds = new Map<string, ListedFeed>();
  for (const feed of feedsIn(outlines, [])) if (!feeds.has(feed.url)) feeds.set(feed.url, feed);
  return feeds.size === 0 ? fail('input', WRONG.noFeeds) : ok([...feeds.values()]);
};

type Written = { type?: string; text: string; xmlUrl?: string; outlines?: Written[] };

/** A list of feeds in OPML 2.0, folders in the order in which they first come; what `readOpml` reads back. */
export const writeOpml = (feeds: readonly ListedFeed[], title: string): string => {
  const outline = ({ url, title: name }: ListedFeed): Written => ({
    type: 'rss',
    text: name ?? url,
    xmlUrl: url,
  });
  const folders = Map.groupBy(feeds, ({ folder }) => folder);
  const outlines = [...folders].flatMap(([folder, inside]): Written[] =>
    folder === null ? inside.map(outline) : [{ text: folder, outlines: inside.map(outline) }],
  );
  return generateOpml({ head: { title }, body: { outlines } });
};
