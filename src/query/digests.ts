import type { Answer } from '../core/answer.ts';
import type { Instant } from '../core/clock.ts';
import type { Result } from '../core/result.ts';
import type { Store } from '../store/ports.ts';

export type Subscription = NonNullable<ReturnType<Store['subscriptions']['get']>>;
export type Filters = Subscription['filters'];
export type Address = Parameters<Store['subscriptions']['get']>[0];
export type Watch = ReturnType<Store['watches']['list']>[number];
export type WatchWish = Watch['wish'];
export type PlannedMessage = ReturnType<Store['outbox']['of']>[number];

/** When and what somebody wants to be told. */
export interface Order {
  /** Wall time of the day, `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
  readonly filters: Filters;
}

/** Why an address got its last digest, or did not. */
export interface LastDigest {
  readonly parts: readonly {
    readonly id: number;
    readonly part: number;
    /** Whether it may be sent again by hand. */
    readonly again: boolean;
  }[];
  /** Sentences for people, in order. */
  readonly lines: readonly string[];
}

/** What changes who gets a digest. Every failure is one line that can be shown as it is. */
export interface DigestAdmin {
  /** IANA zone of those who name none. */
  readonly zone: string;
  readonly last: (address: Address) => LastDigest;
  /** Makes the order of an address, or puts it in the place of the one that is there. */
  readonly subscribe: (
    address: Address,
    order: Order,
    by: string,
  ) => Result<{ readonly became: 'added' | 'changed'; readonly next: Instant }>;
  /** @returns false when there is none, or it is so already */
  readonly end: (address: Address, reason: string) => Result<boolean>;
  readonly pause: (address: Address, reason: string) => Result<boolean>;
  readonly resume: (address: Address) => Result<boolean>;
  /** Sends a message again that may not have arrived. @returns false when it is none of those */
  readonly again: (id: number) => Result<boolean>;
  /** Has an address told of incidents at once. @returns the number of the watch */
  readonly watch: (address: Address, wish: WatchWish, by: string) => Result<number>;
  /** @returns false when there is none of this number at the address */
  readonly unwatch: (address: Address, id: number) => Result<boolean>;
  /** Has an answer sent to an address, as a digest would be. @returns false where nothing is sent by this program */
  readonly send: (address: Address, answer: Answer) => Result<boolean>;
}
