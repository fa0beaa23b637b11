import type { Article, Sentence } from '../core/article.ts';
import { type Synonyms, type Term, termsOf } from './terms.ts';
import { type Word, wordsIn } from './words.ts';

export interface ReadSentence {
  readonly index: number;
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
}

/** An article cut up for finding. Cutting again gives the same, so it need not be kept. */
export interface ReadArticle {
  readonly title: { readonly words: readonly Word[]; readonly terms: readonly Term[] };
  readonly sentences: readonly ReadSentence[];
}

/** What an article is to be indexed under: terms in order, each as often as it is held. */
interface ArticleTerms {
  readonly title: readonly string[];
  readonly sentences: readonly { readonly index: number; readonly terms: readonly string[] }[];
}

const isReadable = ({ role }: Sentence): boolean => role === 'headline' || role === 'body';

const sameWords = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.length === b.length && a.every((word, i) => word.folded === b[i]?.folded);

export const cutSentence = (
  article: Article,
  { index, span }: Sentence,
  synonyms: Synonyms,
): ReadSentence => {
  const words = wordsIn(article.text, span);
  return { index, words, terms: termsOf(words, synonyms) };
};

/** Cuts an article up. A title that is printed as a sentence too counts once, as that sentence. */
export const cutUp = (article: Article, all: readonly Sentence[], synonyms: Synonyms): ReadArticle => {
  const sentences = all.filter(isReadable).map(sentence => cutSentence(article, sentence, synonyms));
  const printed = wordsIn(article.title ?? '');
  const words = sentences.some(sentence => sameWords(sentence.words, printed)) ? [] : printed;
  return { title: { words, terms: termsOf(words, synonyms) }, sentences };
};

/** What an article is to be indexed under; null when it has no readable sentence, since nothing of it could be quoted. */
export const termsToIndex = (
  article: Article,
  all: readonly Sentence[],
  synonyms: Synonyms,
): ArticleTerms | null => {
  const { title, sentences } = cutUp(article, all, synonyms);
  if (sentences.length === 0) return null;
  return {
    title: title.terms.map(({ term }) => term),
    sentences: sentences.map(({ index, terms }) => ({ index, terms: terms.map(({ term }) => term) })),
  };
};
