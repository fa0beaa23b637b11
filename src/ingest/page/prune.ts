import { type PageElement, tagOf } from './dom.ts';
import { PAGE_WORDS } from './lexicon.ts';

/** What carries the article is kept, whatever it is called. */
const CARRIERS = new Set(['html', 'body', 'main', 'article', 'head']);

/** From this share of the page's words on, an element is no box beside the article. */
const TOO_MUCH = 0.3;

const ROLES = new Set([
  'navigation',
  'complementary',
  'dialog',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'toolbar',
]);

const LENGTHY = 100;

/** "share-buttons" and "related_posts" begin with a word of the lexicon; "relatedness" does not. */
const isBeside = (element: PageElement): boolean => {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.toLowerCase();
  return (
    ROLES.has(element.getAttribute('role')?.toLowerCase() ?? '') ||
    names
      .split(/\s+/)
      .slice(0, LENGTHY)
      .some(name => PAGE_WORDS.classes.has(name) || PAGE_WORDS.classes.has(name.split(/[-_]{1,2}/)[0] ?? ''))
  );
};

/** Takes boxes out of a page that stand beside an article and never in it: sharing, related stories, comments, forms. */
export const prune = (root: PageElement): void => {
  const whole = (root.textContent ?? '').length;
  for (const element of [...root.querySelectorAll('[class], [id], [role]')]) {
    if (CARRIERS.has(tagOf(element)) || !isBeside(element)) continue;
    if ((element.textContent ?? '').length < whole * TOO_MUCH) element.remove();
  }
};
