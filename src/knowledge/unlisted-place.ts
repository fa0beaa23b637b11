import type { Place, PlaceId } from '../core/place.ts';
import type { Gazetteer } from './ports.ts';

/** The place and all that contain it. */
export const around = (id: PlaceId): readonly PlaceId[] =>
  id.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));

/** A place that only articles name has its name in its id: "pk/balochistan/rocha-checkpost" is Rocha Checkpost. */
export const nameIn = (id: PlaceId): string =>
  id
    .slice(id.lastIndexOf('/') + 1)
    .split('-')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');

/** A place that is in no gazetteer, as far as its id tells: what contains it is there. */
export const unlistedPlace = (id: PlaceId, gazetteer: Pick<Gazetteer, 'byId'>): Place => {
  const containing = around(id)
    .slice(0, -1)
    .flatMap(outer => gazetteer.byId(outer) ?? []);
  const nameOf = (kind: Place['kind']): string | null =>
    containing.find(place => place.kind === kind)?.name ?? null;
  return {
    id,
    name: nameIn(id),
    kind: 'locality',
    admin2: nameOf('admin2'),
    admin1: nameOf('admin1'),
    country: nameOf('country'),
    aliases: [],
    latitude: null,
    longitude: null,
    population: 0,
    listed: false,
  };
};
