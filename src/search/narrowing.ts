import type { ArticleId } from '../core/article.ts';
import { fold } from '../core/fold.ts';
import { isAmong } from './among.ts';
import { holdsPhrase } from './phrase.ts';
import type { Indexed, Postings, Shelf, TermIndex } from './ports.ts';
import type { Query } from './query.ts';
import { sentencesWith } from './sequence.ts';
import { NAMES, type Synonyms, unitsOf } from './terms.ts';
import { type Word, wordsIn } from './words.ts';

/** What takes articles out of those that hold a word of a question: its phrases, and the words that it leaves out. */
export interface Narrowing {
  /** Leaves out docs that cannot be admitted, as far as the index alone can tell. */
  readonly keep: (docs: Uint32Array) => Uint32Array;
  /** Whether an article that was kept is admitted, by its text where the index cannot tell. */
  readonly admits: (one: Indexed) => boolean;
  /** How many of the quoted phrases a sentence holds as printed. */
  readonly phrasesIn: (id: ArticleId, sentence: number) => number;
  /** Whether as many texts were looked into as may be: no more are admitted. */
  readonly isSpent: () => boolean;
}

/** What is left after so many texts has the words of a phrase in this order too, in other forms as a rule. */
const MOST_LOOKED_INTO = 1_000;

interface Sources {
  readonly index: Pick<TermIndex, 'termNumber' | 'termNumbers' | 'termSentences' | 'docsWith'>;
  readonly shelf: Shelf;
  readonly synonyms: Synonyms;
  readonly postings: (term: string) => Postings;
}

/** The words of a phrase that are no stop words. */
const stemsOf = (phrase: readonly Word[]): readonly string[] => phrase.flatMap(({ stem }) => stem ?? []);

/** Numbers may be printed with commas. */
const isPlain = (word: string): boolean => /^\p{L}+$/u.test(word);

/** The words of an article as printed, each part cut up when somebody looks at it. */
const openText = (shelf: Shelf, id: ArticleId) => {
  const entry = shelf(id);
  const cut = new Map<number, readonly Word[]>();
  const folded = fold(`${entry?.article.title ?? ''} ${entry?.article.text ?? ''}`);
  return {
    /** Whether it prints every word of a phrase somewhere, as part of a word at least. */
    mayHold: (phrase: readonly Word[]): boolean =>
      phrase.every(word => !isPlain(word.folded) || folded.includes(word.folded)),
    title: (): readonly Word[] => wordsIn(entry?.article.title ?? ''),
    sentence: (index: number): readonly Word[] => {
      const known = cut.get(index);
      if (known !== undefined) return known;
      const span = entry?.sentences.find(one => one.index === index)?.span;
      const words = entry === null || span === undefined ? [] : wordsIn(entry.article.text, span);
      cut.set(index, words);
      return words;
    },
  };
};

/**
 * Where a question asks for phrases or leaves words out. A word left out goes in any form and a name in all its spellings,
 * which the index knows; a stop word leaves out nothing. Phrases count as typed: the index knows which sentences have their
 * words in this order, and only those are read.
 */
export const createNarrowing = (query: Query, { index, shelf, synonyms, postings }: Sources): Narrowing => {
  const units = query.excluded.map(words => ({ words, units: unitsOf(words, synonyms) }));
  const without = units.flatMap(({ units: [first, ...more] }): readonly Uint32Array[] =>
    first === undefined || more.length > 0
      ? []
      : [...first.named, ...(first.words.length === 1 ? stemsOf(first.words) : [])].map(
          term => postings(term).docs,
        ),
  );
  const excluded = units.flatMap(({ words, units: all }) => (all.length > 1 ? [words] : []));
  const needed = [...new Set(query.phrases.flatMap(stemsOf))].map(stem => postings(stem).docs);
  const ordered = query.phrases.map(stemsOf).filter(stems => stems.length > 1);

  const numbers = (stems: readonly string[]): readonly number[] =>
    stems.map(stem => index.termNumber(stem) ?? -1);
  let names: ReadonlySet<number> | null = null;
  const nameNumbers = (): ReadonlySet<number> => {
    names ??= new Set(index.termNumbers(NAMES.from, NAMES.to));
    return names;
  };
  const inOrder = (docs: Uint32Array): Uint32Array =>
    Uint32Array.from(
      ordered
        .map(numbers)
        .reduce<readonly number[]>((left, terms) => index.docsWith(left, terms, nameNumbers()), [...docs]),
    );

  let looked = 0;
  const texts = new Map<ArticleId, ReturnType<typeof openText>>();
  const textOf = (id: ArticleId): ReturnType<typeof openText> => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    looked++;
    const text = openText(shelf, id);
    texts.set(id, text);
    return text;
  };
  /** Sentences that may hold a phrase. */
  const candidates = (doc: number, phrase: readonly Word[]): readonly number[] => {
    const [{ sentences } = { sentences: [] }] = index.termSentences([doc]);
    const stems = stemsOf(phrase);
    return stems.length === 0
      ? sentences.map(one => one.index)
      : sentencesWith(sentences, numbers(stems), nameNumbers());
  };
  const printsPhrase = ({ doc, id }: Indexed, phrase: readonly Word[]): boolean =>
    textOf(id).mayHold(phrase) &&
    candidates(doc, phrase).some(at => holdsPhrase(textOf(id).sentence(at), phrase));
  const lacks = (one: Indexed, phrase: readonly Word[]): boolean =>
    !stemsOf(phrase).every(stem => isAmong(postings(stem).docs, one.doc)) ||
    !(holdsPhrase(textOf(one.id).title(), phrase) || printsPhrase(one, phrase));

  const isSpent = (): boolean => looked >= MOST_LOOKED_INTO;

  return {
    keep: docs => {
      if (isSpent()) return new Uint32Array();
      const left = docs.filter(
        doc => needed.every(list => isAmong(list, doc)) && !without.some(list => isAmong(list, doc)),
      );
      return ordered.length === 0 || left.length === 0 ? left : inOrder(left);
    },
    admits: one =>
      query.phrases.every(phrase => printsPhrase(one, phrase)) &&
      excluded.every(phrase => lacks(one, phrase)),
    phrasesIn: (id, sentence) =>
      query.phrases.filter(phrase => holdsPhrase(textOf(id).sentence(sentence), phrase)).length,
    isSpent,
  };
};
