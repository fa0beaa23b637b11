import type { PlaceId, PlaceKind } from '../core/place.ts';
import {
  admin1Schema,
  admin2Schema,
  areasSchema,
  countriesSchema,
  type OverlayEntry,
  overlaySchema,
  placesSchema,
  readGazetteerFile,
} from './gazetteer-files.ts';

/** A place as the data files have it, its containers still to be named. */
export interface PlaceRow {
  readonly id: PlaceId;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number;
  readonly aliases: readonly string[];
}

/** Files of our own, laid over the others in this order. */
const OVERLAYS = [
  'overlay-countries.json',
  'overlay-pakistan.json',
  'overlay-pakistan-towns.json',
  'overlay-afghanistan.json',
  'overlay-india.json',
  'overlay-world.json',
] as const;

/** The overlay's word stands; what the place was called before stays a name of it. */
const overlaid = (row: PlaceRow | undefined, entry: OverlayEntry): PlaceRow => {
  const name = entry.name ?? row?.name;
  const kind = entry.kind ?? row?.kind;
  if (name === undefined || kind === undefined) {
    throw new Error(`gazetteer overlay: ${entry.id} is new and needs a name and a kind`);
  }
  const before = row === undefined || row.name === name ? [] : [row.name];
  return {
    id: entry.id,
    name,
    kind,
    latitude: entry.at === undefined ? (row?.latitude ?? null) : entry.at[0],
    longitude: entry.at === undefined ? (row?.longitude ?? null) : entry.at[1],
    population: entry.population ?? row?.population ?? 0,
    aliases: [...new Set([...(entry.aliases ?? []), ...before, ...(row?.aliases ?? [])])],
  };
};

/** Every place of every file, by id; what contains a place may stand behind it. */
export const readPlaceRows = (): ReadonlyMap<PlaceId, PlaceRow> => {
  const rows = new Map<PlaceId, PlaceRow>();
  const units = [
    ['countries.json', countriesSchema, 'country'],
    ['admin1.json', admin1Schema, 'admin1'],
  ] as const;
  for (const [file, schema, kind] of units) {
    for (const [id, name, latitude, longitude, aliases] of readGazetteerFile(file, schema).entries) {
      rows.set(id, { id, name, kind, latitude, longitude, population: 0, aliases });
    }
  }
  for (const [id, name, latitude, longitude, population, aliases] of readGazetteerFile(
    'admin2.json',
    admin2Schema,
  ).entries) {
    rows.set(id, { id, name, kind: 'admin2', latitude, longitude, population, aliases });
  }
  for (const [id, name, kind, latitude, longitude, population, aliases] of readGazetteerFile(
    'places.json',
    placesSchema,
  ).entries) {
    rows.set(id, { id, name, kind, latitude, longitude, population, aliases });
  }
  for (const file of OVERLAYS) {
    for (const entry of readGazetteerFile(file, overlaySchema).entries) {
      rows.set(entry.id, overlaid(rows.get(entry.id), entry));
    }
  }
  for (const { id, name, aliases } of readGazetteerFile('areas.json', areasSchema).entries) {
    rows.set(id, { id, name, kind: 'area', latitude: null, longitude: null, population: 0, aliases });
  }
  return rows;
};
