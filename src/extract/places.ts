import { slug } from '../core/fold.ts';
import type { Place } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import type { Span } from '../core/span.ts';
import type { PlaceName } from '../knowledge/ports.ts';
import type { Shape, Unit } from './units.ts';
import { spanOf } from './units.ts';
import { type Knowledge, placeAt } from './vocabulary.ts';

/** What a place is doing in a sentence. Only `scene` says where something happened. */
export type PlaceRole = 'scene' | 'dateline' | 'speaker' | 'origin';

/** A name that may be a place, before the article has been read as a whole. */
export interface PlaceMention {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly printed: string;
  readonly candidates: readonly PlaceName[];
  readonly role: PlaceRole;
  /** Folded word behind the name: "district", "province". */
  readonly behind: string;
  /** Stands after a preposition of place, or beside a word for a kind of place. */
  readonly inContext: boolean;
  readonly comma: boolean;
  /** Its address goes on with the next name: "Appi, Mir Ali subdistrict, North Waziristan district". */
  readonly leads: boolean;
  /** "the village of Noaka" */
  readonly village: boolean;
}

export interface ResolvedPlace {
  readonly place: Place;
  readonly span: Span;
  readonly role: PlaceRole;
  readonly from: number;
  readonly to: number;
  /** A comma stands before it. */
  readonly comma: boolean;
  readonly leads: boolean;
}

