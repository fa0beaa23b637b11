import type { PhraseTable } from '../core/phrases.ts';
import { oncePerWord } from './once-per-word.ts';
import type { Knowledge } from './vocabulary.ts';

/** News is written in few words. A text of made-up words must not fill the memory. */
const MOST_WORDS = 20_000;

/** Which of several tables have a name that begins with a word, as bits: one look instead of one a table. */
const openers = (tables: readonly Pick<PhraseTable<unknown>, 'opens'>[]) => {
  const known = new Map<string, number>();
  const look = (word: string): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MOST_WORDS) known.clear();
    const bits = tables.reduce((sum, table, i) => (table.opens(word) ? sum | (1 << i) : sum), 0);
    known.set(word, bits);
    return bits;
  };
  const at = oncePerWord((words: readonly string[], from: number, _: null) => {
    const word = words[from];
    return word === undefined ? 0 : look(word);
  });
  let last: { readonly words: readonly string[]; readonly bits: number } | null = null;
  return {
    at: (words: readonly string[], from: number): number => at(words, from, null) ?? 0,
    /** Of all words of a line. */
    within: (words: readonly string[]): number => {
      if (last?.words === words) return last.bits;
      const bits = words.reduce((sum, _, i) => sum | (at(words, i, null) ?? 0), 0);
      last = { words, bits };
      return bits;
    },
  };
};

/** Knowledge whose tables remember what they found in the line at hand: most words are looked up by several readers. */
export const rememberWords = ({ lexicon, gazetteer, actors, bodies }: Knowledge): Knowledge => {
  const { people, qualifiers, harm, bounds, grammar, kinds, sites, notSecurity, recalled } = lexicon;
  const { notHarm, unharmed, rates, same, happened, accidents, aftermath } = lexicon;
  const rest = [
    ...[bounds, grammar, kinds, sites, notSecurity, recalled],
    ...[notHarm, unharmed, rates, same, happened, accidents, aftermath],
  ];
  const tables = [people, qualifiers, harm, ...rest, gazetteer.names, actors.names, bodies.names];
  const opening = openers(tables);
  const remembered = <T>(table: PhraseTable<T>): PhraseTable<T> => {
    const bit = 1 << tables.findIndex(one => Object.is(one, table));
    const longestAt = oncePerWord((words: readonly string[], from: number, _: null) =>
      table.longestAt(words, from),
    );
    return {
      opens: table.opens,
      opensIn: words => (opening.within(words) & bit) !== 0,
      named: table.named,
      longestAt: (words, from) =>
        (opening.at(words, from) & bit) === 0 ? null : longestAt(words, from, null),
    };
  };
  return {
    lexicon: {
      ...lexicon,
      people: remembered(people),
      qualifiers: remembered(qualifiers),
      harm: remembered(harm),
      bounds: remembered(bounds),
      grammar: remembered(grammar),
      kinds: remembered(kinds),
      sites: remembered(sites),
      notSecurity: remembered(notSecurity),
      recalled: remembered(recalled),
      notHarm: remembered(notHarm),
      unharmed: remembered(unharmed),
      rates: remembered(rates),
      same: remembered(same),
      happened: remembered(happened),
      accidents: remembered(accidents),
      aftermath: remembered(aftermath),
    },
    gazetteer: { ...gazetteer, names: remembered(gazetteer.names) },
    actors: { ...actors, names: remembered(actors.names) },
    bodies: { ...bodies, names: remembered(bodies.names) },
  };
};
