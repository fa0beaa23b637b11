import type { Article } from './core/article.ts';
import { createExtractor } from './extract/extract.ts';
import { extractionJson } from './extract/json.ts';
import { loadKnowledge } from './load-knowledge.ts';

/** What an article reports, in its public form. */
export type Facts = ReturnType<typeof extractionJson>;

export type ReadFacts = (article: Article) => Facts;

/** Builds what reads facts out of articles, without a corpus. */
export const openReader = (): ReadFacts => {
  const knowledge = loadKnowledge();
  const extract = createExtractor(knowledge);
  return article => extractionJson(article, extract(article), knowledge);
};
