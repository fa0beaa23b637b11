import { type Knowledge, LOCATES, placeAt, rolesAt } from '../vocabulary.ts';
import type { People } from './group.ts';

import type { Line } from './words.ts';

/** "Khan Killed": a verb of harm is no part of a name, whatever its capital. */
const isVerb = (line: Line, at: number, { lexicon }: Knowledge): boolean =>
  lexicon.harm
    .longestAt(line.folded, at)
    ?.values.some(value => value.form === 'participle' || value.form === 'active') === true;

/** A run of capitalised words that is in no list: most likely a person. The first word of a sentence counts only with company. */
export const nameAt = (line: Line, i: number, knowledge: Knowledge, known: ReadonlySet<string>): number => {
  let end = i;
  while (end < line.words.length && end - i < 5) {
    const word = line.words[end];
    if (word === undefined || word.kind !== 'word') break;
    // "Qala-e-reeg", "Bagh-e Shamal": small words on a hyphen belong to the name.
    if (word.hyphened && end > i) {
      end += 1;
      continue;
    }
    if (!word.capital) break;
    if (end > i && (rolesAt(line, end, knowledge) !== null || isVerb(line, end, knowledge))) break;
    // "in Panja Chinar" is one name although there is a Chinar; elsewhere a place ends the name before it.
    if (
      end > i &&
      placeAt(line, end, knowledge) !== null &&
      !(end - i === 1 && LOCATES.has(line.folded[i - 1] ?? ''))
    )
      break;
    end += 1;
  }
  const length = end - i;
  if (length === 0 || rolesAt(line, i, knowledge) !== null) return 0;
  if (length === 1 && isCommon(line, i, knowledge)) return 0;
  if (/^[A-Z]{2,}$/.test(line.words[i]?.text ?? '') && length === 1) return 0;
  return i > 0 || length > 1 || known.has(line.folded[i] ?? '') ? length : 0;
};

export const isHarmed = (line: Line, at: number, { lexicon }: Knowledge): boolean =>
  /^(?:was|is)$/.test(line.folded[at] ?? '') &&
  [1, 2].some(step =>
    /^(?:fatalities|injuries|abductions|arrests)$/.test(
      lexicon.harm.longestAt(line.folded, at + step)?.values[0]?.measure ?? '',
    ),
  );

export const isKilled = (line: Line, at: number, { lexicon }: Knowledge): boolean =>
  [1, 2, 3].some(back => {
    const harm = lexicon.harm.longestAt(line.folded, at - back);
    return (
      harm !== null &&
      harm.length === back &&
      harm.values.some(value => value.measure === 'fatalities' && value.form !== 'nouns')
    );
  });

export const capitalRun = (line: Line, from: number): number => {
  let end = from;
  while (line.words[end]?.capital === true || (end > from && line.words[end]?.hyphened === true)) end += 1;
  return Math.max(1, end - from);
};

const isCommon = (line: Line, i: number, { lexicon }: Knowledge): boolean =>
  lexicon.people.longestAt(line.folded, i) !== null || lexicon.qualifiers.longestAt(line.folded, i) !== null;

export const lone = (from: number, to: number, form: People['form']): People => ({
  form,
  quantity: { low: 1, high: 1, bound: 'exact' },
  side: null,
  noun: null,
  plural: false,
  more: false,
  partitive: false,
  adjective: null,
  from,
  to,
});

/**
 * Words for one person that no list has ("an athlete"): an article, one to three plain words, and harm right before
 * ("killed an athlete") or after ("an athlete was shot dead"). Things are listed, so that "a bus was hit" is nobody.
 */
export const unlistedAt = (line: Line, i: number, knowledge: Knowledge): number => {
  const { folded, words } = line;
  if (folded[i] !== 'a' && folded[i] !== 'an') return 0;
  const { harm, things, people } = knowledge.lexicon;
  let end = i + 1;
  while (end < words.length && end - i <= 3) {
    const word = words[end];
    if (word === undefined || word.kind !== 'word' || rolesAt(line, end, knowledge) !== null) break;
    if (harm.longestAt(folded, end) !== null || people.longestAt(folded, end) !== null) break;
    end += 1;
  }
  const last = folded[end - 1] ?? '';
  if (end === i + 1 || things.has(last) || knowledge.lexicon.kinds.longestAt(folded, end - 1) !== null)
    return 0;
  if (knowledge.lexicon.sites.longestAt(folded, end - 1) !== null) return 0;
  const before = harm
    .longestAt(folded, i - 1)
    ?.values.some(value => value.form !== 'nouns' && value.measure === 'fatalities');
  const after =
    /^(?:was|is|has been|had been)$/.test(folded[end] ?? '') &&
    harm.longestAt(folded, end + 1)?.values[0]?.form === 'participle';
  return before === true || after ? end - i : 0;
};
