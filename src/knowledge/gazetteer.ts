import { foldWords } from '../core/fold.ts';
import { phraseTable } from '../core/phrases.ts';
import type { Place, PlaceId, PlaceKind } from '../core/place.ts';
import {
  admin1Schema,
  admin2Schema,
  areasSchema,
  countriesSchema,
  OVERLAYS,
  type OverlayEntry,
  overlaySchema,
  placesSchema,
  readGazetteerFile,
  spellingsSchema,
  trapsSchema,
} from './gazetteer-files.ts';
import type { Gazetteer, PlaceName } from './ports.ts';
import { spellings } from './spellings.ts';

interface Row {
  readonly id: PlaceId;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly at: readonly [number | null, number | null];
  readonly population: number;
  readonly aliases: readonly string[];
}

const listedRows = (): Row[] => [
  ...readGazetteerFile('countries.json', countriesSchema).entries.map(
    ([id, name, latitude, longitude, aliases]): Row => ({
      id,
      name,
      kind: 'country',
      at: [latitude, longitude],
      population: 0,
      aliases,
    }),
  ),
  ...readGazetteerFile('admin1.json', admin1Schema).entries.map(
    ([id, name, latitude, longitude, aliases]): Row => ({
      id,
      name,
      kind: 'admin1',
      at: [latitude, longitude],
      population: 0,
      aliases,
    }),
  ),
  ...readGazetteerFile('admin2.json', admin2Schema).entries.map(
    ([id, name, latitude, longitude, population, aliases]): Row => ({
      id,
      name,
      kind: 'admin2',
      at: [latitude, longitude],
      population,
      aliases,
    }),
  ),
  ...readGazetteerFile('places.json', placesSchema).entries.map(
    ([id, name, kind, latitude, longitude, population, aliases]): Row => ({
      id,
      name,
      kind,
      at: [latitude, longitude],
      population,
      aliases,
    }),
  ),
];

/** The overlay's word stands; what the row was called before stays a name of it. */
const overlaid = (row: Row | undefined, entry: OverlayEntry): Row => {
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
    at: entry.at ?? row?.at ?? [null, null],
    population: entry.population ?? row?.population ?? 0,
    aliases: [...new Set([...(entry.aliases ?? []), ...before, ...(row?.aliases ?? [])])],
  };
};

const parentOf = (id: PlaceId): PlaceId | null => {
  const cut = id.lastIndexOf('/');
  return cut < 0 ? null : id.slice(0, cut);
};

/** Short forms count only as printed: "us" is a pronoun, "gb" a measure. */
const SHORT_FORM = /^[A-Z][A-Z.&-]{0,4}[A-Z]\.?$/;

/**
 * Places of Pakistan and Afghanistan in depth, elsewhere countries, first-level units, cities of 50,000 and towns
 * in reporting; from data/gazetteer. A file that does not fit its schema ends the start.
 */
export const loadGazetteer = (): Gazetteer => {
  const rows = new Map<PlaceId, Row>();
  for (const row of listedRows()) rows.set(row.id, row);
  for (const file of OVERLAYS) {
    for (const entry of readGazetteerFile(file, overlaySchema).entries) {
      rows.set(entry.id, overlaid(rows.get(entry.id), entry));
    }
  }
  for (const { id, name, aliases } of readGazetteerFile('areas.json', areasSchema).entries) {
    rows.set(id, { id, name, kind: 'area', at: [null, null], population: 0, aliases });
  }
  const groups = new Map<string, readonly string[]>();
  for (const group of readGazetteerFile('spellings.json', spellingsSchema).words) {
    for (const word of group) groups.set(word, group);
  }
  const traps = readGazetteerFile('traps.json', trapsSchema);
  const trapped = new Set([...traps.words, ...traps.titles, ...traps.people]);

  const above = (id: PlaceId, kind: PlaceKind): string | null => {
    for (let at: PlaceId | null = id; at !== null; at = parentOf(at)) {
      const row = rows.get(at);
      if (row?.kind === kind) return row.name;
    }
    return null;
  };

  const places = new Map<PlaceId, Place>();
  const entries: [string, PlaceName][] = [];
  for (const { id, name, kind, at, population, aliases } of rows.values()) {
    const place: Place = {
      id,
      name,
      kind,
      admin2: above(id, 'admin2'),
      admin1: above(id, 'admin1'),
      country: above(id, 'country'),
      aliases,
      latitude: at[0],
      longitude: at[1],
      population,
      listed: true,
    };
    places.set(id, place);
    const plain: PlaceName = { place, caseSensitive: null, needsContext: false };
    const guarded: PlaceName = { place, caseSensitive: null, needsContext: true };
    const inDepth = id.startsWith('pk/') || id.startsWith('af/');
    for (const printed of [name, ...aliases]) {
      if (SHORT_FORM.test(printed)) {
        entries.push([printed, { place, caseSensitive: printed, needsContext: false }]);
        continue;
      }
      for (const spelling of inDepth ? spellings(printed, groups) : [printed]) {
        const trap = kind !== 'country' && trapped.has(foldWords(spelling).join(' '));
        entries.push([spelling, trap ? guarded : plain]);
      }
    }
  }
  return {
    names: phraseTable(entries),
    byId: id => places.get(id) ?? null,
    all: () => places.values(),
  };
};
