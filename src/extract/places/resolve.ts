import { slug } from '../../core/fold.ts';
import type { Place } from '../../core/place.ts';
import { placeWithin } from '../../core/place.ts';
import type { PlaceName } from '../../knowledge/ports.ts';
import { type PlaceContext, type PlaceMention, type ResolvedPlace, root } from './places.ts';

const KIND_FIT: Record<string, readonly string[]> = {
  district: ['admin2', 'city'],
  agency: ['admin2'],
  province: ['admin1'],
  state: ['admin1'],
  region: ['admin1', 'area'],
  governorate: ['admin1'],
  department: ['admin1'],
  city: ['city', 'admin2'],
  town: ['city', 'locality', 'admin2'],
  tehsil: ['locality', 'city', 'admin2'],
  village: ['locality', 'city'],
  area: ['locality', 'city', 'admin2'],
};
const KIND_RANK: Record<Place['kind'], number> = {
  country: 14,
  admin1: 10,
  area: 9,
  admin2: 8,
  city: 6,
  locality: 3,
};

const score = (
  name: PlaceName,
  mention: PlaceMention,
  near: readonly PlaceName[],
  context: PlaceContext,
): number => {
  const { id, kind, population } = name.place;
  const fit = KIND_FIT[mention.behind];
  return (
    (near.some(other => other.place.id !== id && placeWithin(id, other.place.id)) ? 60 : 0) +
    (near.some(other => other.place.id !== id && placeWithin(other.place.id, id)) ? 40 : 0) +
    (near.some(other => other.place.id !== id && root(other.place.id, 1) === root(id, 1)) ? 10 : 0) +
    Math.min(30, 5 * (context.weights.get(root(id, 2)) ?? 0)) * (id.includes('/') ? 1 : 0.5) +
    Math.min(25, 4 * (context.weights.get(root(id, 1)) ?? 0)) +
    (fit === undefined ? 0 : fit.includes(kind) ? 20 : -10) +
    KIND_RANK[kind] +
    Math.min(8, Math.log10(population + 1))
  );
};

const unlisted = (mention: PlaceMention, within: Place | null): Place => ({
  id: within === null ? `?/${slug(mention.printed)}` : `${within.id}/${slug(mention.printed)}`,
  name: mention.printed,
  kind: 'locality',
  // A quarter of a city is in that city, as a village is in its district.
  admin2:
    within?.kind === 'admin2' || within?.kind === 'city'
      ? (within.admin2 ?? within.name)
      : (within?.admin2 ?? null),
  admin1: within?.kind === 'admin1' ? within.name : (within?.admin1 ?? null),
  country: within?.kind === 'country' ? within.name : (within?.country ?? null),
  aliases: [],
  latitude: null,
  longitude: null,
  population: 0,
  listed: false,
});

/** Words that make an unknown name a place of its own: "the Shaktu area", "in the Shawal valley". */
const SETTLED =
  /^(?:area|areas|village|valley|town|tehsil|subdivision|locality|district|checkpost|subdistrict)$/;

const placeBeside = (resolved: readonly (ResolvedPlace | null)[], i: number): Place | null => {
  const beside = resolved.slice(i + 1).find(place => place !== null && place.role === 'scene')?.place;
  return beside === undefined || beside.kind === 'country' ? null : beside;
};

/** People in a city that needs no country beside it. */
const KNOWN_BY_NAME = 200_000;

/** A town of another country than the text speaks of, with nothing beside it that points there: a namesake. */
const isForeign = (
  place: Place,
  mention: PlaceMention,
  context: PlaceContext,
  near: readonly PlaceName[],
): boolean => {
  if (place.kind === 'country' || place.kind === 'admin1' || mention.leads) return false;
  // "off Djibouti … In Mogadishu": a large city is known by its name alone, where no other bears it.
  const alone = mention.candidates.every(name => root(name.place.id, 1) === root(place.id, 1));
  if (alone && place.population >= KNOWN_BY_NAME) return false;
  const own = root(place.id, 1);
  const known = context.weights.get(own) ?? 0;
  const most = context.country === null ? 0 : (context.weights.get(context.country) ?? 0);
  return context.country !== own && most > known && !near.some(name => root(name.place.id, 1) === own);
};

const byPoints = (names: readonly PlaceName[], points: (name: PlaceName) => number): PlaceName | undefined =>
  names
    .map(name => ({ name, points: points(name) }))
    .sort((a, b) => b.points - a.points || (a.name.place.id < b.name.place.id ? -1 : 1))[0]?.name;

