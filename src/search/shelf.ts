import type { Article, Sentence } from '../core/article.ts';
import { type Synonyms, type Term, termsOf } from './terms.ts';
import { type Word, wordsIn } from './words.ts';

/** An article with the sentences that may be read and quoted. */
interface Shelved {
  readonly article: Article;
  readonly readable: readonly Sentence[];
}

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

const shelved = (article: Article, sentences: readonly Sentence[]): Shelved => ({
  article,
  readable: sentences.filter(({ role }) => role === 'headline' || role === 'body'),
});

const sameWords = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.length === b.length && a.every((word, i) => word.folded === b[i]?.folded);

/** A title that is printed as a sentence too counts once, as that sentence. */
const readShelved = ({ article, readable }: Shelved, synonyms: Synonyms): ReadArticle => {
  const sentences = readable.map(({ index, span }) => {
    const words = wordsIn(article.text, span);
    return { index, words, terms: termsOf(words, synonyms) };
  });
  const printed = wordsIn(article.title ?? '');
  const words = sentences.some(sentence => sameWords(sentence.words, printed)) ? [] : printed;
  return { title: { words, terms: termsOf(words, synonyms) }, sentences };
};

/** What the article is indexed under: one merged field. */
export const articleTerms = ({ title, sentences }: ReadArticle): string[] =>
  [title, ...sentences].flatMap(({ terms }) => terms.map(({ term }) => term));

/** Cuts an article up for finding. */
export const cutUp = (article: Article, sentences: readonly Sentence[], synonyms: Synonyms): ReadArticle =>
  readShelved(shelved(article, sentences), synonyms);

/** What an article is to be indexed under; null when it has no readable sentence, since nothing of it could be quoted. */
export const termsToIndex = (
  article: Article,
  sentences: readonly Sentence[],
  synonyms: Synonyms,
): readonly string[] | null => {
  const entry = shelved(article, sentences);
  return entry.readable.length === 0 ? null : articleTerms(readShelved(entry, synonyms));
};
