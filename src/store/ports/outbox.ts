import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';
import type { Address } from './subscriptions.ts';

export const MESSAGE_STATES = ['pending', 'sending', 'sent', 'uncertain', 'dead', 'suspended'] as const;

/**
 * `pending`: to be sent. `sending`: claimed. `sent`: acknowledged by the platform. `uncertain`: given to the platform,
 * and the reply was lost. `dead`: it will never go. `suspended`: held back, to be sent on demand.
 */
export type MessageState = (typeof MESSAGE_STATES)[number];

/** One message of one occasion at one address: these and the part name it. */
export interface Message extends Address {
  readonly id: number;
  /** What it is sent for: the local day of a digest, `YYYY-MM-DD`, or whatever names an alert. */
  readonly occasion: string;
  /** From 1; parts go in order. */
  readonly part: number;
  /** Frozen when planned: every attempt sends these characters. */
  readonly body: string;
  readonly planned: Instant;
  readonly notBefore: Instant;
  readonly state: MessageState;
  /** Why it is in this state, in words; null for those that need none. */
  readonly reason: string | null;
  readonly attempts: number;
  /** Until when its claim holds; null when it is not claimed. */
  readonly claimedUntil: Instant | null;
  /** Goes up with every claim; `settle` needs that of the latest. */
  readonly fence: number;
  readonly sent: Instant | null;
  /** The platform's id of what was posted. */
  readonly posted: string | null;
}

export type Settlement =
  | { readonly state: 'sent'; readonly at: Instant; readonly posted: string }
  /** To be tried again. */
  | { readonly state: 'pending'; readonly notBefore: Instant; readonly reason: string }
  | { readonly state: 'uncertain' | 'dead' | 'suspended'; readonly reason: string };

export interface Plan {
  readonly address: Address;
  readonly occasion: string;
  /** In the order of parts. None: the occasion passes without a message. */
  readonly bodies: readonly string[];
  readonly at: Instant;
  readonly notBefore: Instant;
  /** Moves the subscription of the address on, in the same transaction; null: there is none to move. */
  readonly nextDue: Instant | null;
}

export interface OutboxStore {
  /** Plans each occasion once: one that is planned already stays as it is. @returns how many messages are new */
  readonly plan: (plans: readonly Plan[]) => Saved<number>;
  /**
   * Takes messages to send, longest waiting first. A part is not given out before all earlier ones are sent.
   * @param until when the claim lapses
   */
  readonly claim: (claim: {
    readonly platform: string;
    readonly at: Instant;
    readonly until: Instant;
    readonly limit: number;
  }) => Saved<readonly Message[]>;
  /**
   * Says what became of a claimed message. When it did not go for good, the parts after it are suspended.
   * @returns false when the claim is no longer the latest: nothing changed
   */
  readonly settle: (id: number, fence: number, settlement: Settlement) => Saved<boolean>;
  /** What to make of claims that lapsed: whoever had them ended without a word. @returns how many there were */
  readonly lapse: (
    platform: string,
    at: Instant,
    to: { readonly state: 'pending' | 'uncertain'; readonly reason: string },
  ) => Saved<number>;
  /** Sends an uncertain, dead or suspended one again, and the suspended parts after it. @returns false for others */
  readonly again: (id: number, at: Instant) => Saved<boolean>;
  /** Newest occasion first, parts in order. */
  readonly of: (address: Address, limit: number) => readonly Message[];
  readonly counts: () => Readonly<Record<MessageState, number>>;
}
