import type { ActorId } from '../../core/actor.ts';
import type { Instant } from '../../core/clock.ts';
import type { PlaceId } from '../../core/place.ts';
import type { Saved } from './saved.ts';

/** Where messages go. */
export interface Address {
  readonly platform: string;
  readonly channel: string;
  readonly thread: string | null;
}

/** What a digest is narrowed to; empty lists narrow nothing. */
export interface DigestFilters {
  readonly places: readonly PlaceId[];
  readonly groups: readonly ActorId[];
  /** Incidents with a lower toll are left out; null: none is. */
  readonly minToll: number | null;
  /** What is posted on a day without news: nothing, or one line. */
  readonly quiet: 'skip' | 'say';
  /** Passed on to the channels that follow, where the platform can. */
  readonly crosspost: boolean;
}

/** An address has one subscription. */
export interface Subscription extends Address {
  /** Wall time of the day, `HH:MM`. */
  readonly time: string;
  /** IANA zone. */
  readonly zone: string;
  readonly filters: DigestFilters;
  readonly nextDue: Instant;
  readonly addedBy: string;
  readonly state: 'active' | 'paused' | 'ended';
  /** Why it is paused or ended; null when active. */
  readonly reason: string | null;
  /** Paused because the platform refuses it: it falls due all the same, and goes on when the platform takes it again. */
  readonly retried: boolean;
}

export interface SubscriptionStore {
  /** Adds it, or puts it in the place of the one that is there; it is active then. */
  readonly put: (
    subscription: Omit<Subscription, 'state' | 'reason' | 'retried'>,
  ) => Saved<'added' | 'changed'>;
  /**
   * @param retried whether it goes on by itself; somebody's own pause never does, and stays what it is
   * @returns false when there is none, or it is so already
   */
  readonly pause: (address: Address, reason: string, retried?: boolean) => Saved<boolean>;
  readonly resume: (address: Address, nextDue: Instant) => Saved<boolean>;
  /** One that the platform refused is taken again: it is active, and due when it was. @returns false for others */
  readonly recover: (address: Address) => Saved<boolean>;
  /** It stays as a row; what is planned for it and not sent is suspended, for the same reason. */
  readonly end: (address: Address, reason: string) => Saved<boolean>;
  /** The channel goes by another address now; what is not sent goes there. @returns false when that one has its own */
  readonly move: (from: Address, to: Address) => Saved<boolean>;
  readonly get: (address: Address) => Subscription | null;
  /** Active and paused ones, by address. */
  readonly list: () => readonly Subscription[];
  /** Those whose time has come, longest due first: active ones, and paused ones that are retried. */
  readonly due: (at: Instant, limit: number) => readonly Subscription[];
}
