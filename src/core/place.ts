/**
 * A path from the country down, so that a prefix is a place that contains it:
 * `pk/balochistan/quetta`, `sd/north-kordofan/bara`. Lower case, hyphens for blanks.
 */
export type PlaceId = string;

export type PlaceKind = 'country' | 'admin1' | 'admin2' | 'area' | 'city' | 'locality';

export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  /** `area` is a named group of districts ("tribal districts of KP"); `locality` is a town, village or post. */
  readonly kind: PlaceKind;
  /** Names of what contains it; null where it does not apply. */
  readonly admin2: string | null;
  readonly admin1: string | null;
  readonly country: string | null;
  readonly aliases: readonly string[];
  /** Degrees, WGS 84; null for places known from a text alone. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number;
  /** False for a place that only an article names: it is in no gazetteer. */
  readonly listed: boolean;
}

/** Whether the inner place is the outer one or lies in it. */
export const placeWithin = (inner: PlaceId, outer: PlaceId): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);