/** "in Pont-Sonde in Haiti's Artibonite region" lies in Artibonite. */
const parentOf = (
  mentions: readonly PlaceMention[],
  resolved: readonly (ResolvedPlace | null)[],
  i: number,
): Place | null => {
  const next = resolved[i + 1]?.place ?? null;
  const owned = mentions[i + 2]?.owned === true ? (resolved[i + 2]?.place ?? null) : null;
  return next !== null && owned !== null && placeWithin(owned.id, next.id) ? owned : next;
};

/** "Mogadishu's Hamar Weyne district" lies in Mogadishu. */
const ownerOf = (mentions: readonly PlaceMention[], i: number, context: PlaceContext): Place | null => {
  const owner = mentions[i - 1];
  if (mentions[i]?.owned !== true || owner?.to !== (mentions[i]?.from ?? 0) - 1) return null;
  return byPoints(owner.candidates, name => score(name, owner, [], context))?.place ?? null;
};

/**
 * Chooses a place for each name of a sentence: what fits its address and its neighbours, the kind of place printed
 * beside it, and what the article speaks of. A name in no gazetteer, or in it only elsewhere, is a place of its own
 * inside the next name of its address ("in Ahmad Shah Baba Mina, Kabul, Afghanistan").
 * @param known places of the article that only it names, by the name printed
 * @param harm whether the sentence counts people: then "in Gayeri" is a place even if nothing else says so
 */
export const resolvePlaces = (
  mentions: readonly PlaceMention[],
  context: PlaceContext,
  known: ReadonlyMap<string, Place>,
  harm: boolean,
): ResolvedPlace[] => {
  const resolved: (ResolvedPlace | null)[] = mentions.map(() => null);
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined) continue;
    const parent = mention.leads ? parentOf(mentions, resolved, i) : null;
    // "Kabul University in Kabul": a name does not vouch for itself.
    const neighbours = mentions.filter(
      (other, k) => other.printed !== mention.printed && k !== i && Math.abs(k - i) <= 3,
    );
    const near = neighbours.flatMap(other =>
      other.candidates.filter(name => !name.needsContext || other.inContext),
    );
    const usable = mention.candidates.filter(name => !name.needsContext || mention.inContext);
    const inside =
      parent === null
        ? []
        : usable.filter(name => name.place.id !== parent.id && placeWithin(name.place.id, parent.id));
    const best = byPoints(inside.length > 0 ? inside : usable, name => score(name, mention, near, context));
    const wide = best !== undefined && (best.place.kind === 'country' || best.place.kind === 'admin1');
    const foreign = best !== undefined && isForeign(best.place, mention, context, near);
    const elsewhere =
      parent !== null &&
      inside.length === 0 &&
      !wide &&
      (best === undefined || !placeWithin(parent.id, best.place.id));
    const at = {
      span: mention.span,
      role: mention.role,
      from: mention.from,
      to: mention.to,
      comma: mention.comma,
      leads: mention.leads,
    };
    if (elsewhere && parent !== null) resolved[i] = { ...at, place: unlisted(mention, parent) };
    else if (best !== undefined && !foreign)
      resolved[i] = { ...at, place: withPrinted(best.place, mention.printed) };
    else if (known.has(mention.printed))
      resolved[i] = { ...at, place: known.get(mention.printed) ?? unlisted(mention, null) };
    else if (
      harm &&
      mention.candidates.length === 0 &&
      mention.inContext &&
      context.nation !== null &&
      /^[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?$/.test(mention.printed)
    ) {
      // "a raid in Gayeri took the lives of four": where people were killed is a place, listed or not.
      resolved[i] = { ...at, place: unlisted(mention, context.nation) };
    } else if (SETTLED.test(mention.behind) || mention.village) {
      const home = ownerOf(mentions, i, context) ?? placeBeside(resolved, i) ?? context.home;
      if (home !== null) resolved[i] = { ...at, place: unlisted(mention, home) };
    }
  }
  return resolved.filter(place => place !== null);
};

/** The spelling of the text belongs to the names a reader may look for. */
const withPrinted = (place: Place, printed: string): Place =>
  place.name === printed || place.aliases.includes(printed)
    ? place
    : { ...place, aliases: [...place.aliases, printed] };
