import type { GrammarRole, Lexicon } from '../knowledge/lexicon.ts';
import type { ActorName, Actors, Bodies, BodyName, Gazetteer, PlaceName } from '../knowledge/ports.ts';
import { oncePerWord } from './once-per-word.ts';
import type { Line } from './units/words.ts';

/** Everything the reader looks words up in. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly actors: Actors;
  readonly bodies: Bodies;
}

export interface Named<T> {
  readonly length: number;
  readonly values: readonly T[];
}

const matchesCase = (printed: string, caseSensitive: string | null): boolean =>
  caseSensitive === null || caseSensitive === printed;

const printedAt = (line: Line, from: number, length: number): string =>
  line.words
    .slice(from, from + length)
    .map(word => word.text)
    .join(' ');

/** Group or force whose name starts here; acronyms only in their printed case. */
export const actorAt = oncePerWord(
  (line: Line, from: number, { actors }: Knowledge): Named<ActorName> | null => {
    const found = actors.names.longestAt(line.folded, from);
    if (found === null || line.words[from]?.kind === 'number') return null;
    const printed = printedAt(line, from, found.length);
    const values = found.values.filter(name => matchesCase(printed, name.caseSensitive));
    return values.length === 0 ? null : { length: found.length, values };
  },
);

export const bodyAt = oncePerWord(
  (line: Line, from: number, { bodies }: Knowledge): Named<BodyName> | null => {
    const found = bodies.names.longestAt(line.folded, from);
    if (found === null) return null;
    const printed = printedAt(line, from, found.length);
    const values = found.values.filter(name => matchesCase(printed, name.caseSensitive));
    return values.length === 0 ? null : { length: found.length, values };
  },
);

export const LOCATES = new Set([
  'in',
  'at',
  'near',
  'of',
  'from',
  'outside',
  'around',
  'across',
  'inside',
  'to',
  'towards',
  'on',
  'throughout',
  'over',
  'neighbouring',
  'neighboring',
]);

/** Provinces of some countries, and words of many names: "North" alone is no place. */
const COMPASS =
  /^(?:north|south|east|west|central|centre|center|northern|southern|eastern|western|upper|lower|new)$/;

/** "Kabul Khel" is not in Kabul, nor "in Charkh Ab" in Charkh: an unknown capitalised word behind makes it another name. */
const goesOn = (
  line: Line,
  at: number,
  located: boolean,
  { lexicon, actors, bodies, gazetteer }: Knowledge,
): boolean => {
  const next = line.words[at];
  if (next === undefined || !next.capital || next.kind !== 'word') return false;
  if (lexicon.placeEndings.has(next.folded)) return true;
  if (!located || lexicon.behindPlaces.has(next.folded) || /^[A-Z]{2,}$/.test(next.text)) return false;
  const { folded } = line;
  return (
    [
      lexicon.people,
      lexicon.harm,
      lexicon.grammar,
      lexicon.kinds,
      lexicon.qualifiers,
      actors.names,
      bodies.names,
      gazetteer.names,
    ].every(table => table.longestAt(folded, at) === null) &&
    !/(?:day|january|february|march|april|june|july|august|september|october|november|december)$/.test(
      next.folded,
    )
  );
};

/** First words of areas that print in small letters: "the merged districts", "southern Punjab". */
const SMALL = /^(?:tribal|merged|newly|settled|former|erstwhile|southern|northern|eastern|western)$/;

/** A place is printed with a capital; everything else about it is decided in context. */
export const placeAt = oncePerWord(
  (line: Line, from: number, knowledge: Knowledge): Named<PlaceName> | null => {
    const { gazetteer } = knowledge;
    const word = line.words[from];
    if (word === undefined) return null;
    const small = !word.capital && word.kind !== 'number';
    if (small && !SMALL.test(word.folded)) return null;
    const found = gazetteer.names.longestAt(line.folded, from);
    if (found === null) return null;
    if (small) {
      const areas = found.values.filter(name => name.place.kind === 'area');
      return found.length < 2 || areas.length === 0 ? null : { length: found.length, values: areas };
    }
    const kindBehind = /^(?:province|region|state|governorate|district|department)$/.test(
      line.folded[from + found.length] ?? '',
    );
    if (found.length === 1 && COMPASS.test(word.folded) && !kindBehind) return null;
    // "Qala-e-reeg" is not in Qala: a hyphen behind means that the name goes on.
    if (line.words[from + found.length]?.hyphened === true || word.hyphened) return null;
    // Nor is "Kabul Khel" in Kabul.
    const before = line.words[from - 1];
    const located = LOCATES.has(before?.folded ?? '') || /^['’]s$/.test(before?.text ?? '');
    if (goesOn(line, from + found.length, located, knowledge)) return null;
    const printed = printedAt(line, from, found.length);
    const values = found.values.filter(name => matchesCase(printed, name.caseSensitive));
    return values.length === 0 ? null : { length: found.length, values };
  },
);

/** What the word here does in the sentence; several roles are possible ("before" is two). */
export const rolesAt = (
  line: Line,
  from: number,
  { lexicon }: Knowledge,
): { readonly length: number; readonly roles: readonly GrammarRole[] } | null => {
  const found = lexicon.grammar.longestAt(line.folded, from);
  return found === null ? null : { length: found.length, roles: found.values };
};
