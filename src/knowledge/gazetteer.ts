import { type PhraseTable, phraseTable } from '../core/phrases.ts';
import type { Place, PlaceId } from '../core/place.ts';
import { areasSchema, readGazetteerFile, spellingsSchema, trapsSchema } from './gazetteer-files.ts';
import { printedForm } from './names.ts';
import { type PlaceRow, readPlaceRows } from './place-rows.ts';
import type { Gazetteer, PlaceName } from './ports.ts';
import { spellings } from './spellings.ts';

/** Short forms count only as printed: "us" is a pronoun, "site" a noun. */
const SHORT_FORM = /^[A-Z][A-Z.-]{0,6}[A-Z]\.?$/;

/** Longest run of words, marks included, in which "&" is looked for. */
const NAME_LIMIT = 8;

const parentOf = (id: PlaceId): PlaceId | null => {
  const cut = id.lastIndexOf('/');
  return cut < 0 ? null : id.slice(0, cut);
};

/** Places with the names of what contains them. A container that is missing is a fault of the data. */
const placesOf = (rows: ReadonlyMap<PlaceId, PlaceRow>): ReadonlyMap<PlaceId, Place> => {
  const places = new Map<PlaceId, Place>();
  const placeOf = (row: PlaceRow): Place => {
    const known = places.get(row.id);
    if (known !== undefined) return known;
    const parent = parentOf(row.id);
    const around = parent === null ? undefined : rows.get(parent);
    if (parent !== null && around === undefined) throw new Error(`gazetteer: nothing contains ${row.id}`);
    const outer = around === undefined ? null : placeOf(around);
    const place: Place = {
      id: row.id,
      name: row.name,
      kind: row.kind,
      admin2: row.kind === 'admin2' ? row.name : (outer?.admin2 ?? null),
      admin1: row.kind === 'admin1' ? row.name : (outer?.admin1 ?? null),
      country: row.kind === 'country' ? row.name : (outer?.country ?? null),
      aliases: row.aliases,
      latitude: row.latitude,
      longitude: row.longitude,
      population: row.population,
      listed: true,
    };
    places.set(row.id, place);
    return place;
  };
  for (const row of rows.values()) placeOf(row);
  return places;
};

/** Groups of words spelled in several ways, under each of the words. */
const spellingGroups = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readGazetteerFile('spellings.json', spellingsSchema).words.flatMap(group =>
      group.map(word => [word, group] as const),
    ),
  );

const trapWords = (): ReadonlySet<string> => {
  const { words, titles, people } = readGazetteerFile('traps.json', trapsSchema);
  return new Set([...words, ...titles, ...people]);
};

/** Under "Jammu & Kashmir" print means "Jammu and Kashmir"; the sign is a word of the text as "and" is. */
const readingAmpersands = <T>(table: PhraseTable<T>): PhraseTable<T> => {
  const opens = (word: string): boolean => table.opens(word === '&' ? 'and' : word);
  return {
    opens,
    opensIn: words => words.some(opens),
    named: name => table.named(name.replaceAll('&', ' and ')),
    longestAt: (words, from) => {
      const found = table.longestAt(words, from);
      const sign = words.indexOf('&', from);
      if (sign === -1 || sign >= from + NAME_LIMIT) return found;
      const near = words.slice(from, from + NAME_LIMIT).map(word => (word === '&' ? 'and' : word));
      const read = table.longestAt(near, 0);
      return (read?.length ?? 0) > (found?.length ?? 0) ? read : found;
    },
  };
};

/** Every name of every place, one at a time: all at once would be twice the work for the garbage collector. */
function* namesOf(places: Iterable<Place>): Generator<[string, PlaceName]> {
  const groups = spellingGroups();
  const traps = trapWords();
  for (const place of places) {
    const plain: PlaceName = { place, caseSensitive: null, needsContext: false };
    let guarded: PlaceName | null = null;
    const inDepth = place.id.startsWith('pk/') || place.id.startsWith('af/');
    for (const name of [place.name, ...place.aliases]) {
      if (SHORT_FORM.test(name)) {
        yield [name, { place, caseSensitive: printedForm(name), needsContext: false }];
        continue;
      }
      const spelled = name.includes('&') ? name.replaceAll('&', ' and ') : name;
      for (const way of inDepth ? spellings(spelled, groups) : [spelled]) {
        if (place.kind !== 'country' && traps.has(way.toLowerCase())) {
          guarded ??= { place, caseSensitive: null, needsContext: true };
          yield [way, guarded];
        } else {
          yield [way, plain];
        }
      }
    }
  }
}

/**
 * Places of Pakistan and Afghanistan in depth, elsewhere countries, first-level units, cities of 50,000 and towns
 * in reporting; from data/gazetteer.
 * @throws when a file does not fit its schema: the data is part of the program
 */
export const loadGazetteer = (): Gazetteer => {
  const places = placesOf(readPlaceRows());
  const members = new Map(
    readGazetteerFile('areas.json', areasSchema).entries.map(area => [area.id, area.members] as const),
  );
  return {
    names: readingAmpersands(phraseTable(namesOf(places.values()))),
    byId: id => places.get(id) ?? null,
    all: () => places.values(),
    members: area => members.get(area) ?? [],
  };
};
