import type { BodyId } from '../../core/actor.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { AsOf } from './archive.ts';

export interface HeldFilter {
  readonly asOf: AsOf;
  /** Facts of this place and of all it contains. */
  readonly place: PlaceId;
  /** Facts whose period shares a day with this one. */
  readonly overlapping?: Period;
}

/** How much there is, without reading it. */
export interface CountStore {
  /** Reports and figures of every cause; of each of the two no more are counted than `most`. */
  readonly held: (filter: HeldFilter, most: number) => number;
  /** How many security figures each body vouches for; null: nobody. */
  readonly figuresOfBodies: (asOf: AsOf) => ReadonlyMap<BodyId | null, number>;
  /** How many articles each publisher printed; null: not known. */
  readonly articlesOfPublishers: (asOf: AsOf) => ReadonlyMap<string | null, number>;
}
