import type { GrammarRole, Lexicon } from '../knowledge/lexicon.ts';
import type { ActorName, Actors, Bodies, BodyName, Gazetteer, PlaceName } from '../knowledge/ports.ts';
import type { Line } from './words.ts';

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
export const actorAt = (line: Line, from: number, { actors }: Knowledge): Named<ActorName> | null => {
  const found = actors.names.longestAt(line.folded, from);
  if (found === null || line.words[from]?.kind === 'number') return null;
  const printed = printedAt(line, from, found.length);
  const values = found.values.filter(name => matchesCase(printed, name.caseSensitive));
  return values.length === 0 ? null : { length: found.length, values };
};

export const bodyAt = (line: Line, from: number, { bodies }: Knowledge): Named<BodyName> | null => {
  const found = bodies.names.longestAt(line.folded, from);
  if (found === null) return null;
  const printed = printedAt(line, from, found.length);
  const values = found.values.filter(name => matchesCase(printed, name.caseSensitive));
  return values.length === 0 ? null : { length: found.length, values };
};

const PLACE_SUFFIX = new Set(
  'khel kot kalay kalai kili killi banda dara tangi abad zai garh pur wala gali kach kas mela'.split(' '),
);

/** A place is printed with a capital; everything else about it is decided in context. */
export const placeAt = (line: Line, from: number, { gazetteer }: Knowledge): Named<PlaceName> | null => {
  const word = line.words[from];
  if (word === undefined || (!word.capital && word.kind !== 'number')) return null;
  const found = gazetteer.names.longestAt(line.folded, from);
  if (found === null) return null;
  // "Qala-e-reeg" is not in Qala: a hyphen behind means that the name goes on.
  if (line.words[from + found.length]?.hyphened === true || word.hyphened) return null;
  // Nor is "Kabul Khel" in Kabul.
  const next = line.words[from + found.length];
  if (next?.capital === true && PLACE_SUFFIX.has(next.folded)) return null;
  const printed = printedAt(line, from, found.length);
  const values = found.values.filter(name => matchesCase(printed, name.caseSensitive));
  return values.length === 0 ? null : { length: found.length, values };
};

/** What the word here does in the sentence; several roles are possible ("before" is two). */
export const rolesAt = (
  line: Line,
  from: number,
  { lexicon }: Knowledge,
): { readonly length: number; readonly roles: readonly GrammarRole[] } | null => {
  const found = lexicon.grammar.longestAt(line.folded, from);
  return found === null ? null : { length: found.length, roles: found.values };
};
