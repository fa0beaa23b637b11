import { holdsPhrase } from './phrase.ts';
import type { Query } from './query.ts';
import { articleTerms, type ReadArticle } from './shelf.ts';
import { type Synonyms, unitsOf } from './terms.ts';
import type { Word } from './words.ts';

const lacks = (article: ReadArticle, words: readonly Word[], synonyms: Synonyms): boolean => {
  const [first, ...more] = unitsOf(words, synonyms);
  if (first === undefined) return true;
  if (more.length > 0)
    return [article.title, ...article.sentences].every(part => !holdsPhrase(part.words, words));
  const stem = first.words.length === 1 ? first.words[0]?.stem : null;
  const held = new Set(articleTerms(article));
  return ![...first.named, stem ?? ''].some(term => held.has(term));
};

/**
 * Whether an article has every quoted phrase in a readable sentence and none of the words left out. A name is left
 * out in all its spellings; a stop word leaves out nothing.
 */
export const admits = (query: Query, article: ReadArticle, synonyms: Synonyms): boolean =>
  query.phrases.every(phrase => article.sentences.some(({ words }) => holdsPhrase(words, phrase))) &&
  query.excluded.every(words => lacks(article, words, synonyms));
