import { NUMBER_STARTS } from '../../text/numbers.ts';
import type { Knowledge } from '../vocabulary.ts';
import { opensPeople } from './people.ts';
import type { Word } from './words.ts';

/** Words for the number of the dead or the hurt. */
export const TOLL_WORDS = new Set([
  'toll',
  'number',
  'tally',
  'count',
  'counts',
  'figure',
  'total',
  'tolls',
  'numbers',
]);

/** Words before a name that say what somebody is. */
export const TITLE =
  /^(?:commander|chief|governor|major|captain|colonel|general|inspector|constable|judge|mullah|maulana|leader|journalist|teacher|activist|engineer|doctor|dr|former)$/;

/** News is written in few words. A text of made-up words must not fill the memory. */
const MOST_WORDS = 20_000;

/** Whether a word in small letters means nothing to any reader: more than a third of all words, each asked for once. */
const plainWords = ({ lexicon, gazetteer, actors, bodies }: Knowledge): ((word: string) => boolean) => {
  const { people, qualifiers, harm, notHarm, unharmed, same, rates, bounds, grammar } = lexicon;
  const tables = [
    ...[people, qualifiers, harm, notHarm, unharmed, same, rates, bounds, grammar],
    ...[gazetteer.names, actors.names, bodies.names],
  ];
  const look = (word: string): boolean =>
    !NUMBER_STARTS.has(word) &&
    !TOLL_WORDS.has(word) &&
    !TITLE.test(word) &&
    !opensPeople(word) &&
    !tables.some(table => table.opens(word));
  const known = new Map<string, boolean>();
  return word => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MOST_WORDS) known.clear();
    const plain = look(word);
    known.set(word, plain);
    return plain;
  };
};

const plainOf = new WeakMap<Knowledge, (word: string) => boolean>();

/** Whether a word stands for itself alone: unit x, whatever stands beside it. */
export const isPlain = (word: Word, knowledge: Knowledge): boolean => {
  if (word.capital || word.kind !== 'word') return false;
  const known = plainOf.get(knowledge) ?? plainWords(knowledge);
  plainOf.set(knowledge, known);
  return known(word.folded);
};
