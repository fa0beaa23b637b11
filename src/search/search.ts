import type { ArticleId } from '../core/article.ts';
import { admits } from './admits.ts';
import { type BestSentence, bestSentence, marksIn } from './best-sentence.ts';
import { createLookUp } from './look-up.ts';
import { holdsPhrase } from './phrase.ts';
import type { Hit, Search, Shelf, TermIndex } from './ports.ts';
import { parseQuery, type Query, weightedTerms } from './query.ts';
import { bestFirst, type Ranked, rank, rarity, rounded, unranked } from './ranking.ts';
import { cutSentence, cutUp, type ReadArticle } from './shelf.ts';
import type { Synonyms } from './terms.ts';
import { wordsIn } from './words.ts';

/** In so many articles the best sentence is looked for; one that ranks lower would not rise to the top by it. */
const READ_AGAIN = 50;

/** How much of its best sentence's score is added to an article's: +0.9 % nDCG@10 over none. */
const SENTENCE_SHARE = 0.2;

/** The weight of a term that was not asked for but stands for one that no article holds. */
const GUESSED = 0.4;

/** Ids are looked up so many at a time. */
const AT_ONCE = 100;

/** Whether any of these articles exists for a question: the newest are looked at first, since most do. */
const anyOf = (
  docs: Uint32Array,
  index: Pick<TermIndex, 'idsOf'>,
  visible: (id: ArticleId) => boolean,
): boolean => {
  for (let to = docs.length; to > 0; to -= AT_ONCE)
    if (index.idsOf([...docs.subarray(Math.max(0, to - AT_ONCE), to)]).some(({ id }) => visible(id)))
      return true;
  return false;
};

/** An article that answers, and its sentence that does so best. */
interface Fit extends Pick<Ranked, 'id' | 'score' | 'matched'> {
  readonly best: BestSentence;
}

/** An article without a word of a phrase needs no cutting up to see that it lacks the phrase. */
const phraseWords = (
  { phrases }: Query,
  weights: ReadonlyMap<string, number>,
): ((one: Ranked) => boolean) => {
  const stems = phrases.flat().flatMap(({ stem }) => stem ?? []);
  const needed = stems.filter(stem => weights.has(stem));
  return ({ matched }) => needed.every(stem => matched.some(({ term }) => term === stem));
};

const phrasesHeld = (phrases: Query['phrases'], read: ReadArticle | null, at: number): number => {
  const words = read?.sentences.find(({ index }) => index === at)?.words ?? [];
  return phrases.filter(phrase => holdsPhrase(words, phrase)).length;
};

interface SearchParts {
  readonly index: TermIndex;
  readonly shelf: Shelf;
  readonly synonyms: Synonyms;
}

/**
 * Full text over an index of terms. Words are found in any form and any order, `"phrases"` as typed, `-words` leave
 * articles out, a word that no article holds stands for the nearest. An article without a readable sentence is never
 * found, since nothing of it could be quoted.
 * @param parts.shelf gives what is found, to be cut up again
 * @param parts.synonyms spellings of places, groups and bodies, each leading to the ids of what it names; each name
 * counts as one word, whichever spelling is printed or typed
 */
export const createSearch = ({ index, shelf, synonyms }: SearchParts): Search => {
  const lookUp = createLookUp(index);
  const cut = (id: ArticleId): ReadArticle | null => {
    const entry = shelf(id);
    return entry === null ? null : cutUp(entry.article, entry.sentences, synonyms);
  };
  /** An article that a question admits, cut up where that had to be looked into. */
  const admitted = (
    query: Query,
    one: Ranked,
  ): readonly (Ranked & { readonly read: ReadArticle | null })[] => {
    if (query.phrases.length + query.excluded.length === 0) return [{ ...one, read: null }];
    const read = cut(one.id);
    return read !== null && admits(query, read, synonyms) ? [{ ...one, read }] : [];
  };
  const shown = ({ id, matched, score, best }: Fit, { phrases }: Query): readonly Hit[] => {
    const entry = shelf(id);
    const sentence = entry?.sentences.find(one => one.index === best.index);
    if (entry === null || sentence === undefined) return [];
    const terms = new Set(matched.map(({ term }) => term));
    const marks = marksIn(cutSentence(entry.article, sentence, synonyms), terms, phrases);
    return [{ article: id, score, sentence: best.index, marks }];
  };

  return {
    holds: (word, visible) => {
      const { postings } = lookUp();
      return wordsIn(word).every(({ stem }) => stem === null || anyOf(postings(stem).docs, index, visible));
    },
    find: (words, limit, visible) => {
      const query = parseQuery(words);
      const { postings, asked } = lookUp();
      const weights = weightedTerms(query.words, synonyms, term => postings(term).docs.length > 0);
      const found =
        weights.size > 0
          ? rank(asked(weights), index)
          : (query.phrases.length > 0 ? unranked(index) : []).values();
      const holdsWords = phraseWords(query, weights);
      const { articles } = index.termTotals();
      const fits = found
        .filter(one => visible(one.id) && holdsWords(one))
        .flatMap(one => admitted(query, one))
        .take(Math.max(READ_AGAIN, limit))
        .flatMap(({ doc, id, score, matched, read }): readonly Fit[] => {
          const worths = new Map(
            matched.map(({ term, number, postings: { docs } }) => [
              number,
              rarity(docs.length, articles) * (weights.get(term) ?? GUESSED),
            ]),
          );
          const phrasesIn = (at: number): number => phrasesHeld(query.phrases, read, at);
          const best = bestSentence(index.termSentences(doc), { worths, phrasesIn });
          return best === null
            ? []
            : [{ id, matched, best, score: rounded(score + SENTENCE_SHARE * best.score) }];
        });
      return [...fits]
        .sort(bestFirst)
        .slice(0, limit)
        .flatMap(fit => shown(fit, query));
    },
  };
};
