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

const PLACE_SUFFIX = new Set(
  'khel kot kalay kalai kili killi banda dara tangi abad zai garh pur wala gali kach kas mela'.split(' '),
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

/** Capitalised words behind a place that are no part of its name: "Kabul University", "Quetta Police", "Herat Province". */
const BEHIND_A_PLACE =
  /^(?:district|province|city|town|tehsil|area|village|valley|agency|region|state|division|governorate|county|department|university|college|school|police|airport|airfield|hospital|road|avenue|street|highway|station|cantonment|jail|prison|bazaar|market|garrison|club|court|high|international|press|division|corps|road|mosque|church|port|dam|river|border|railway|subdistrict|municipality|island|islands|metropolitan|urban|rural|north|south|east|west|subdivision)$/;

/** "Kabul Khel" is not in Kabul, nor "in Charkh Ab" in Charkh: an unknown capitalised word behind makes it another name. */
const goesOn = (
  line: Line,
  at: number,
  located: boolean,
  { lexicon, actors, bodies, gazetteer }: Knowledge,
): boolean => {
  const next = line.words[at];
  if (next === undefined || !next.capital || next.kind !== 'word') return false;
  if (PLACE_SUFFIX.has(next.folded)) return true;
  if (!located || BEHIND_A_PLACE.test(next.folded) || /^[A-Z]{2,}$/.test(next.text)) return false;
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

/** A place is printed with a capital; everything else about it is decided in context. */
export const placeAt = oncePerWord(
  (line: Line, from: number, knowledge: Knowledge): Named<PlaceName> | null => {
    const { gazetteer } = knowledge;
    const word = line.words[from];
    if (word === undefined || (!word.capital && word.kind !== 'number')) return null;
    const found = gazetteer.names.longestAt(line.folded, from);
    if (found === null) return null;
    const kindBehind = /^(?:province|region|state|governorate|district|department)$/.test(
      line.folded[from + found.length] ?? '',
    );
    if (found.length === 1 && COMPASS.test(word.folded) && !kindBehind) return null;
    // "Qala-e-reeg" is not in Qala: a hyphen behind means that the name goes on.
    if (line.words[from + found.length]?.hyphened === true || word.hyphened) return null;
    // Nor is "Kabul Khel" in Kabul.
    if (goesOn(line, from + found.length, LOCATES.has(line.folded[from - 1] ?? ''), knowledge)) return null;
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
