import { Readability } from '@mozilla/readability';
import type { Article } from '../../core/article.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { cleanText } from '../../text/clean.ts';
import { readMasthead } from '../../text/masthead.ts';
import { articleId } from '../identity/article-id.ts';
import { articleLines, type Known } from './article-lines.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { PageElement } from './dom.ts';
import { type DescribedArticle, describedArticle } from './json-ld.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { type Page, parseHtml } from './parse-html.ts';
import { prune } from './prune.ts';
import { PAGE_REFUSED, refusalOf } from './refusals.ts';

/** An article as a page prints it. `url` is the page's own address for it, and `id` that of the address. */
export interface PageArticle extends Article {
  readonly url: string;
  readonly author: string | null;
}

/** Shorter texts are teasers and captions; longer ones are books. In UTF-16 units, the title left out. */
const SHORTEST = 140;
const LONGEST = 500_000;

/** Below this share of what the page describes in JSON-LD, the text is put in by a script, and what is described counts. */
const SHELL = 0.5;

const contentOf = (page: Page): PageElement | null => {
  const options = { serializer: (node: PageElement) => node, charThreshold: SHORTEST };
  try {
    return new Readability<PageElement>(page.document, options).parse()?.content ?? null;
  } catch {
    // Another's code on a hostile page: what it stumbles over has no article that it could find.
    return null;
  }
};

const plainBlocks = (text: string): readonly Block[] =>
  text.split(/\n+/).map(line => ({ text: line.replace(/\s+/g, ' ').trim(), linked: 0 }));

/** The body that a page describes in JSON-LD, live updates from the newest on; some put HTML into it. */
const describedBlocks = (described: DescribedArticle | null): readonly Block[] => {
  const updates = (described?.liveBlogUpdate ?? []).flatMap(each => [
    each.headline ?? '',
    each.articleBody ?? '',
  ]);
  const body = [described?.articleBody ?? '', ...updates].filter(each => each !== '').join('\n');
  if (!/<(?:p|br|div)\b/i.test(body)) return plainBlocks(cleanText(body));
  const parsed = parseHtml(body);
  return parsed.ok ? blocksOf(parsed.value.root) : [];
};

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

const clean = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(block => ({ ...block, text: cleanText(block.text).replace(/\s+/g, ' ').trim() }));

const linesOf = (page: Page, described: DescribedArticle | null, known: Known): readonly string[] => {
  prune(page.root);
  const content = contentOf(page);
  const shown = content === null ? [] : articleLines(clean(blocksOf(content)), known);
  const told = articleLines(clean(describedBlocks(described)), known);
  return lengthOf(shown) < lengthOf(told) * SHELL ? told : shown;
};

/** The headline is part of what was printed, and of what is read and quoted. */
const withTitle = (title: string | null, lines: readonly string[]): string =>
  [...(title === null ? [] : [title]), ...lines].join('\n');

const toArticle = (metadata: Metadata, lines: readonly string[]): PageArticle => {
  const text = withTitle(metadata.title, lines);
  return {
    id: articleId(metadata.url),
    title: metadata.title,
    published: metadata.published ?? readMasthead(text).published,
    publisher: metadata.publisher,
    author: metadata.author,
    url: metadata.url,
    text,
  };
};

/**
 * The article of a page: its text line by line, a line for each paragraph, heading, list item and row, without what the
 * page prints around it; the headline comes first.
 * @param html decoded already
 * @param url where the page was found, after redirects
 * @returns one line that says why the page gives no article, and what to do
 */
export const readPage = (html: string, url: string): Result<PageArticle> => {
  const page = parseHtml(html);
  if (!page.ok) return page;
  const { root } = page.value;
  const described = describedArticle(root);
  const metadata = readMetadata(root, described, url);
  const pageTitle = cleanText(root.querySelector('title')?.textContent ?? '') || metadata.title;
  const shown = root.querySelector('body')?.textContent ?? '';
  const lines = linesOf(page.value, described, metadata);
  const length = lengthOf(lines);
  const isFree = described?.isAccessibleForFree ?? null;
  const refusal = refusalOf({ title: pageTitle, shown, text: lines.join('\n'), isFree });
  if (refusal !== null) return fail('input', refusal);
  if (length < SHORTEST) return fail('input', PAGE_REFUSED.noArticle);
  if (length > LONGEST) return fail('input', PAGE_REFUSED.tooLong(length));
  return ok(toArticle(metadata, lines));
};
