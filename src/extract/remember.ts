import type { PhraseTable } from '../core/phrases.ts';
import type { Knowledge } from './vocabulary.ts';

/**
 * The same reading, made once for each word of a line however often it is asked for. A line is read to its end before
 * the next one is begun, so only the last one is kept.
 * @param read must depend on its line, its word and what it looks things up in, and on nothing else
 */
export const oncePerWord = <L extends object, K, T>(
  read: (line: L, from: number, source: K) => T | null,
): ((line: L, from: number, source: K) => T | null) => {
  let lastLine: L | null = null;
  let lastSource: K | null = null;
  let known: (T | null | undefined)[] = [];
  return (line, from, source) => {
    if (from < 0) return read(line, from, source);
    if (line !== lastLine || source !== lastSource) {
      lastLine = line;
      lastSource = source;
      known = [];
    }
    const before = known[from];
    if (before !== undefined) return before;
    const found = read(line, from, source);
    known[from] = found;
    return found;
  };
};

const rememberTable = <T>(table: PhraseTable<T>): PhraseTable<T> => {
  const longestAt = oncePerWord((words: readonly string[], from: number, _: null) =>
    table.longestAt(words, from),
  );
  return { named: table.named, longestAt: (words, from) => longestAt(words, from, null) };
};

/** Knowledge whose tables remember what they found in the line at hand: most words are looked up by several readers. */
export const rememberWords = ({ lexicon, gazetteer, actors, bodies }: Knowledge): Knowledge => ({
  lexicon: {
    ...lexicon,
    people: rememberTable(lexicon.people),
    qualifiers: rememberTable(lexicon.qualifiers),
    harm: rememberTable(lexicon.harm),
    bounds: rememberTable(lexicon.bounds),
    grammar: rememberTable(lexicon.grammar),
    kinds: rememberTable(lexicon.kinds),
    sites: rememberTable(lexicon.sites),
  },
  gazetteer: { ...gazetteer, names: rememberTable(gazetteer.names) },
  actors: { ...actors, names: rememberTable(actors.names) },
  bodies: { ...bodies, names: rememberTable(bodies.names) },
});
