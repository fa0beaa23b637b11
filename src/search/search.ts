import type { ArticleId } from '../core/article.ts';
import { admits } from './admits.ts';
import { bestSentence } from './best-sentence.ts';
import { createLookUp } from './look-up.ts';
import type { Search, Shelf, TermIndex } from './ports.ts';
import { parseQuery, weightedTerms } from './query.ts';
import { bestFirst, type Ranked, rank, rarity, rounded, unranked } from './ranking.ts';
import { cutUp, type ReadArticle } from './shelf.ts';
import type { Synonyms } from './terms.ts';
import { wordsIn } from './words.ts';

/** In so many articles the best sentence is looked for; one that ranks lower would not rise to the top by it. */
const READ_AGAIN = 50;

/** How much of its best sentence's score is added to an article's: +0.9 % nDCG@10 over none. */
const SENTENCE_SHARE = 0.2;

/** Articles kept cut up: twice what one question reads. */
const KEPT = 2 * READ_AGAIN;

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
  const recent = new Map<number, ReadArticle>();
  /** Cut up, with those cut up last kept: one question after another reads the same articles again. */
  const read = ({ doc, id }: Ranked): ReadArticle | null => {
    const known = recent.get(doc);
    const entry = known === undefined ? shelf(id) : null;
    const cut = known ?? (entry === null ? null : cutUp(entry.article, entry.sentences, synonyms));
    if (cut === null) return null;
    recent.delete(doc);
    recent.set(doc, cut);
    if (recent.size > KEPT) for (const oldest of recent.keys().take(1)) recent.delete(oldest);
    return cut;
  };

  return {
    holds: (word, visible) =>
      wordsIn(word).every(({ stem }) => stem === null || anyOf(index.postings(stem).docs, index, visible)),
    find: (words, limit, visible) => {
      const query = parseQuery(words);
      const { postings, asked } = lookUp();
      const weights = weightedTerms(query.words, synonyms, term => postings(term).docs.length > 0);
      const found =
        weights.size > 0
          ? rank(asked(weights), index)
          : (query.phrases.length > 0 ? unranked(index) : []).values();
      // An article without a word of the phrase needs no cutting up to see that it lacks the phrase.
      const quoted = query.phrases.flat().flatMap(({ stem }) => stem ?? []);
      const needed = quoted.filter(stem => weights.has(stem));
      const { articles } = index.termTotals();
      const rarityOf = (term: string): number => rarity(postings(term).docs.length, articles);
      const hits = found
        .filter(({ id, matched }) => visible(id) && needed.every(stem => matched.includes(stem)))
        .flatMap(one => {
          const article = read(one);
          return article === null ? [] : [{ ...one, article }];
        })
        .filter(({ article }) => admits(query, article, synonyms))
        .take(Math.max(READ_AGAIN, limit))
        .flatMap(({ id, score, matched, article }) => {
          const worth = (term: string) =>
            matched.includes(term) ? rarityOf(term) * (weights.get(term) ?? GUESSED) : 0;
          const best = bestSentence(article, { worth, phrases: query.phrases });
          return best === null ? [] : [{ id, score: rounded(score + SENTENCE_SHARE * best.score), best }];
        });
      return [...hits]
        .sort(bestFirst)
        .slice(0, limit)
        .map(({ id, score, best }) => ({ article: id, score, sentence: best.index, marks: best.marks }));
    },
  };
};
