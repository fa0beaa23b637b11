import { createExtractor } from './extract/extract.ts';
import { extractionJson, type ReadFacts } from './extract/json.ts';
import { loadKnowledge } from './load-knowledge.ts';

/** Builds what reads facts out of articles, without a corpus. */
export const openReader = (): ReadFacts => {
  const knowledge = loadKnowledge();
  const extract = createExtractor(knowledge);
  return article => extractionJson(article, extract(article), knowledge);
};
