import { type BestSentence, bestSentence, marksIn } from './best-sentence.ts';
import { createLookUp } from './look-up.ts';
import { createNarrowing } from './narrowing.ts';
import type { Hit, Search, Shelf, TermIndex, TermSentence, Visible } from './ports.ts';
import { parseQuery, type Query, weightedTerms } from './query.ts';
import { bestFirst, type Ranked, rank, rarity, rounded, unranked } from './ranking.ts';
import { cutSentence } from './shelf.ts';
import type { Synonyms } from './terms.ts';
import { createVisibly } from './visibly.ts';
import { wordsIn } from './words.ts';

/** In so many articles the best sentence is looked for; one that ranks lower would not rise to the top by it. */
const READ_AGAIN = 50;

/** How much of its best sentence's score is added to an article's: +0.9 % nDCG@10 over none. */
const SENTENCE_SHARE = 0.2;

/** The weight of a term that was not asked for but stands for one that no article holds. */
const GUESSED = 0.4;

/** So many articles are looked into for a phrase of stop words, to which no index leads. */
const MOST_UNRANKED = 500;

/** Ids are looked up so many at a time. */
const AT_ONCE = 100;

/** Whether any of these articles exists for a question: the newest are looked at first, since most do. */
const anyOf = (docs: Uint32Array, index: Pick<TermIndex, 'idsOf' | 'docsOf'>, visible: Visible): boolean => {
  const { has, among } = createVisibly(visible, index);
  for (let to = docs.length; to > 0; to -= AT_ONCE) {
    const kept = among(docs.subarray(Math.max(0, to - AT_ONCE), to));
    if (index.idsOf([...kept]).some(({ id }) => has(id))) return true;
  }
  return false;
};

/** An article that answers, and its sentence that does so best. */
interface Fit extends Pick<Ranked, 'id' | 'score' | 'matched'> {
  readonly best: BestSentence;
}

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
  const shown = ({ id, matched, score, best }: Fit, { phrases }: Query): readonly Hit[] => {
    const entry = shelf(id);
    const sentence = entry?.sentences.find(one => one.index === best.index);
    if (entry === null || sentence === undefined) return [];
    const terms = new Set(matched.map(({ term }) => term));
    const marks = marksIn(cutSentence(entry.article, sentence, synonyms), terms, phrases);
    return [{ article: id, score, sentence: best.index, marks }];
  };

  /** The best articles, with the sentences that answer. */
  const fits = (query: Query, limit: number, visible: Visible): readonly Fit[] => {
    const { postings, asked } = lookUp();
    const weights = weightedTerms(query.words, synonyms, term => postings(term).docs.length > 0);
    const narrowing = createNarrowing(query, { index, shelf, synonyms, postings });
    const { has, among } = createVisibly(visible, index);
    const keeping = { among, keep: narrowing.keep };
    const found =
      weights.size > 0
        ? rank(asked(weights), index, keeping)
        : unranked(query.phrases.length > 0 ? MOST_UNRANKED : 0, index, keeping);
    const first = found
      .filter(one => !narrowing.isSpent() && has(one.id) && narrowing.admits(one))
      .take(Math.max(READ_AGAIN, limit))
      .toArray();
    const { articles } = index.termTotals();
    const sentences = new Map(
      index.termSentences(first.map(({ doc }) => doc)).map(one => [one.doc, one.sentences]),
    );
    const fitOf = ({ doc, id, score, matched }: Ranked): readonly Fit[] => {
      const worths = new Map(
        matched.map(({ term, number, postings: { docs } }) => [
          number,
          rarity(docs.length, articles) * (weights.get(term) ?? GUESSED),
        ]),
      );
      const phrasesIn = (at: number): number => narrowing.phrasesIn(id, at);
      const of: readonly TermSentence[] = sentences.get(doc) ?? [];
      const best = bestSentence(of, { worths, phrasesIn });
      return best === null
        ? []
        : [{ id, matched, best, score: rounded(score + SENTENCE_SHARE * best.score) }];
    };
    return first.flatMap(fitOf).sort(bestFirst).slice(0, limit);
  };

  return {
    holds: (word, visible) => {
      const { postings } = lookUp();
      return wordsIn(word).every(({ stem }) => stem === null || anyOf(postings(stem).docs, index, visible));
    },
    find: (words, limit, visible) => {
      const query = parseQuery(words);
      return fits(query, limit, visible).flatMap(fit => shown(fit, query));
    },
    ranked: (words, limit, visible) => fits(parseQuery(words), limit, visible).map(({ id }) => id),
  };
};
