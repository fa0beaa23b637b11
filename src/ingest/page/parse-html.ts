import { parseHTML } from 'linkedom';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PageElement } from './dom.ts';

/** Larger pages are no articles: the largest in print are a third of it, scripts included. In UTF-16 units. */
export const LONGEST_PAGE = 5_000_000;

/** Pages have some 2,000 elements, 30 deep. What is read below takes time by both. */
const MOST_ELEMENTS = 30_000;
const DEEPEST = 250;

const tooLarge = (what: string): Result<never> =>
  fail('input', `The page is ${what}; save the article itself as text, and import that.`);

/** Elements and depth, without a call a level: a page may be as deep as it is long. */
const measure = (root: PageElement): { elements: number; depth: number } => {
  const open: [element: PageElement, depth: number][] = [[root, 1]];
  let elements = 0;
  let depth = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [element, level] = next;
    elements += 1;
    depth = Math.max(depth, level);
    if (elements > MOST_ELEMENTS || depth > DEEPEST) break;
    for (const child of element.children) open.push([child, level + 1]);
  }
  return { elements, depth };
};

/** The parser wants one root. */
const wrapped = (html: string): string => {
  const bare = html.replace(/^\ufeff/, '').replace(/^\s*<\?xml[^>]{0,200}\?>/i, '');
  if (/<html[\s>]/i.test(bare.slice(0, 20_000))) return bare;
  return `<!doctype html><html><body>${bare.replace(/^\s*<!doctype[^>]{0,200}>/i, '')}</body></html>`;
};

/** A page whose size and depth have been looked at. */
export interface Page {
  /** The parsed document, as the reader of articles takes it. */
  readonly document: unknown;
  readonly root: PageElement;
}

/**
 * Parses a page, and refuses what would take long: parsing itself takes time in line with the length, and what comes
 * after may not.
 */
export const parseHtml = (html: string): Result<Page> => {
  if (html.length > LONGEST_PAGE)
    return tooLarge(`longer than ${LONGEST_PAGE / 1_000_000} million characters`);
  // Script is neither run nor read, and a tag in it is none.
  const tags = html.match(/<[a-z]/gi)?.length ?? 0;
  if (tags > MOST_ELEMENTS * 2)
    return tooLarge(`made of more than ${MOST_ELEMENTS.toLocaleString('en')} elements`);
  const { document } = parseHTML(wrapped(html));
  const root: PageElement | null = document.documentElement;
  if (root === null) return tooLarge('empty');
  const { elements, depth } = measure(root);
  if (elements > MOST_ELEMENTS)
    return tooLarge(`made of more than ${MOST_ELEMENTS.toLocaleString('en')} elements`);
  if (depth > DEEPEST) return tooLarge(`nested more than ${DEEPEST} deep`);
  return ok({ document, root });
};
