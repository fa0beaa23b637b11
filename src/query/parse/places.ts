import type { Period } from '../../core/period.ts';
import type { Place, PlaceId } from '../../core/place.ts';
import { placeWithin } from '../../core/place.ts';
import type { AsOf } from '../../store/ports.ts';
import { placeIn } from '../areas.ts';
import type { PlaceChoice } from '../plan.ts';
import type { Services } from '../services.ts';

/** A name of the question and every place that bears it. */
export interface NamedPlace {
  readonly typed: string;
  readonly candidates: readonly PlaceId[];
}

export interface ChosenPlaces {
  /** The narrowest where they lie in one another; several where they do not. */
  readonly places: readonly PlaceId[];
  readonly choices: readonly PlaceChoice[];
}

/** A place of which more is held than this is no more likely to be meant. */
const MUCH = 999;

/** Within a period more is told apart: who says when means the one of which most was told then. */
const MUCH_WITHIN = 9_999;

/** How much the corpus holds of a place, in the period asked about first. */
const held = (
  place: PlaceId,
  period: Period | null,
  asOf: AsOf,
  { store }: Pick<Services, 'store'>,
): number => {
  const inside = period === null ? 0 : store.telling({ asOf, place, overlapping: period, most: MUCH_WITHIN });
  return inside * (MUCH + 1) + Math.min(MUCH, store.telling({ asOf, place, most: MUCH }));
};

/** Whether the corpus holds anything of a place. */
export const isHeld = (place: PlaceId, asOf: AsOf, { store }: Pick<Services, 'store'>): boolean =>
  store.telling({ asOf, place, most: 1 }) > 0;

const KINDS: readonly Place['kind'][] = ['country', 'admin1', 'admin2', 'area', 'city', 'locality'];

/** Places that lie in another candidate of the same name are that name told more exactly: "Quetta" is the district. */
const widest = (ids: readonly PlaceId[]): PlaceId[] =>
  ids.filter(id => !ids.some(other => other !== id && placeWithin(id, other)));

const choose = (
  named: NamedPlace,
  others: readonly NamedPlace[],
  period: Period | null,
  asOf: AsOf,
  services: Services,
): { readonly place: PlaceId; readonly rest: readonly PlaceId[] } | null => {
  const candidates = [...new Set(named.candidates)];
  const beside = candidates.filter(id =>
    others.some(other =>
      other.candidates.some(each => each !== id && (placeWithin(id, each) || placeWithin(each, id))),
    ),
  );
  const pool = widest(beside.length > 0 ? beside : candidates).sort();
  const ranked = pool
    .map(id => {
      const place = services.gazetteer.byId(id);
      return {
        id,
        held: pool.length > 1 ? held(id, period, asOf, services) : 0,
        kind: place === null ? KINDS.length : KINDS.indexOf(place.kind),
        population: place?.population ?? 0,
      };
    })
    .sort(
      (a, b) => b.held - a.held || a.kind - b.kind || b.population - a.population || (a.id < b.id ? -1 : 1),
    );
  const first = ranked[0];
  return first === undefined
    ? null
    : {
        place: first.id,
        rest: ranked.slice(1).flatMap(each => (each.held > 0 || first.held === 0 ? each.id : [])),
      };
};

/**
 * Which places a question means. A name of several places is resolved by the other places of the question, then by
 * what the corpus holds, then by kind and population.
 */
export const choosePlaces = (
  named: readonly NamedPlace[],
  period: Period | null,
  asOf: AsOf,
  services: Services,
): ChosenPlaces => {
  const chosen: PlaceId[] = [];
  const choices: PlaceChoice[] = [];
  for (const name of named) {
    const choice = choose(
      name,
      named.filter(other => other !== name),
      period,
      asOf,
      services,
    );
    if (choice === null) continue;
    if (!chosen.includes(choice.place)) chosen.push(choice.place);
    if (choice.rest.length > 0) choices.push({ typed: name.typed, taken: choice.place, others: choice.rest });
  }
  const narrow = chosen.filter(
    id => !chosen.some(other => other !== id && placeIn(other, id, services.gazetteer)),
  );
  return { places: narrow, choices };
};
