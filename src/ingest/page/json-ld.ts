import { z } from 'zod';
import type { PageElement } from './dom.ts';

/** Longer scripts are no descriptions of an article. */
const LONGEST_SCRIPT = 2_000_000;
const MOST_NODES = 2_000;

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

/** A field that others fill with a text, a list or an object with a name. */
const named = z
  .union([z.string(), z.array(z.unknown()), z.object({ name: z.unknown() })])
  .transform((value): string | null => nameIn(value))
  .catch(null)
  .optional();

const nameIn = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 10)
      .map(nameIn)
      .filter(name => name !== null);
    return names.length === 0 ? null : names.join(', ');
  }
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name.trim() || null
    : null;
};

const text = z.string().nullable().catch(null).optional();

const update = z.object({ headline: text, articleBody: text });

const articleSchema = z.object({
  headline: text,
  datePublished: text,
  dateModified: text,
  articleBody: text,
  url: text,
  author: named,
  publisher: named,
  isAccessibleForFree: z
    .union([z.boolean(), z.string().transform(word => word.toLowerCase() !== 'false')])
    .nullable()
    .catch(null)
    .optional(),
  liveBlogUpdate: z
    .array(update.catch({ headline: null, articleBody: null }))
    .catch([])
    .optional(),
});

/** What a page says of its article in JSON-LD; the words of schema.org. */
export type DescribedArticle = Readonly<z.infer<typeof articleSchema>>;

const parse = (source: string): unknown => {
  if (source.length > LONGEST_SCRIPT) return null;
  // Some pages print line ends and comments of HTML into it.
  const bare = source.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)/, '').replace(/(?:-->|\/\/\s*\]\]>)\s*$/, '');
  for (const candidate of [bare, bare.replace(/[\r\n\t]+/g, ' ')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next one, or none.
    }
  }
  return null;
};

const isArticle = (node: object): boolean => {
  const type = '@type' in node ? node['@type'] : null;
  return [type].flat().some(each => typeof each === 'string' && ARTICLE.test(each));
};

/** Articles among all nodes, nearest to the top first. */
const articlesIn = (root: unknown): readonly object[] => {
  const found: object[] = [];
  const open: unknown[] = [root];
  for (let seen = 0; seen < MOST_NODES && seen < open.length; seen++) {
    const node = open[seen];
    if (typeof node !== 'object' || node === null) continue;
    if (isArticle(node)) found.push(node);
    else open.push(...Object.values(node).slice(0, MOST_NODES));
  }
  return found;
};

/** The article that a page describes in JSON-LD; null when it describes none. Of several the one with the longest text. */
export const describedArticle = (root: PageElement): DescribedArticle | null => {
  let best: DescribedArticle | null = null;
  for (const script of root.querySelectorAll('script[type="application/ld+json"]'))
    for (const node of articlesIn(parse(script.textContent ?? ''))) {
      const parsed = articleSchema.safeParse(node);
      if (!parsed.success) continue;
      const longer = (parsed.data.articleBody ?? '').length > (best?.articleBody ?? '').length;
      if (best === null || longer) best = parsed.data;
    }
  return best;
};
