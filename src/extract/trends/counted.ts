import type { Measure } from '../../core/figure.ts';
import type { Line } from '../units/words.ts';
import { type Knowledge, rolesAt } from '../vocabulary.ts';

/** What a noun counts, and the word behind it. */
export interface CountedNoun {
  readonly measure: Measure;
  readonly from: number;
  readonly to: number;
}

const MOST_WORDS = 8;

const isCut = (line: Line, at: number): boolean => {
  const word = line.words[at];
  return word === undefined || (word.kind === 'mark' && !/^["“”'‘’]$/.test(word.text));
};

/** "deaths", "the dead", "those killed", "militant attacks": the harm that stands at a word. */
const harmAt = (line: Line, at: number, { lexicon }: Knowledge): CountedNoun | null => {
  const found = lexicon.harm.longestAt(line.folded, at);
  const pointed =
    /^(?:the|those|all)$/.test(line.folded[at - 1] ?? '') ||
    lexicon.people.longestAt(line.folded, at - 1) !== null;
  const word = found?.values.find(
    value => value.form === 'nouns' || (pointed && (value.form === 'state' || value.form === 'participle')),
  );
  return found === null || word === undefined
    ? null
    : { measure: word.measure, from: at, to: at + found.length };
};

/** "the 2,546 violence-linked fatalities": the noun of harm that ends the noun phrase at a word. */
export const countedAfter = (line: Line, from: number, knowledge: Knowledge): CountedNoun | null => {
  for (let at = from; at < from + MOST_WORDS && !isCut(line, at); at++) {
    const harm = harmAt(line, at, knowledge);
    if (harm !== null) return harm;
    const roles = rolesAt(line, at, knowledge)?.roles ?? [];
    const inside = roles.some(role => role === 'determiner' || role === 'and') || roles.length === 0;
    const counting = knowledge.lexicon.trends.counting.has(line.folded[at - 1] ?? '');
    if (!inside && !counting) return null;
  }
  return null;
};

/**
 * The noun of harm that is the subject of a verb: "Fatalities among civilians rose", "the number of attacks fell".
 * "Prices rose", "spending on victims of attacks rose" and "after the attacks, prices rose" count nobody.
 */
export const countedBefore = (line: Line, verb: number, knowledge: Knowledge): CountedNoun | null => {
  const { counting } = knowledge.lexicon.trends;
  let from = verb;
  while (from > 0 && verb - from < 24 && !isCut(line, from - 1)) {
    const roles = rolesAt(line, from - 1, knowledge)?.roles ?? [];
    if (roles.some(role => role === 'subordinator' || role === 'relative')) break;
    from -= 1;
  }
  for (let at = from; at < verb; at++) {
    const harm = harmAt(line, at, knowledge);
    if (harm !== null) return harm;
    const roles = rolesAt(line, at, knowledge)?.roles ?? [];
    const of = line.folded[at] === 'of' && counting.has(line.folded[at - 1] ?? '');
    const closes = roles.some(role => role === 'preposition' || role === 'auxiliary' || role === 'finite');
    if (closes && !of && !roles.includes('determiner')) return null;
  }
  return null;
};
