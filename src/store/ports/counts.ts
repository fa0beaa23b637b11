import type { BodyId } from '../../core/actor.ts';
import type { AsOf } from './archive.ts';

/** How much there is, without reading it. */
export interface CountStore {
  /** How many security figures each body vouches for; null: nobody. */
  readonly figuresOfBodies: (asOf: AsOf) => ReadonlyMap<BodyId | null, number>;
  /** How many articles each publisher printed; null: not known. */
  readonly articlesOfPublishers: (asOf: AsOf) => ReadonlyMap<string | null, number>;
}
