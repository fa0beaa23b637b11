import type { Measure, Operations } from '../core/figure.ts';
import { daysIn, samePeriod } from '../core/period.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { impossibleDate } from '../text/periods.ts';
import type { Claim } from './parse/claims.ts';
import { claimsOf } from './parse/claims.ts';
import type { Signs } from './parse/intent.ts';
import { intentOf } from './parse/intent.ts';
import type { NamedPeriod } from './parse/latest-held.ts';
import { latestHeld } from './parse/latest-held.ts';
import { numbersIn } from './parse/numbers.ts';
import { askedPeriods } from './parse/periods.ts';
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

/** A question without a date that no calendar has: what else it asks is still near. */
export const withoutImpossibleDate = (words: string): string =>
  words.replace(impossibleDate(words) ?? '', ' ').trim();

interface Read {
  readonly claims: readonly Claim[];
  readonly periods: readonly NamedPeriod[];
  readonly numbers: readonly number[];
}

const read = (text: string, services: Services): Read => {
  const { asked, spans } = askedPeriods(text, services.clock.today());
  return {
    claims: joinUnlisted(claimsOf(wordsOf(text), spans, services), services),
    periods: asked,
    numbers: numbersIn(text, spans),
  };
};

/** Places that only articles name, by exactly this name. */
const unlistedNamed = (typed: string, services: Services): string[] =>
  services.names
    .named(typed, ['place'])
    .filter(name => services.gazetteer.byId(name.id) === null)
    .map(name => name.id);

