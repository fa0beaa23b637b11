import { fold } from '../../core/fold.ts';
import { editDistance } from '../../search/distance.ts';
import type { Name } from '../../search/ports.ts';
import type { AsOf } from '../../store/ports.ts';
import type { Correction } from '../plan.ts';
import type { Services } from '../services.ts';
import { visibleAt } from '../visible.ts';
import type { Claim } from './claims.ts';

import { isHeld } from './places.ts';
import { correctable } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Whether the articles print this word in some form: then it is no typo, whatever it resembles. */
const isPrinted = (word: Word, asOf: AsOf, services: Services): boolean =>
  services.search.holds(word.folded, visibleAt(services.store, asOf));

/** Slips allowed in a word: short words are other words too easily. */
const tolerance = (length: number): number => (length < 3 ? 0 : length < 7 ? 1 : 2);

const nearestWord = (word: string): string | null => {
  const most = tolerance(word.length);
  const near = correctable
    .map(each => ({ each, edits: editDistance(word, each, most) }))
    .filter(({ each, edits }) => edits <= most && each[0] === word[0])
    .sort((a, b) => a.edits - b.edits || (a.each < b.each ? -1 : 1));
  return near[0]?.each ?? null;
};

/** From this length on a word that is one slip from a name is hardly another word. */
const LONG = 6;

const LARGE = 500_000;

const populationOf = ({ id }: Name, { gazetteer }: Services): number => gazetteer.byId(id)?.population ?? 0;

/** Of names that the articles do not hold, the place of most people; else the nearest. */
const largest = (names: readonly Name[], services: Services): Name | undefined =>
  [...names].sort((a, b) => populationOf(b, services) - populationOf(a, services))[0];

/** A large place of a country that the articles tell of. */
const isLikely = (name: Name, asOf: AsOf, services: Services): boolean =>
  populationOf(name, services) >= LARGE && isHeld(name.id.split('/')[0] ?? '', asOf, services);

/** Names looked at: villages bear nearly every spelling. */
const MOST_NEAR = 100;

/** A name that is a single edit or two away; what is typed as a common word has been taken before. */
const nearestName = (word: Word, asOf: AsOf, services: Services): string | null => {
  const near = services.names.nearest(word.typed, ['place', 'group', 'body'], MOST_NEAR);
  const found = near.find(({ weight }) => weight > 0) ?? largest(near, services);
  if (found === undefined) return null;
  const most = tolerance(word.folded.length);
  // Names the articles hold may be two slips away, any other only one: the gazetteer is large.
  const allowed = found.weight > 0 ? most : Math.min(most, 1);
  // "Safe" is one letter from Safa, "help" from Hela: short words are common words, unless a large place was meant.
  if (found.weight === 0 && word.folded.length < LONG && !isLikely(found, asOf, services)) return null;
  const slip = [found.name, ...found.aliases].some(
    name => editDistance(word.folded, fold(name), allowed) <= allowed,
  );
  return slip && word.folded.length > 3 ? found.name : null;
};

/** Unknown words of one question that are looked into: who writes more of them writes no slips. */
const MOST_UNKNOWN = 12;

/** Readings for the words of a question that are neither known nor printed anywhere. */
export const correctTypos = (
  claims: readonly Claim[],
  asOf: AsOf,
  services: Services,
): (Correction & { readonly word: Word })[] => {
  const readings = new Map<string, string | null>();
  const readingOf = (word: Word): string | null => {
    const known = readings.get(word.folded);
    if (known !== undefined || readings.size >= MOST_UNKNOWN) return known ?? null;
    const read = isPrinted(word, asOf, services)
      ? null
      : (nearestWord(word.folded) ?? nearestName(word, asOf, services));
    readings.set(word.folded, read);
    return read;
  };
  return claims.flatMap(claim => {
    const word = claim.kind === 'rest' ? claim.words[0] : undefined;
    if (word === undefined || word.folded.length < 3 || /\d/.test(word.folded)) return [];
    const read = readingOf(word);
    return read === null || fold(read) === word.folded ? [] : [{ typed: word.typed, read, word }];
  });
};
