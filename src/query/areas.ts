import type { PlaceId } from '../core/place.ts';
import { placeWithin } from '../core/place.ts';
import type { Gazetteer } from '../knowledge/ports.ts';
import type { Store } from '../store/ports.ts';

/** Whether a place lies in another one; the districts of a named group of them ("former FATA") lie in it. */
export const placeIn = (inner: PlaceId, outer: PlaceId, gazetteer: Pick<Gazetteer, 'members'>): boolean =>
  placeWithin(inner, outer) || gazetteer.members(outer).some(member => placeWithin(inner, member));

/** What contains an area and its members; null where they have no place in common. */
const around = (area: PlaceId, members: readonly PlaceId[]): PlaceId | null => {
  const steps = area.split('/').slice(0, -1);
  for (let length = steps.length; length > 0; length--) {
    const outer = steps.slice(0, length).join('/');
    if (members.every(member => placeWithin(member, outer))) return outer;
  }
  return null;
};

/** A store that, asked for an area, answers with what it holds of the area's districts too, in its own order. */
export const coveringAreas = (store: Store, gazetteer: Pick<Gazetteer, 'members'>): Store => {
  const read =
    <
      Filter extends { readonly place?: PlaceId },
      Found extends { readonly place: { readonly value: PlaceId } | null },
    >(
      list: (filter: Filter) => readonly Found[],
    ) =>
    (filter: Filter): readonly Found[] => {
      const { place } = filter;
      const members = place === undefined ? [] : gazetteer.members(place);
      if (place === undefined || members.length === 0) return list(filter);
      const outer = around(place, members);
      return list({ ...filter, place: outer ?? undefined }).filter(
        found => found.place !== null && placeIn(found.place.value, place, gazetteer),
      );
    };
  return {
    ...store,
    figures: read(store.figures),
    reports: read(store.reports),
    telling: filter =>
      [filter.place, ...gazetteer.members(filter.place)].reduce(
        (sum, place) => sum + store.telling({ ...filter, place }),
        0,
      ),
  };
};
