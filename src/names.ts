import type { Period } from './core/period.ts';
import type { Actors, Bodies, Gazetteer } from './knowledge/ports.ts';
import { around, nameIn } from './knowledge/unlisted-place.ts';
import type { Name } from './search/ports.ts';
import type { AsOf, Store } from './store/ports.ts';

/** After everything: for what must know the whole corpus, whatever the moment of a question. */
export const END_OF_TIME: AsOf = { day: '9999-12-31', instant: '9999-12-31T23:59:59.999Z' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const RELATIVE_PERIODS = ['last week', 'last month', 'this year', 'last year'];

const VICTIMS = ['civilians', 'security forces', 'soldiers', 'police', 'militants'];

/** A period in the words people type: "2024" for a year, "nov 2024" for what lies in a month. */
const periodNames = ({ from, to }: Period): readonly string[] => {
  const [year, month] = [from.slice(0, 4), MONTHS[Number(from.slice(5, 7)) - 1]];
  if (year !== to.slice(0, 4)) return [];
  return month !== undefined && from.slice(0, 7) === to.slice(0, 7) ? [year, `${month} ${year}`] : [year];
};

/** Adds up under several names what each thing counts. */
const addedUp = <T>(
  things: Iterable<readonly [thing: T, count: number]>,
  namesOf: (thing: T) => readonly string[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [thing, count] of things)
    for (const name of namesOf(thing)) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
};

const word = (kind: Name['kind'], name: string, weight = 0): Name => ({
  kind,
  id: name,
  name,
  aliases: [],
  weight,
});

/** Every name that can be typed, weighed by how often the corpus speaks of it. */
export const corpusNames = (
  {
    gazetteer,
    actors,
    bodies,
  }: {
    readonly gazetteer: Pick<Gazetteer, 'all'>;
    readonly actors: Pick<Actors, 'all'>;
    readonly bodies: Pick<Bodies, 'all'>;
  },
  store: Pick<Store, 'tally' | 'titles'>,
): readonly Name[] => {
  const tally = store.tally(END_OF_TIME);
  const places = addedUp(tally.places, around);
  const periods = addedUp(
    tally.periods.map(({ period, count }) => [period, count] as const),
    periodNames,
  );
  const names: Name[] = [
    ...[...periods].map(([name, weight]) => word('period', name, weight)),
    ...RELATIVE_PERIODS.map(name => word('period', name)),
    ...VICTIMS.map(name => word('victims', name)),
  ];
  const unlisted = new Map(places);
  for (const { id, name, aliases } of gazetteer.all()) {
    names.push({ kind: 'place', id, name, aliases, weight: places.get(id) ?? 0 });
    unlisted.delete(id);
  }
  for (const [id, weight] of unlisted)
    names.push({ kind: 'place', id, name: nameIn(id), aliases: [], weight });
  for (const { id, name, aliases } of actors.all())
    names.push({ kind: 'group', id, name, aliases, weight: tally.actors.get(id) ?? 0 });
  for (const { id, name, aliases } of bodies.all())
    names.push({ kind: 'body', id, name, aliases, weight: tally.bodies.get(id) ?? 0 });
  for (const { id, title } of store.titles(END_OF_TIME))
    names.push({ kind: 'article', id, name: id, aliases: title === null ? [] : [title], weight: 0 });
  return names;
};
