import type { ActorId } from '../../core/actor.ts';
import type { Instant } from '../../core/clock.ts';
import type { PlaceId } from '../../core/place.ts';
import type { Plan } from './outbox.ts';
import type { Saved } from './saved.ts';
import type { Address } from './subscriptions.ts';

/** What an address wants to hear of at once; empty lists narrow nothing. */
export interface WatchWish {
  readonly places: readonly PlaceId[];
  readonly groups: readonly ActorId[];
  /** Incidents with a lower toll are left out; null: none is. */
  readonly minToll: number | null;
  /** An incident is told again when its toll has changed by so many. */
  readonly step: number;
  /** Wall times, `HH:MM`, between which nothing is sent, and the IANA zone they are meant in; null: there are none. */
  readonly quiet: { readonly from: string; readonly to: string; readonly zone: string } | null;
  readonly perHour: number;
}

export interface Watch extends Address {
  readonly id: number;
  readonly wish: WatchWish;
  readonly added: Instant;
  readonly addedBy: string;
}

/** One incident, told for one watch. */
export interface Alert {
  readonly watch: number;
  /** Ids of its reports: by any of them it is known again. */
  readonly reports: readonly string[];
  /** Null: no number was given. */
  readonly toll: number | null;
  readonly plan: Plan;
}

export interface WatchStore {
  readonly add: (watch: Omit<Watch, 'id'>) => Saved<number>;
  /** @returns false when there is none of this number at the address */
  readonly remove: (id: number, address: Address, at: Instant) => Saved<boolean>;
  /** In the order in which they were added; without an address those of all. */
  readonly list: (address?: Address) => readonly Watch[];
  /** The toll that an incident with any of these reports was last told with; null: it was not told. */
  readonly told: (watch: number, reports: readonly string[]) => { readonly toll: number | null } | null;
  /** When alerts of a watch go, or went, after a moment; in order. */
  readonly sent: (watch: number, after: Instant) => readonly Instant[];
  /** Up to when what came in was looked at; null: nothing was yet. */
  readonly until: () => Instant | null;
  /** Plans alerts and remembers what they told, and up to when what came in has been looked at: all of it at once. */
  readonly tell: (alerts: readonly Alert[], until: Instant) => Saved<null>;
}