/** Words that no gazetteer knows but that name a place of the articles ("Jhangi") are that place. */
const joinUnlisted = (claims: readonly Claim[], services: Services): Claim[] => {
  const found: Claim[] = [];
  for (let i = 0; i < claims.length; i++) {
    const joined = [3, 2, 1].flatMap(length => {
      const run = claims.slice(i, i + length);
      if (run.length < length || run.some(claim => claim.kind !== 'rest')) return [];
      const words = run.flatMap(claim => claim.words);
      const ids = unlistedNamed(words.map(word => word.typed).join(' '), services);
      return ids.length === 0 ? [] : [{ length, words, ids }];
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

/** Without a place to be safe in, the word is one to look for: "travel advisory". */
const isSafety = (claim: Claim): boolean =>
  claim.kind === 'meaning' && claim.meaning.kind === 'ask' && claim.meaning.what === 'safety';

const typedOf = (claim: Claim): string => claim.words.map(word => word.typed).join(' ');

const namedPlaces = (claims: readonly Claim[], services: Services): NamedPlace[] =>
  claims.flatMap(claim =>
    claim.kind === 'place'
      ? {
          typed: typedOf(claim),
          candidates: [...claim.places.map(place => place.id), ...unlistedNamed(typedOf(claim), services)],
        }
      : claim.kind === 'unlisted'
        ? { typed: typedOf(claim), candidates: claim.ids }
        : [],
  );

const planOf = (
  words: string,
  { claims, periods: named, numbers }: Read,
  corrections: readonly Correction[],
  services: Services,
  forced: Intent | null,
): Plan => {
  const asOf = asOfNow(services.clock);
  const said = meanings(claims);
  const asks = (what: string): boolean => said.some(each => each.kind === 'ask' && each.what === what);
  const undated = named.length === 1 ? (named[0]?.period ?? null) : null;
  const { places, choices } = choosePlaces(namedPlaces(claims, services), undated, asOf, services);
  const dated = latestHeld(named, places, asOf, services);
  const periods = dated.map(({ period, precision }) => ({ period, precision }));
  const years = dated.flatMap(({ typed, period }, i) =>
    samePeriod(period, named[i]?.period ?? period) ? [] : { typed, period },
  );
  const bodies = claims.flatMap(claim => (claim.kind === 'body' ? claim.body : []));
  const actors = claims.flatMap(claim => (claim.kind === 'actor' ? claim.actor : []));
  const incidents = said.filter(each => each.kind === 'incident');
  const number = asks('number');
  const measures = measuresOf(said, number);
  const victims = victimsOf(claims);
  const rest = claims.flatMap(claim =>
    claim.kind === 'rest' ||
    claim.kind === 'people' ||
    claim.kind === 'cause' ||
    (isSafety(claim) && places.length === 0)
      ? claim.words.map(word => word.folded).filter(word => !/^\d+$/.test(word))
      : [],
  );
  const people = claims.flatMap(claim => (claim.kind === 'people' ? claim.noun : []));
  const counting = number || said.some(each => each.kind === 'measure') || (victims?.ownSide ?? false);
  const together = places.length > 1 && isEnumerated(words);
  const signs: Signs = {
    compare: asks('compare'),
    together,
    happening: asks('happening'),
    latest: asks('latest') || lastIncident(claims),
    safety: asks('safety'),
    deed: asks('deed'),
    counting,
    total: asks('total'),
    incidents: incidents.length === 0 ? 'none' : incidents.some(each => !each.plural) ? 'one' : 'many',
    sides: Math.max(bodies.length, places.length, periods.length, actors.length),
    period: periods.length === 0 ? 'none' : shortest(periods) ? 'day' : 'longer',
    brief: periods.length > 0 && periods.every(each => daysIn(each.period) <= DAYS_OF_A_WEEK),
    place: places.length > 0,
    body: bodies.length > 0,
    actor: actors.length > 0,
    victims: victims !== null || people.length > 0,
    typed: incidents.some(each => each.types.length > 0),
    numbers: numbers.length > 0,
    cause: claims.some(claim => claim.kind === 'cause'),
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
    people,
    peopleWords: claims.flatMap(claim => (claim.kind === 'people' ? typedOf(claim) : [])),
    operations: incidents.find(each => each.operations !== null)?.operations ?? attacksAlone(said, measures),
    security: !claims.some(claim => claim.kind === 'cause'),
    measures,
    types: [...new Set(incidents.flatMap(each => each.types))],
    typeWords: claims.flatMap(claim =>
      claim.kind === 'meaning' && claim.meaning.kind === 'incident' && claim.meaning.types.length > 0
        ? claim.words.map(word => word.folded).join(' ')
        : [],
    ),
    total: signs.total,
    counting,
    latest: signs.latest,
    safety: signs.safety && places.length > 0,
    attribution: signs.deed,
    numbers,
    rest: [...new Set(rest)],
    corrections,
    choices,
    years,
    dayFirst: dated.filter(({ typed }) => isEitherWay(typed)).map(({ typed, period }) => ({ typed, period })),
  };
};

/** Day and month may change places. */
const isEitherWay = (typed: string): boolean => {
  const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(typed) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
};

/** Places are listed by "and"; side by side or with a comma they tell one place more exactly. */
const isEnumerated = (words: string): boolean => /\b(?:and|or|both)\b|&/i.test(words);

/** "The past week", today included. */
const DAYS_OF_A_WEEK = 8;

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

/** "How many attacks" asks for attacks; a count of attacks and operations together is another number. */
const attacksAlone = (said: readonly Meaning[], measures: readonly Measure[]): Operations | null =>
  measures.includes('incidents') && said.some(each => each.kind === 'incident' && each.attack)
    ? 'militant-attacks'
    : null;

/** "The last attack in Bannu"; "last month" is a period and was taken before. */
const lastIncident = (claims: readonly Claim[]): boolean =>
  claims.some((claim, i) => {
    const next = claims[i + 1];
    return claim.words[0]?.folded === 'last' && next?.kind === 'meaning' && next.meaning.kind === 'incident';
  });

const victimsOf = (claims: readonly Claim[]): AskedVictims | null => {
  for (const claim of claims)
    if (claim.kind === 'meaning' && claim.meaning.kind === 'victims') {
      const { classes, ownSide, stems } = claim.meaning;
      return { word: typedOf(claim), classes, ownSide, stems };
    }
  return null;
};
