import type { Article } from '../core/article.ts';
import { printed } from '../core/span.ts';
import type { Desk } from './draft.ts';

const MOST_LETTERS = 80;

/** "(MENAFN- Khaama Press) According to …": who passed the text on is no part of what it says. */
const PASSED_ON = /^\([^()]{1,60}\)\s*/;

/** As much of a text as a title takes, cut behind a word. */
export const shortened = (text: string, most = MOST_LETTERS): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.search(/\s\S*$/u);
  return `${(end > 0 ? cut.slice(0, end) : cut.toWellFormed()).replace(/[\s,;:–—-]+$/u, '')}…`;
};

/** What an article is known by: its title, or how it begins. */
export const headline = (article: Article, { services, asOf }: Desk): string => {
  if (article.title !== null) return article.title;
  const first = services.store.sentences(article.id, asOf).find(each => each.role !== 'debris');
  const words = first === undefined ? article.text : printed(article.text, first.span);
  return shortened(words.replace(/\s+/g, ' ').trim().replace(PASSED_ON, ''));
};
