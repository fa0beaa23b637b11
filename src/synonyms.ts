import type { PhraseTable } from './core/phrases.ts';
import type { Actors, Bodies, Gazetteer } from './knowledge/ports.ts';

type Ids = PhraseTable<string>['longestAt'];

/** "IS" and "UN" are names in print alone: typed in lower case they are words of the language. */
const LETTERS_OF_A_WORD = 2;

/** Enough for the vocabulary of a hundred thousand articles; past it the memory is given back and filled anew. */
const MOST_OPENERS = 200_000;

const usable = (caseSensitive: string | null): boolean =>
  caseSensitive === null || caseSensitive.length > LETTERS_OF_A_WORD;

const idsOf =
  <Name>(names: PhraseTable<Name>, idOf: (name: Name) => string | null): Ids =>
  (words, from) => {
    const found = names.longestAt(words, from);
    if (found === null) return null;
    const ids = found.values.map(idOf).filter(id => id !== null);
    return ids.length === 0 ? null : { length: found.length, values: ids };
  };

/**
 * For full text: every spelling of a place, group or body leads to its id, so that "Islamabad Center for Security
 * Studies and Research" is found by "crss". Names that are common words too ("Tank", "Police") lead nowhere.
 */
export const createSynonyms = ({
  gazetteer,
  actors,
  bodies,
}: {
  readonly gazetteer: Pick<Gazetteer, 'names'>;
  readonly actors: Pick<Actors, 'names'>;
  readonly bodies: Pick<Bodies, 'names'>;
}): { readonly longestAt: Ids } => {
  const tables: readonly Ids[] = [
    idsOf(gazetteer.names, ({ place, needsContext, caseSensitive }) =>
      needsContext || !usable(caseSensitive) ? null : place.id,
    ),
    idsOf(actors.names, ({ actor, caseSensitive }) => (usable(caseSensitive) ? actor.id : null)),
    idsOf(bodies.names, ({ body, caseSensitive }) => (usable(caseSensitive) ? body.id : null)),
  ];
  const names = [gazetteer.names, actors.names, bodies.names];
  /** By word: most words of a text open no name, and one look then says so. */
  const openers = new Map<string, boolean>();
  const opens = (word: string): boolean => {
    const known = openers.get(word);
    if (known !== undefined) return known;
    if (openers.size >= MOST_OPENERS) openers.clear();
    const found = names.some(table => table.opens(word));
    openers.set(word, found);
    return found;
  };
  return {
    longestAt: (words, from) => {
      if (!opens(words[from] ?? '')) return null;
      const found = tables.map(longestAt => longestAt(words, from)).filter(entry => entry !== null);
      const length = Math.max(0, ...found.map(entry => entry.length));
      return length === 0
        ? null
        : { length, values: found.filter(entry => entry.length === length).flatMap(entry => entry.values) };
    },
  };
};
