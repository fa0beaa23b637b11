import { describe, expect, test } from 'vitest';
import { slug } from '../../src/core/fold.ts';
import { loadGazetteer } from '../../src/knowledge/gazetteer.ts';
import {
  admin1Schema,
  admin2Schema,
  areasSchema,
  countriesSchema,
  overlaySchema,
  placesSchema,
  readGazetteerFile,
  spellingsSchema,
  trapsSchema,
} from '../../src/knowledge/gazetteer-files.ts';
import { filesBelow } from '../architecture/sources.ts';

const gazetteer = loadGazetteer();
const all = Array.from(gazetteer.all());
const entriesOf = (file: string) => {
  if (file === 'countries.json') return readGazetteerFile(file, countriesSchema).entries.map(([id]) => id);
  if (file === 'admin1.json') return readGazetteerFile(file, admin1Schema).entries.map(([id]) => id);
  if (file === 'admin2.json') return readGazetteerFile(file, admin2Schema).entries.map(([id]) => id);
  if (file === 'places.json') return readGazetteerFile(file, placesSchema).entries.map(([id]) => id);
  if (file === 'areas.json') return readGazetteerFile(file, areasSchema).entries.map(({ id }) => id);
  return readGazetteerFile(file, overlaySchema).entries.map(({ id }) => id);
};

const FILES = filesBelow('data/gazetteer').map(({ path }) => path.replace('data/gazetteer/', ''));
const PLACES = FILES.filter(file => file !== 'traps.json' && file !== 'spellings.json');

test('every file of the folder is read', () => {
  expect(PLACES.length).toBe(11);
  expect(all.length).toBeGreaterThan(16_000);
});

describe('every entry fits its schema, is sorted and stands once', () => {
  test.for(PLACES)('%s', file => {
    const ids = entriesOf(file);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.filter(id => gazetteer.byId(id) === null)).toEqual([]);
  });
});

test('every id is a path of slugs below a country', () => {
  const wrong = all.filter(({ id }) => id.split('/').some(part => part === '' || part !== slug(part)));
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect(all.filter(({ id }) => id.split('/')[0]?.length !== 2).map(({ id }) => id)).toEqual([]);
});

test('what contains a place is a place, and the country of an id is its country', () => {
  for (const { id, country } of all) {
    const cut = id.lastIndexOf('/');
    if (cut > 0) expect(gazetteer.byId(id.slice(0, cut)), id).not.toBeNull();
    expect(country).toBe(gazetteer.byId(id.split('/')[0] ?? '')?.name);
  }
});

test('coordinates lie on the globe and populations are whole', () => {
  const wrong = all.filter(
    ({ latitude, longitude, population }) =>
      Math.abs(latitude ?? 0) > 90 ||
      Math.abs(longitude ?? 0) > 180 ||
      (latitude === null) !== (longitude === null) ||
      !Number.isInteger(population) ||
      population < 0,
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('places of Pakistan lie in or near Pakistan, those of Afghanistan in Afghanistan', () => {
  const boxes = { pk: [23.5, 60.5, 37.2, 78], af: [29.3, 60.4, 38.6, 75] } as const;
  const wrong = all.filter(({ id, latitude, longitude }) => {
    const box = id.startsWith('pk/') ? boxes.pk : id.startsWith('af/') ? boxes.af : null;
    if (box === null || latitude === null || longitude === null) return false;
    return latitude < box[0] || longitude < box[1] || latitude > box[2] || longitude > box[3];
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every name and every alias leads back to its place', () => {
  const lost: string[] = [];
  for (const place of all) {
    for (const name of [place.name, ...place.aliases]) {
      if (!gazetteer.names.named(name).some(found => found.place === place))
        lost.push(`${place.id}: ${name}`);
    }
  }
  expect(lost).toEqual([]);
});

test('names are in Latin letters', () => {
  const odd = all
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter(name => !/^[\p{Script=Latin}\p{M}\p{N}\s'’().,&/-]+$/u.test(name));
  expect(odd).toEqual([]);
});

test('members of an area are listed places of its province or country', () => {
  for (const { id, members } of readGazetteerFile('areas.json', areasSchema).entries) {
    const around = id.slice(0, id.lastIndexOf('/'));
    expect(
      members.filter(member => gazetteer.byId(member) === null || !member.startsWith(`${around}/`)),
    ).toEqual([]);
    expect(gazetteer.byId(id)?.kind).toBe('area');
  }
});

test('traps and spellings are folded words, none twice in its list', () => {
  const { words, titles, people } = readGazetteerFile('traps.json', trapsSchema);
  const traps = [...words, ...titles, ...people];
  const spelled = readGazetteerFile('spellings.json', spellingsSchema).words.flat();
  for (const list of [traps, spelled]) {
    expect(list.filter(word => !/^[a-z]+$/.test(word))).toEqual([]);
    expect(list.length).toBe(new Set(list).size);
  }
});
