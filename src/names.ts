import type { Actors, Bodies, Gazetteer } from './knowledge/ports.ts';
import { around, nameIn } from './knowledge/unlisted-place.ts';
import type { NameChanges } from './search/names.ts';
import type { Name } from './search/ports.ts';
import type { Named, Titled } from './store/ports/tally.ts';
import type { AsOf, Store } from './store/ports.ts';

/** After everything: for what must know the whole corpus, whatever the moment of a question. */
export const END_OF_TIME: AsOf = { day: '9999-12-31', instant: '9999-12-31T23:59:59.999Z' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const RELATIVE_PERIODS = ['last week', 'last month', 'this year', 'last year'];

const VICTIMS = ['civilians', 'security forces', 'soldiers', 'police', 'militants'];

/** A period in the words people type: "2024" for a year, "nov 2024" for what lies in a month. */
const periodNames = (period: string): readonly string[] => {
  const [from = '', to = ''] = period.split('/');
  const [year, month] = [from.slice(0, 4), MONTHS[Number(from.slice(5, 7)) - 1]];
  if (year !== to.slice(0, 4)) return [];
  return month !== undefined && from.slice(0, 7) === to.slice(0, 7) ? [year, `${month} ${year}`] : [year];
};

const word = (kind: Name['kind'], name: string, weight = 0): Name => ({
  kind,
  id: name,
  name,
  aliases: [],
  weight,
});

const NO_CHANGES: NameChanges = { put: [], gone: [] };

/** Under which names a thing of the archive is counted: a place counts for all that contains it. */
const namesOf = ({ kind, name }: Named): readonly string[] =>
  kind === 'place' ? around(name) : kind === 'period' ? periodNames(name) : [name];

/** Adds up what things count; knows what changed when some count otherwise. */
const createWeights = () => {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  const keyOf = ({ kind, name }: Pick<Named, 'kind' | 'name'>): string => `${kind} ${name}`;
  return {
    of: (kind: Named['kind'], name: string): number => weights.get(keyOf({ kind, name })) ?? 0,
    /** @returns the names whose weight is another one now */
    count: (named: readonly Named[]): ReadonlyMap<string, Pick<Named, 'kind' | 'name'>> => {
      const touched = new Map<string, Pick<Named, 'kind' | 'name'>>();
      for (const one of named) {
        const more = one.count - (counts.get(keyOf(one)) ?? 0);
        counts.set(keyOf(one), one.count);
        if (more === 0) continue;
        for (const name of namesOf(one)) {
          const key = keyOf({ kind: one.kind, name });
          touched.set(key, { kind: one.kind, name });
          weights.set(key, (weights.get(key) ?? 0) + more);
        }
      }
      return touched;
    },
  };
};

interface Known {
  readonly gazetteer: Pick<Gazetteer, 'all' | 'byId'>;
  readonly actors: Pick<Actors, 'all' | 'byId'>;
  readonly bodies: Pick<Bodies, 'all' | 'byId'>;
}

const NAME_KIND = { place: 'place', period: 'period', body: 'body', actor: 'group' } as const;

/**
 * Every name of a place, group, body or period that can be typed, weighed by how often the corpus speaks of it: all of them
 * at the first call, and what is another one since at every call after it.
 */
export const followNames = (
  { gazetteer, actors, bodies }: Known,
  store: Pick<Store, 'named' | 'revision'>,
): (() => NameChanges) => {
  const weights = createWeights();
  let revision: number | null = null;

  /** A name as the data files have it; null for what is a name only while the corpus holds it. */
  const known = (kind: Named['kind'], id: string): Name | null => {
    const weight = weights.of(kind, id);
    if (kind === 'period') return RELATIVE_PERIODS.includes(id) ? word('period', id, weight) : null;
    const { byId } = { place: gazetteer, body: bodies, actor: actors }[kind];
    const found = byId(id);
    if (found === null) return null;
    return { kind: NAME_KIND[kind], id, name: found.name, aliases: found.aliases, weight };
  };
  const changed = (named: readonly Named[]): NameChanges => {
    const touched = [...weights.count(named).values()];
    const found = touched.map(({ kind, name }) => {
      const weight = weights.of(kind, name);
      const ofCorpus: Name | null =
        weight === 0 || kind === 'body' || kind === 'actor'
          ? null
          : { kind, id: name, name: kind === 'place' ? nameIn(name) : name, aliases: [], weight };
      return { kind: NAME_KIND[kind], id: name, name: known(kind, name) ?? ofCorpus };
    });
    return {
      put: found.flatMap(({ name }) => name ?? []),
      gone: found.filter(({ name }) => name === null),
    };
  };
  const first = (): readonly Name[] => [
    ...RELATIVE_PERIODS.map(name => word('period', name)),
    ...VICTIMS.map(name => word('victims', name)),
    ...[...gazetteer.all()].flatMap(({ id }) => known('place', id) ?? []),
    ...[...actors.all()].flatMap(({ id }) => known('actor', id) ?? []),
    ...[...bodies.all()].flatMap(({ id }) => known('body', id) ?? []),
  ];
  return () => {
    const now = store.revision();
    if (now === revision) return NO_CHANGES;
    const { put, gone } = changed(store.named(revision));
    const all = revision === null ? first() : [];
    revision = now;
    const there = new Set(all.map(({ kind, id }) => `${kind} ${id}`));
    return { put: [...all, ...put.filter(({ kind, id }) => !there.has(`${kind} ${id}`))], gone };
  };
};

const article = ({ id, title }: Titled): Name => ({
  kind: 'article',
  id,
  name: id,
  aliases: title === null ? [] : [title],
  weight: 0,
});

/** The same for articles, by their titles. */
export const followTitles = (store: Pick<Store, 'titles' | 'retitled' | 'revision'>): (() => NameChanges) => {
  let revision: number | null = null;
  return () => {
    const now = store.revision();
    if (now === revision) return NO_CHANGES;
    const touched = revision === null ? [] : store.retitled(revision);
    const fresh = revision === null ? store.titles() : touched.flatMap(({ current }) => current ?? []);
    revision = now;
    return {
      put: fresh.map(article),
      gone: touched.flatMap(({ id, current }) => (current === null ? [{ kind: 'article', id }] : [])),
    };
  };
};
