import { parseHTML } from 'linkedom';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PageElement } from './dom.ts';
import { slimPage } from './slim.ts';

/** Larger pages are no articles: with scripts, and without. In UTF-16 units. */
export const LONGEST_PAGE = 5_000_000;
const LONGEST_SLIM = 2_000_000;

/**
 * Pages of articles have some 2,000 elements, 30 deep and rarely 300 side by side. What reads them takes time by the
 * square of some of these numbers: at the limits a page takes a few seconds.
 */
const MOST_ELEMENTS = 10_000;
const MOST_SIDE_BY_SIDE = 1_500;
const DEEPEST = 250;
/** Before parsing, where tags are only counted, and some close by themselves. */
const DEEPEST_SOURCE = 1_000;
const MOST_SIGNS = 30_000;
const MOST_ATTRIBUTES = 500;

/** Elements without an end, or with one that is often left out. */
const UNPAIRED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt'.split(
    ' ',
  ),
);

const count = (text: string, sign: string): number => {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
};

const attributesOf = (tag: string): number =>
  tag.length < MOST_ATTRIBUTES ? 0 : tag.replace(/"[^"]*"|'[^']*'/g, '').split(/\s+/).length;

/** What makes parsing itself slow, found by counting: too many signs, tags in tags, attributes. */
const sourceFault = (html: string): string | null => {
  if (html.length > LONGEST_SLIM) return 'too long';
  if (count(html, '<') > MOST_SIGNS || count(html, '&') > MOST_SIGNS) return 'made of too many parts';
  let depth = 0;
  for (const [, close, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)([^<>]*)/gi)) {
    if (attributesOf(rest) > MOST_ATTRIBUTES) return 'made of too many parts';
    if (UNPAIRED.has(name.toLowerCase()) || rest.endsWith('/')) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST_SOURCE) return 'nested too deep';
  }
  return null;
};

/** What makes reading slow, without a call a level: a page may be as deep as it is long. */
const treeFault = (root: PageElement): string | null => {
  const open: [element: PageElement, depth: number][] = [[root, 1]];
  let elements = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [element, depth] = next;
    elements += 1;
    if (depth > DEEPEST) return 'nested too deep';
    if (elements > MOST_ELEMENTS || [...element.childNodes].length > MOST_SIDE_BY_SIDE)
      return 'made of too many parts';
    for (const child of element.children) open.push([child, depth + 1]);
  }
  return null;
};

/** The parser wants one root. */
const wrapped = (html: string): string => {
  const bare = html.replace(/^\ufeff/, '').replace(/^\s*<\?xml[^>]{0,200}\?>/i, '');
  if (/<html[\s>]/i.test(bare.slice(0, 20_000))) return bare;
  return `<!doctype html><html><body>${bare.replace(/^\s*<!doctype[^>]{0,200}>/i, '')}</body></html>`;
};

const parsed = (html: string): { readonly documentElement: PageElement | null } | null => {
  try {
    return parseHTML(html).document;
  } catch {
    // What the parser stumbles over is a page that cannot be read.
    return null;
  }
};

/** A page whose size and depth have been looked at. */
export interface Page {
  /** The parsed document, as the reader of articles takes it. */
  readonly document: unknown;
  readonly root: PageElement;
}

/**
 * Parses a page without its scripts and styles, and refuses what would take long.
 * @returns a failure that says in one line what the page is too much of
 */
export const parseHtml = (html: string): Result<Page> => {
  const refuse = (fault: string): Result<never> =>
    fail('input', `The page is ${fault} for an article; save the article itself as text, and import that.`);
  if (html.length > LONGEST_PAGE) return refuse('too long');
  const slim = slimPage(html);
  const fault = sourceFault(slim);
  if (fault !== null) return refuse(fault);
  const document = parsed(wrapped(slim));
  const root: PageElement | null = document?.documentElement ?? null;
  const slow = root === null ? null : treeFault(root);
  if (slow !== null) return refuse(slow);
  return root === null ? refuse('too empty') : ok({ document, root });
};
