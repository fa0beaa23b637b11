import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/core/answer.ts';
import { coveringAreas, placeIn } from '../../src/query/areas.ts';
import { corpus } from '../made-up/corpus.ts';
import { gazetteer } from '../made-up/places.ts';
import { everything } from '../made-up/readings.ts';

const services = corpus(everything)('2025-03-01T12:00:00Z');
const { asOf } = { asOf: { day: '2025-03-01', instant: '2025-03-01T12:00:00.000Z' } };

const AREA = 'pk/balochistan/quetta-division';

test.for<[inner: string, outer: string, lies: boolean]>([
  ['pk/balochistan/pishin', AREA, true],
  ['pk/balochistan/quetta/quetta', AREA, true],
  [AREA, AREA, true],
  [AREA, 'pk/balochistan', true],
  ['pk/balochistan/qila-saifullah', AREA, false],
  ['pk/balochistan', AREA, false],
  [AREA, 'pk/balochistan/pishin', false],
])('%s in %s: %s', ([inner, outer, lies]) => expect(placeIn(inner, outer, gazetteer)).toBe(lies));

test('a store asked for an area gives what it holds of its districts, in its own order', () => {
  const store = coveringAreas(services.store, gazetteer);
  const all = services.store.figures({ asOf });
  const inside = all.filter(({ place }) => place !== null && placeIn(place.value, AREA, gazetteer));
  expect(inside.length).toBeGreaterThan(1);
  expect(store.figures({ asOf, place: AREA })).toEqual(inside);
  const reports = services.store.reports({ asOf });
  expect(store.reports({ asOf, place: AREA })).toEqual(
    reports.filter(({ place }) => place !== null && placeIn(place.value, AREA, gazetteer)),
  );
});

test('what tells of an area is what tells of its districts', () => {
  const store = coveringAreas(services.store, gazetteer);
  const most = 1_000;
  const told = [
    store.reports({ asOf, place: AREA }),
    store.figures({ asOf, place: AREA }),
    store.figures({ asOf, place: AREA, security: false }),
  ].flat().length;
  expect(told).toBeGreaterThan(1);
  expect(store.telling({ asOf, place: AREA, most })).toBe(told);
});

test('every other place is answered as before', () => {
  const store = coveringAreas(services.store, gazetteer);
  for (const place of ['pk', 'pk/balochistan', 'pk/balochistan/pishin'])
    expect(store.figures({ asOf, place })).toEqual(services.store.figures({ asOf, place }));
});

const ask = async (name: string, words: string): Promise<Answer> => {
  const command = commands.find(each => each.name === name);
  if (command === undefined) throw new Error(name);
  return command.run({ question: `/${name} ${words}`, words }, services);
};

test('a question about an area covers its districts, and says which', async () => {
  const { text, refused } = await ask('incident', 'quetta division 2024');
  expect(refused).toBe(false);
  expect(text).toContain('Quetta Division: Chaman, Pishin and Quetta, each counted apart.');
  expect(text).toContain('fruit market');
  expect(text).toContain('Pishin, Balochistan, Pakistan, 20 February 2024');
});

test('a district named beside its area is what is asked for', async () => {
  const { title } = await ask('incident', 'pishin, quetta division');
  expect(title).toBe('Incident: Pishin, Balochistan, Pakistan');
});
