import type { Article, Sentence, SentenceRole } from '../../src/core/article.ts';
import type { Search } from '../../src/search/ports.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Synonyms } from '../../src/search/terms.ts';

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

export const NO_NAMES: Synonyms = { longestAt: () => null };

export const searchOver = (
  articles: readonly ReturnType<typeof articleOf>[],
  synonyms: Synonyms = NO_NAMES,
): Search => {
  const search = createSearch({ synonyms });
  for (const { article, sentences } of articles) search.add(article, sentences);
  return search;
};
