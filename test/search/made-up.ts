import type { Article, Sentence, SentenceRole } from '../../src/core/article.ts';
import { shelfOf } from '../../src/corpus.ts';
import type { Search, Visible } from '../../src/search/ports.ts';
import { createSearch } from '../../src/search/search.ts';
import { termsToIndex } from '../../src/search/shelf.ts';
import type { Synonyms } from '../../src/search/terms.ts';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { keep } from '../store/keep.ts';

/** An article made up of lines, each one sentence; `role: line` says what a line is, a body line when it says nothing. */
export const articleOf = (
  id: string,
  lines: readonly string[],
  title: string | null = null,
): { article: Article; sentences: Sentence[] } => {
  let text = '';
  const sentences: Sentence[] = [];
  for (const line of lines) {
    const [, role, words] = /^(?:(headline|debris|repeat): )?(.*)$/su.exec(line) ?? [];
    const printed = words ?? '';
    const span = { start: text.length, end: text.length + printed.length };
    const named: Record<string, SentenceRole> = { headline: 'headline', debris: 'debris', repeat: 'repeat' };
    sentences.push({
      index: sentences.length,
      span,
      paragraph: sentences.length,
      role: named[role ?? ''] ?? 'body',
    });
    text += `${printed}\n`;
  }
  return { article: { id, title, published: null, publisher: null, url: null, text }, sentences };
};

/** Whatever is in the index; so few articles that nobody asks for all of them. */
export const EVERYTHING: Visible = {
  has: () => true,
  all: () => {
    throw new Error('asked for all articles');
  },
};

export const NO_NAMES: Synonyms = { longestAt: () => null };

/** The real index in a store of its own, into which the articles landed one after another, the same one again as changed. */
export const storeOver = (
  articles: readonly ReturnType<typeof articleOf>[],
  synonyms: Synonyms = NO_NAMES,
): Store => {
  const opened = openStore(':memory:');
  if (!opened.ok) throw new Error(opened.error.message);
  for (const [i, { article, sentences }] of articles.entries()) {
    const terms = termsToIndex(article, sentences, synonyms);
    // By other rules each time: the same text may be cut up otherwise.
    keep(opened.value, [{ article, sentences, figures: [], reports: [], terms }], { rules: `rules ${i}` });
  }
  return opened.value;
};

export const searchIn = (store: Store, synonyms: Synonyms = NO_NAMES): Search =>
  createSearch({ index: store, shelf: shelfOf(store), synonyms });

export const searchOver = (
  articles: readonly ReturnType<typeof articleOf>[],
  synonyms: Synonyms = NO_NAMES,
): Search => searchIn(storeOver(articles, synonyms), synonyms);
