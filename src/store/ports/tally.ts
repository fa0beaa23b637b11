import type { ActorId, BodyId } from '../../core/actor.ts';
import type { ArticleId } from '../../core/article.ts';
import type { Period } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import type { AsOf } from './archive.ts';

/** How many security figures and reports name something. What none names is not in it. */
export interface Tally {
  /** By figures and reports; each place by itself, not by what contains it. */
  readonly places: ReadonlyMap<PlaceId, number>;
  /** By figures and reports, in the order of time. */
  readonly periods: readonly { readonly period: Period; readonly count: number }[];
  /** By figures. */
  readonly bodies: ReadonlyMap<BodyId, number>;
  /** By reports; a report that names an actor twice counts once. */
  readonly actors: ReadonlyMap<ActorId, number>;
}

/** What is known without reading any article or fact: the cost of a start. */
export interface TallyStore {
  readonly tally: (asOf: AsOf) => Tally;
  /** Goes up with every version of an article that is kept, by whichever process; 0 where there is none. */
  readonly landed: () => number;
  /** Every article of that moment, by id. */
  readonly titles: (asOf: AsOf) => readonly { readonly id: ArticleId; readonly title: string | null }[];
}
