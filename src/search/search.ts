import type { ArticleId } from '../core/article.ts';
import { admits } from './admits.ts';
import { bestSentence } from './best-sentence.ts';
import type { Search } from './ports.ts';
import { parseQuery, weightedTerms } from './query.ts';
import { bestFirst, createRanking, type Ranked, rounded } from './ranking.ts';
import { articleTerms, type ReadArticle, readShelved, type Shelved, shelved } from './shelf.ts';
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

/**
 * An empty full-text index. Words are found in any form and any order, `"phrases"` as typed, `-words` leave articles
 * out, a word that no article holds stands for the nearest. An article without a readable sentence is never found,
 * since nothing of it could be quoted.
 * @param options.synonyms spellings of places, groups and bodies, each leading to the ids of what it names; each name
 * counts as one word, whichever spelling is printed or typed
 */
export const createSearch = ({ synonyms }: { readonly synonyms: Synonyms }): Search => {
  const shelf = new Map<ArticleId, Shelved>();
  const ranking = createRanking();

  const recent = new Map<Shelved, ReadArticle>();
  /** Cut up, with those cut up last kept: one question after another reads the same articles again. */
  const cutUp = (entry: Shelved): ReadArticle => {
    const read = recent.get(entry) ?? readShelved(entry, synonyms);
    recent.delete(entry);
    recent.set(entry, read);
    if (recent.size > KEPT) for (const oldest of recent.keys().take(1)) recent.delete(oldest);
    return read;
  };

  const remove = (id: ArticleId) => {
    const entry = shelf.get(id);
    if (entry === undefined) return;
    ranking.remove(id, articleTerms(cutUp(entry)));
    shelf.delete(id);
    recent.delete(entry);
  };

  const rarity = (term: string): number => {
    const holding = ranking.articlesWith(term);
    return Math.log(1 + (ranking.size() - holding + 0.5) / (holding + 0.5));
  };

  /** Nothing but stop words in quotes: every article may hold them, and none does so better than another. */
  const allUnranked = (): Ranked[] =>
    [...shelf.keys()].map(id => ({ id, score: 0, matched: [] })).sort(bestFirst);

  return {
    add: (article, sentences) => {
      remove(article.id);
      const entry = shelved(article, sentences);
      if (entry.readable.length === 0) return;
      shelf.set(article.id, entry);
      ranking.add(article.id, articleTerms(cutUp(entry)));
    },
    remove,
    holds: (word, visible) =>
      wordsIn(word).every(
        ({ stem }) =>
          stem === null ||
          (ranking.articlesWith(stem) > 0 &&
            ranking.rank(new Map([[stem, 1]])).some(({ id }) => visible(id))),
      ),
    find: (words, limit, visible) => {
      const query = parseQuery(words);
      const weights = weightedTerms(query.words, synonyms, term => ranking.articlesWith(term) > 0);
      const found = weights.size > 0 ? ranking.rank(weights) : query.phrases.length > 0 ? allUnranked() : [];
      // An article without a word of the phrase needs no cutting up to see that it lacks the phrase.
      const quoted = query.phrases.flat().flatMap(({ stem }) => stem ?? []);
      const needed = quoted.filter(stem => weights.has(stem));
      const hits = found
        .values()
        .filter(({ id, matched }) => visible(id) && needed.every(stem => matched.includes(stem)))
        .flatMap(({ id, score, matched }) => {
          const entry = shelf.get(id);
          return entry === undefined ? [] : [{ id, score, matched, read: cutUp(entry) }];
        })
        .filter(({ read }) => admits(query, read, synonyms))
        .take(Math.max(READ_AGAIN, limit))
        .flatMap(({ id, score, matched, read }) => {
          const worth = (term: string) =>
            matched.includes(term) ? rarity(term) * (weights.get(term) ?? GUESSED) : 0;
          const best = bestSentence(read, { worth, phrases: query.phrases });
          return best === null ? [] : [{ id, score: rounded(score + SENTENCE_SHARE * best.score), best }];
        });
      return [...hits]
        .sort(bestFirst)
        .slice(0, limit)
        .map(({ id, score, best }) => ({ article: id, score, sentence: best.index, marks: best.marks }));
    },
  };
};
