import { phraseTable } from '../../src/core/phrases.ts';
import type { Place, PlaceKind } from '../../src/core/place.ts';
import type { Gazetteer, PlaceName } from '../../src/knowledge/ports.ts';

/** Real places, a handful: enough to ask about, and with the traps of a large gazetteer. */
const ROWS: readonly (readonly [
  id: string,
  name: string,
  kind: PlaceKind,
  population: number,
  ...aliases: string[],
])[] = [
  ['pk', 'Pakistan', 'country', 240_000_000],
  ['sd', 'Sudan', 'country', 48_000_000],
  ['in', 'India', 'country', 1_400_000_000],
  ['cz', 'Czechia', 'country', 10_000_000],
  ['pk/balochistan', 'Balochistan', 'admin1', 0, 'Baluchistan'],
  ['pk/khyber-pakhtunkhwa', 'Khyber Pakhtunkhwa', 'admin1', 0, 'KP', 'KPK'],
  ['pk/punjab', 'Punjab', 'admin1', 110_000_000],
  ['in/punjab', 'Punjab', 'admin1', 27_000_000],
  ['pk/sindh', 'Sindh', 'admin1', 0],
  ['sd/north-kordofan', 'North Kordofan', 'admin1', 0],
  ['cz/usti', 'Ústí', 'admin1', 0],
  ['pk/balochistan/quetta', 'Quetta', 'admin2', 0],
  ['pk/balochistan/quetta/quetta', 'Quetta', 'city', 1_500_000],
  ['pk/balochistan/pishin', 'Pishin', 'admin2', 0],
  ['pk/balochistan/qila-saifullah', 'Qila Saifullah', 'admin2', 0, 'Killa Saifullah'],
  ['pk/balochistan/chaman', 'Chaman', 'admin2', 0],
  ['pk/balochistan/quetta-division', 'Quetta Division', 'area', 0],
  ['pk/khyber-pakhtunkhwa/bannu', 'Bannu', 'admin2', 0],
  ['pk/khyber-pakhtunkhwa/khyber', 'Khyber', 'admin2', 0],
  ['pk/khyber-pakhtunkhwa/khyber/bara', 'Bara', 'city', 50_000],
  ['sd/north-kordofan/bara', 'Bara', 'city', 20_000],
  ['pk/khyber-pakhtunkhwa/tank', 'Tank', 'admin2', 0],
  ['cz/usti/most', 'Most', 'city', 67_000],
];

/** Common words too: they count only where a place is meant. */
const TRAPS = ['Tank', 'Most'];

/** Some of its districts. */
const DIVISION = ['pk/balochistan/chaman', 'pk/balochistan/pishin', 'pk/balochistan/quetta'];

const nameOf = (id: string): string | null => ROWS.find(([each]) => each === id)?.[1] ?? null;

const places: readonly Place[] = ROWS.map(([id, name, kind, population, ...aliases]) => {
  const steps = id.split('/');
  return {
    id,
    name,
    kind,
    admin2: steps.length > 2 ? nameOf(steps.slice(0, 3).join('/')) : null,
    admin1: steps.length > 1 ? nameOf(steps.slice(0, 2).join('/')) : null,
    country: nameOf(steps[0] ?? ''),
    aliases,
    latitude: null,
    longitude: null,
    population,
    listed: true,
  };
});

const byId = new Map(places.map(place => [place.id, place]));

export const gazetteer: Gazetteer = {
  names: phraseTable(
    places.flatMap((place): [string, PlaceName][] => {
      const entry: PlaceName = { place, caseSensitive: null, needsContext: TRAPS.includes(place.name) };
      return [place.name, ...place.aliases].map(name => [
        name,
        { ...entry, caseSensitive: /^[A-Z]+$/.test(name) ? name : null },
      ]);
    }),
  ),
  byId: id => byId.get(id) ?? null,
  all: () => places,
  members: id => (id === 'pk/balochistan/quetta-division' ? DIVISION : []),
};