const LOCATES = new Set([
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
const KINDS =
  /^(?:district|districts|distric|subdistrict|province|provinces|city|town|tehsil|area|areas|village|valley|agency|region|state|division|municipality|governorate|county|department|neighborhood|neighbourhood|locality|square|bazaar|post|checkpost|subdivision|highway|road|capital)$/;
const SAYS = /\b(?:said|told|says|spoke|announced|stated|confirmed|reporters)\b/;

const roleOf = (shape: Shape, unit: number, firstBody: boolean): PlaceRole => {
  const { units, line } = shape;
  const at = units[unit];
  if (at === undefined) return 'scene';
  const next = line.words[at.to]?.text ?? '';
  const printed = line.words
    .slice(at.from, at.to)
    .map(word => word.text)
    .join(' ');
  const early = at.from <= 8 && firstBody;
  if (early && printed === printed.toUpperCase() && /^[:,()/–-]$/.test(next)) return 'dateline';
  if (
    early &&
    printed === printed.toUpperCase() &&
    line.words.slice(at.to, at.to + 8).some(word => word.text === ':')
  )
    return 'dateline';
  const before = line.folded[at.from - 1] ?? '';
  // "with KP and Balochistan bearing the brunt": where most of it fell, not where it was counted.
  const list = line.folded.slice(Math.max(0, at.from - 4), at.from + 8).join(' ');
  if (
    /\bwith (?:\w+ ){1,3}(?:and (?:\w+ ){1,3})?(?:bearing|suffering|accounting|being|witnessing|recording|the worst|among)\b/.test(
      list,
    )
  )
    return 'origin';
  if (before === 'from' && line.folded[at.from - 2] !== 'reported') {
    return 'origin';
  }
  // "An official in Miranshah, 60 kilometres to the north, told reporters", "a minister said in Islamabad"
  const ahead = line.folded.slice(at.to, at.to + 9).join(' ');
  const subject = units[unit - 2];
  const speaks = subject !== undefined && 'TQqB'.includes(subject.symbol) && units[unit - 1]?.symbol === 'p';
  if (speaks && SAYS.test(ahead.split(/ (?:that|when|after|who) /)[0] ?? '') && subject.from <= 6)
    return 'speaker';
  const behindVerb = line.folded.slice(Math.max(0, at.from - 3), at.from).join(' ');
  if (/\b(?:said|told reporters|spokesman|speaking) in$/.test(behindVerb)) return 'speaker';
  return 'scene';
};

/** Names in a sentence that may be places. */
export const placeMentions = (shape: Shape, knowledge: Knowledge, firstBody: boolean): PlaceMention[] => {
  const { line, units } = shape;
  const mentions: PlaceMention[] = [];
  const add = (unit: Unit, index: number, from: number, to: number, candidates: readonly PlaceName[]) => {
    const before = line.folded[from - 1] ?? '';
    const behind = line.folded[to] ?? '';
    const listed = line.words[from - 1]?.text === ',' || before === 'and' || before === '(';
    const inContext =
      LOCATES.has(before) ||
      KINDS.test(behind) ||
      (before === 'the' && KINDS.test(behind)) ||
      (listed && mentions.length > 0);
    mentions.push({
      from,
      to,
      span: spanOf(line, from, to),
      printed: line.words
        .slice(from, to)
        .map(word => word.text)
        .join(' '),
      candidates,
      role: unit.from === from ? roleOf(shape, index, firstBody) : 'scene',
      behind,
      inContext,
      comma: line.words[from - 1]?.text === ',',
      leads: false,
      village: /^(?:village|town|area|valley|hamlet) of$/.test(line.folded.slice(from - 2, from).join(' ')),
    });
  };
  for (const [index, unit] of units.entries()) {
    if (unit.symbol === 'L') {
      const found = placeAt(line, unit.from, knowledge);
      if (found !== null) add(unit, index, unit.from, unit.to, found.values);
    } else if (unit.symbol === 'P') {
      const before = line.folded[unit.from - 1] ?? '';
      const near = before === 'the' ? (line.folded[unit.from - 2] ?? '') : before;
      const behind = line.folded[unit.to] ?? '';
      const next = units[index + 1];
      const then = units[index + 2];
      const leads = next?.symbol === ',' && (then?.symbol === 'L' || then?.symbol === 'P');
      if (
        (LOCATES.has(near) &&
          near !== 'from' &&
          (leads || KINDS.test(behind) || near === 'in' || near === 'near' || near === 'of')) ||
        (KINDS.test(behind) && behind !== 'post')
      ) {
        add(unit, index, unit.from, unit.to, []);
      }
    }
  }
  return addresses(shape, mentions);
};

/** Links names that form one address: a comma between, at most a word for the kind of place beside it, and no "and" at the end. */
const addresses = (shape: Shape, mentions: readonly PlaceMention[]): PlaceMention[] => {
  const { words, folded } = shape.line;
  const linked = mentions.map((mention, i): boolean => {
    const next = mentions[i + 1];
    if (next === undefined || next.from - mention.to > 4) return false;
    const between = words.slice(mention.to, next.from).map(word => word.folded);
    const inside = between.filter(word => word !== ',' && word !== '(');
    const commas = between.length - inside.length;
    return (
      (commas === 1 && inside.every(word => KINDS.test(word) || word === 'the')) ||
      (commas === 0 && /^(?:\w+ )?(?:in|of)(?: the)?$/.test(inside.join(' ')))
    );
  });
  const listed = (i: number): boolean => {
    let last = i;
    while (linked[last]) last += 1;
    const end = mentions[last]?.to ?? 0;
    return folded[end] === 'and' && mentions[last + 1]?.from === end + 1;
  };
  return mentions.map((mention, i) => ({ ...mention, leads: linked[i] === true && !listed(i) }));
};

/** Wider than a district: a country, a province, a group of districts. */
export const isWide = (place: Place): boolean =>
  place.kind === 'country' || place.kind === 'admin1' || place.kind === 'area';

/** How often each country and first-level unit is named beyond doubt: what an ambiguous name is read against. */
export interface PlaceContext {
  readonly weights: ReadonlyMap<string, number>;
  /** Country named most; null when none is. */
  readonly country: string | null;
  /** The district or province named most: where an unknown village lies. */
  readonly home: Place | null;
}

const root = (id: string, depth: number): string => id.split('/').slice(0, depth).join('/');

const homeOf = (all: readonly PlaceMention[]): Place | null => {
  const sure = all.flatMap(mention => {
    const [name, ...others] = mention.candidates.filter(one => !one.needsContext || mention.inContext);
    return name !== undefined && others.length === 0 && mention.role === 'scene' ? [name.place] : [];
  });
  return sure.find(place => place.kind === 'admin2') ?? sure.find(place => place.kind === 'admin1') ?? null;
};

export const placeContext = (all: readonly PlaceMention[]): PlaceContext => {
  const weights = new Map<string, number>();
  const add = (key: string, weight: number) => weights.set(key, (weights.get(key) ?? 0) + weight);
  for (const mention of all) {
    const usable = mention.candidates.filter(name => !name.needsContext || mention.inContext);
    const countries = new Set(usable.map(name => root(name.place.id, 1)));
    const [country] = countries;
    if (countries.size !== 1 || country === undefined) continue;
    add(country, usable.some(name => name.place.kind === 'country' || name.place.kind === 'admin1') ? 3 : 1);
    const provinces = new Set(usable.map(name => root(name.place.id, 2)));
    const [province] = provinces;
    if (provinces.size === 1 && province !== undefined && province !== country) add(province, 2);
  }
  const countries = [...weights]
    .filter(([key]) => !key.includes('/'))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { weights, country: countries[0]?.[0] ?? null, home: homeOf(all) };
};

const KIND_FIT: Record<string, readonly string[]> = {
  district: ['admin2', 'city'],
  agency: ['admin2'],
  province: ['admin1'],
  state: ['admin1'],
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
  admin2: within?.kind === 'admin2' ? within.name : (within?.admin2 ?? null),
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

/** A town of another country than the text speaks of, with nothing beside it that points there: a namesake. */
const isForeign = (
  place: Place,
  mention: PlaceMention,
  context: PlaceContext,
  near: readonly PlaceName[],
): boolean => {
  if (place.kind === 'country' || place.kind === 'admin1' || mention.leads) return false;
  const own = root(place.id, 1);
  const known = context.weights.get(own) ?? 0;
  const most = context.country === null ? 0 : (context.weights.get(context.country) ?? 0);
  return (
    context.country !== own && most >= 3 && known <= 1 && !near.some(name => root(name.place.id, 1) === own)
  );
};

const byPoints = (names: readonly PlaceName[], points: (name: PlaceName) => number): PlaceName | undefined =>
  names
    .map(name => ({ name, points: points(name) }))
    .sort((a, b) => b.points - a.points || (a.name.place.id < b.name.place.id ? -1 : 1))[0]?.name;

/**
 * Chooses a place for each name of a sentence: what fits its address and its neighbours, the kind of place printed
 * beside it, and what the article speaks of. A name in no gazetteer, or in it only elsewhere, is a place of its own
 * inside the next name of its address ("in Ahmad Shah Baba Mina, Kabul, Afghanistan").
 */
export const resolvePlaces = (mentions: readonly PlaceMention[], context: PlaceContext): ResolvedPlace[] => {
  const resolved: (ResolvedPlace | null)[] = mentions.map(() => null);
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined) continue;
    const parent = mention.leads ? (resolved[i + 1]?.place ?? null) : null;
    const neighbours = mentions.filter((_, k) => k !== i && Math.abs(k - i) <= 3);
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
    else if (SETTLED.test(mention.behind) || mention.village) {
      const home = placeBeside(resolved, i) ?? context.home;
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

/**
 * Groups names that tell one place ("near Razmak in North Waziristan", "Gagran, Shopian, Jammu and Kashmir") and
 * keeps the narrowest of each group.
 */
export const scenes = (places: readonly ResolvedPlace[]): ResolvedPlace[] => {
  const groups: ResolvedPlace[][] = [];
  for (const place of places) {
    if (place.role !== 'scene') continue;
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const inside =
      previous !== undefined &&
      (placeWithin(previous.place.id, place.place.id) || placeWithin(place.place.id, previous.place.id));
    const close = previous !== undefined && place.from - previous.to <= 6;
    if (last !== undefined && ((inside && close) || previous?.leads === true)) last.push(place);
    else groups.push([place]);
  }
  return groups.map(group =>
    group.reduce((a, b) => (b.place.id.split('/').length > a.place.id.split('/').length ? b : a)),
  );
};
