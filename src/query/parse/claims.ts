import type { Actor, Body } from '../../core/actor.ts';
import type { Place, PlaceId } from '../../core/place.ts';
import type { Span } from '../../core/span.ts';
import { overlaps } from '../../core/span.ts';
import { isGeneral } from '../people.ts';
import { asOfNow, type Services } from '../services.ts';
import { isHeld } from './places.ts';
import type { Meaning } from './vocabulary.ts';
import { vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A stretch of the question and what it was read as. */
export type Claim = { readonly words: readonly Word[] } & (
  | { readonly kind: 'meaning'; readonly meaning: Meaning }
  | { readonly kind: 'body'; readonly body: Body }
  | { readonly kind: 'actor'; readonly actor: Actor }
  | { readonly kind: 'place'; readonly places: readonly Place[] }
  /** A place that only articles name. */
  | { readonly kind: 'unlisted'; readonly ids: readonly PlaceId[] }
  /** Narrower people than a class: "drivers", "journalists"; the noun in the singular. */
  | { readonly kind: 'people'; readonly noun: string }
  /** A flood, an accident: what is no attack. */
  | { readonly kind: 'cause' }
  | { readonly kind: 'rest' }
);

/**
 * People type acronyms in lower case. One that is a common word too ("WHO"), a name in small letters that is a common
 * word ("Dawn"), and a group or body of two letters must be typed as printed; "kp" is a place however it is typed.
 */
const typedAsPrinted = (printed: string | null, words: readonly Word[], shortest = 3): boolean => {
  const [first] = words;
  if (printed === null || first === undefined || first.typed === printed) return true;
  if (words.map(word => word.typed).join(' ') === printed) return true;
  return (
    printed === printed.toUpperCase() &&
    first.folded.length >= shortest &&
    vocabulary.named(first.folded).length === 0
  );
};

const BEFORE_A_PLACE = new Set(['in', 'at', 'near', 'from', 'of', 'around', 'to', 'outside']);
const AFTER_A_PLACE = new Set([
  'district',
  'city',
  'town',
  'province',
  'tehsil',
  'area',
  'village',
  'region',
  'state',
]);

/** Whether a word is said as a place: "in tank", "tank district". */
const spokenOfAsPlace = (words: readonly Word[], at: number, length: number): boolean =>
  BEFORE_A_PLACE.has(words[at - 1]?.folded ?? '') || AFTER_A_PLACE.has(words[at + length]?.folded ?? '');

/** Whether no unknown word comes right before: "tank polio guard", "hurt in the tank shootings", but no "water tank". */
const standsFree = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]?.folded;
  return before === undefined || /^\d/.test(before) || vocabulary.named(before).length > 0;
};

const SAYING = new Set([
  'said',
  'says',
  'say',
  'reported',
  'reports',
  'figure',
  'figures',
  'count',
  'counts',
  'toll',
]);

/** Whether a name stands as the one whose word is asked for: "acc to police", "hospital figures". */
const isQuoted = (words: readonly Word[], at: number, length: number): boolean => {
  const before = words.slice(Math.max(0, at - 3), at).map(word => word.folded);
  const attributed = before.some((_, i) =>
    vocabulary
      .named(
        before
          .slice(i)
          .filter(word => word !== 'the')
          .join(' '),
      )
      .some(meaning => meaning.kind === 'ask' && meaning.what === 'attribution'),
  );
  return attributed || SAYING.has(words[at + length]?.folded ?? '');
};

/** What starts at a word, the longest reading first; words of the question table win over names of the same length. */
const readAt = (words: readonly Word[], at: number, services: Services): Claim => {
  const folded = words.map(word => word.folded);
  const take = (length: number): Word[] => words.slice(at, at + length);
  const found: { length: number; claim: Claim }[] = [];

  const meaning = vocabulary.longestAt(folded, at);
  if (meaning?.values[0] !== undefined)
    found.push({
      length: meaning.length,
      claim: { kind: 'meaning', meaning: meaning.values[0], words: take(meaning.length) },
    });
  const body = services.bodies.names.longestAt(folded, at);
  const named = body?.values.find(each => typedAsPrinted(each.caseSensitive, take(body.length)));
  if (body !== null && named !== undefined) {
    const quoted = isQuoted(words, at, body.length);
    const claim: Claim = { kind: 'body', body: named.body, words: take(body.length) };
    // "According to police" asks for their word; "police killed in tank" does not.
    if (quoted) found.unshift({ length: body.length, claim });
    else if (named.body.kind === 'monitor' || named.caseSensitive !== null)
      found.push({ length: body.length, claim });
  }
  const actor = services.actors.names.longestAt(folded, at);
  const group = actor?.values.find(each => typedAsPrinted(each.caseSensitive, take(actor.length)));
  if (actor !== null && group !== undefined && group.actor.kind === 'armed-group' && !group.label)
    found.push({
      length: actor.length,
      claim: { kind: 'actor', actor: group.actor, words: take(actor.length) },
    });
  const place = services.gazetteer.names.longestAt(folded, at);
  const meant = place?.values.filter(
    each =>
      typedAsPrinted(each.caseSensitive, take(place.length), 2) &&
      (!each.needsContext ||
        spokenOfAsPlace(words, at, place.length) ||
        (standsFree(words, at) && isHeld(each.place.id, asOfNow(services.clock), services))),
  );
  if (place !== null && meant !== undefined && meant.length > 0)
    found.push({
      length: place.length,
      claim: { kind: 'place', places: meant.map(each => each.place), words: take(place.length) },
    });
  const people = services.lexicon.people.longestAt(folded, at);
  const noun = people?.values[0]?.noun;
  if (people !== null && noun !== undefined && !isGeneral(noun))
    found.push({ length: people.length, claim: { kind: 'people', noun, words: take(people.length) } });
  const cause = services.lexicon.notSecurity.longestAt(folded, at);
  if (cause !== null)
    found.push({ length: cause.length, claim: { kind: 'cause', words: take(cause.length) } });
  const best = found.sort((a, b) => b.length - a.length)[0];
  return best?.claim ?? { kind: 'rest', words: take(1) };
};

/**
 * Cuts a question into what it names, from left to right. Words inside `periods` are taken already.
 */
export const claimsOf = (words: readonly Word[], periods: readonly Span[], services: Services): Claim[] => {
  const claims: Claim[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    if (periods.some(span => overlaps(span, word.span))) {
      at++;
      continue;
    }
    const free = words.findIndex((each, i) => i >= at && periods.some(span => overlaps(span, each.span)));
    const open = free < 0 ? words : words.slice(0, free);
    const claim = readAt(open, at, services);
    claims.push(claim);
    at += claim.words.length;
  }
  return claims;
};
