import type { Place } from '../../core/place.ts';
import { placeWithin } from '../../core/place.ts';
import type { Span } from '../../core/span.ts';
import type { PlaceName } from '../../knowledge/ports.ts';

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
  /** "Mogadishu's Hamar Weyne district": it lies in the name before. */
  readonly owned: boolean;
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

/** Wider than a district: a country, a province, a group of districts. */
export const isWide = (place: Place): boolean =>
  place.kind === 'country' || place.kind === 'admin1' || place.kind === 'area';

/** How often each country and first-level unit is named beyond doubt: what an ambiguous name is read against. */
export interface PlaceContext {
  readonly weights: ReadonlyMap<string, number>;
  /** Country named most; null when none is. */
  readonly country: string | null;
  /** That country; null when none is. */
  readonly nation: Place | null;
  /** The district or province named most: where an unknown village lies. */
  readonly home: Place | null;
}

/** The first names of a place's path: 1 its country, 2 its province. */
export const root = (id: string, depth: number): string => {
  let end = -1;
  for (let i = 0; i < depth; i++) {
    end = id.indexOf('/', end + 1);
    if (end === -1) return id;
  }
  return id.slice(0, end);
};

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
  const seen = new Set<string>();
  for (const mention of all) {
    // A name said ten times is one witness: it must not vouch for itself.
    if (seen.has(mention.printed)) continue;
    // "Yemen's tribal areas": words in small letters name no country.
    if (/^[a-z]/.test(mention.printed) && !/[A-Z]/.test(mention.printed)) continue;
    seen.add(mention.printed);
    const usable = mention.candidates.filter(name => !name.needsContext || mention.inContext);
    const countries = new Set(usable.map(name => root(name.place.id, 1)));
    const [country] = countries;
    if (countries.size !== 1 || country === undefined) continue;
    add(
      country,
      // "Gunmen from Afghanistan", "US jets": where they come from says little of where the story is set.
      mention.role === 'origin'
        ? 1
        : usable.some(name => name.place.kind === 'country' || name.place.kind === 'admin1')
          ? 3
          : usable.some(name => name.place.kind === 'admin2')
            ? 2
            : 1,
    );
    const provinces = new Set(usable.map(name => root(name.place.id, 2)));
    const [province] = provinces;
    if (provinces.size === 1 && province !== undefined && province !== country) add(province, 2);
  }
  const countries = [...weights]
    .filter(([key]) => !key.includes('/'))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const country = countries[0]?.[0] ?? null;
  const nation =
    all.flatMap(mention => mention.candidates).find(name => name.place.id === country)?.place ?? null;
  return { weights, country, nation, home: homeOf(all) };
};

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
