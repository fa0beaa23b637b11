import type { Measure } from '../core/figure.ts';
import { slug } from '../core/fold.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { impossibleDate, readPeriods } from '../text/periods.ts';
import type { Claim } from './parse/claims.ts';
import { claimsOf } from './parse/claims.ts';
import type { Signs } from './parse/intent.ts';
import { intentOf } from './parse/intent.ts';
import type { NamedPlace } from './parse/places.ts';
import { choosePlaces } from './parse/places.ts';
import { correctTypos } from './parse/typos.ts';
import type { Meaning } from './parse/vocabulary.ts';
import { wordsOf } from './parse/words.ts';
import type { AskedPeriod, AskedVictims, Correction, Intent, Plan } from './plan.ts';
import type { Services } from './services.ts';
import { asOfNow } from './services.ts';

/**
 * Reads a question in the words people use, in any order.
 * @param words what follows a command's name, or a whole sentence
 * @param forced the intent a slash command fixes; null: inferred from the words
 * @returns a failure in one line for dates that no calendar has
 */
export const parseQuestion = (
  words: string,
  services: Services,
  forced: Intent | null = null,
): Result<Plan> => {
  const text = words
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const impossible = impossibleDate(text);
  if (impossible !== null) return fail('question', `There is no such date as “${impossible}”.`);
  const first = read(text, services);
  const typos = correctTypos(first.claims, asOfNow(services.clock), services);
  if (typos.length === 0) return ok(planOf(text, first, [], services, forced));
  let corrected = text;
  for (const { word, read: right } of [...typos].reverse())
    corrected = corrected.slice(0, word.span.start) + right + corrected.slice(word.span.end);
  const corrections = typos.map(({ typed, read: right }) => ({ typed, read: right }));
  return ok(planOf(corrected, read(corrected, services), corrections, services, forced));
};

interface Read {
  readonly claims: readonly Claim[];
  readonly periods: readonly AskedPeriod[];
}

const read = (text: string, services: Services): Read => {
  const periods = readPeriods(text, services.clock.today(), 'question');
  const spans = periods.map(each => each.span);
  return {
    claims: joinUnlisted(claimsOf(wordsOf(text), spans, services), services),
    periods: periods.map(({ period, precision }) => ({ period, precision })),
  };
};

/** Words that no gazetteer knows but that name a place of the articles ("Jhangi") are that place. */
const joinUnlisted = (claims: readonly Claim[], services: Services): Claim[] => {
  const found: Claim[] = [];
  for (let i = 0; i < claims.length; i++) {
    const joined = [3, 2, 1].flatMap(length => {
      const run = claims.slice(i, i + length);
      if (run.length < length || run.some(claim => claim.kind !== 'rest')) return [];
      const words = run.flatMap(claim => claim.words);
      const typed = words.map(word => word.typed).join(' ');
      const named = services.names
        .complete(typed, ['place'], 5)
        .filter(
          name =>
            services.gazetteer.byId(name.id) === null &&
            [name.name, ...name.aliases].some(each => slug(each) === slug(typed)),
        );
      return named.length === 0 ? [] : [{ length, words, ids: named.map(name => name.id) }];
    })[0];
    const claim = claims[i];
    if (joined !== undefined) {
      found.push({ kind: 'unlisted', words: joined.words, ids: joined.ids });
      i += joined.length - 1;
    } else if (claim !== undefined) found.push(claim);
  }
  return found;
};

const meanings = (claims: readonly Claim[]): Meaning[] =>
  claims.flatMap(claim => (claim.kind === 'meaning' ? claim.meaning : []));

const typedOf = (claim: Claim): string => claim.words.map(word => word.typed).join(' ');

const namedPlaces = (claims: readonly Claim[]): NamedPlace[] =>
  claims.flatMap(claim =>
    claim.kind === 'place'
      ? { typed: typedOf(claim), candidates: claim.places.map(place => place.id) }
      : claim.kind === 'unlisted'
        ? { typed: typedOf(claim), candidates: claim.ids }
        : [],
  );

const planOf = (
  words: string,
  { claims, periods }: Read,
  corrections: readonly Correction[],
  services: Services,
  forced: Intent | null,
): Plan => {
  const asOf = asOfNow(services.clock);
  const said = meanings(claims);
  const asks = (what: string): boolean => said.some(each => each.kind === 'ask' && each.what === what);
  const period = periods.length === 1 ? (periods[0]?.period ?? null) : null;
  const { places, choices } = choosePlaces(namedPlaces(claims), period, asOf, services);
  const bodies = claims.flatMap(claim => (claim.kind === 'body' ? claim.body : []));
  const actors = claims.flatMap(claim => (claim.kind === 'actor' ? claim.actor : []));
  const incidents = said.filter(each => each.kind === 'incident');
  const number = asks('number');
  const measures = measuresOf(said, number);
  const victims = victimsOf(claims);
  const rest = claims.flatMap(claim => (claim.kind === 'rest' ? claim.words.map(word => word.folded) : []));
  const counting = number || said.some(each => each.kind === 'measure') || (victims?.ownSide ?? false);
  const together = places.length > 1 && isEnumerated(words);
  const signs: Signs = {
    compare: asks('compare'),
    together,
    happening: asks('happening'),
    counting,
    total: asks('total'),
    incidents: incidents.length === 0 ? 'none' : incidents.some(each => !each.plural) ? 'one' : 'many',
    sides: Math.max(bodies.length, places.length, periods.length, actors.length),
    period: period === null && periods.length === 0 ? 'none' : shortest(periods) ? 'day' : 'longer',
    place: places.length > 0,
    body: bodies.length > 0,
    actor: actors.length > 0,
    victims: victims !== null,
    rest: rest.length,
  };
  return {
    words,
    intent: forced ?? intentOf(signs),
    forced: forced !== null,
    asOf,
    periods,
    places,
    together,
    bodies,
    actors,
    victims,
    measures,
    types: [...new Set(incidents.flatMap(each => each.types))],
    total: signs.total,
    counting,
    rest,
    corrections,
    choices,
  };
};

/** Places are listed by "and"; side by side or with a comma they tell one place more exactly. */
const isEnumerated = (words: string): boolean => /\b(?:and|or|both)\b|&/i.test(words);

const shortest = (periods: readonly AskedPeriod[]): boolean =>
  periods.every(each => each.precision === 'day');

/** "How many attacks" counts incidents; "attack … killed" counts the killed. */
const measuresOf = (said: readonly Meaning[], number: boolean): Measure[] => {
  const named = said.flatMap(each =>
    each.kind === 'measure' || each.kind === 'victims' ? each.measures : [],
  );
  if (named.length > 0) return [...new Set(named)];
  const incidents = said.filter(each => each.kind === 'incident');
  const implied = incidents.flatMap(each => each.measures);
  if (implied.length > 0) return [...new Set(implied)];
  return number && incidents.some(each => each.plural) ? ['incidents'] : [];
};

const victimsOf = (claims: readonly Claim[]): AskedVictims | null => {
  for (const claim of claims)
    if (claim.kind === 'meaning' && claim.meaning.kind === 'victims') {
      const { classes, ownSide, stems } = claim.meaning;
      return { word: typedOf(claim), classes, ownSide, stems };
    }
  return null;
};
