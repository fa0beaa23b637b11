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
  /** Not begun by then, it is not sent any more; null: it waits for as long as it takes. */
  readonly expires: Instant | null;
  readonly state: MessageState;
  /** Why it is in this state, in words; null for those that need none. */
  readonly reason: string | null;
  /** How often it was begun. */
  readonly attempts: number;
  /** Since when an attempt is under way, or in doubt; null: whatever was tried, it surely did not arrive. */
  readonly begun: Instant | null;
  /** Until when its claim holds; null when it is not claimed. */
  readonly claimedUntil: Instant | null;
  /** Goes up with every claim; `settle` needs that of the latest. */
  readonly fence: number;
  readonly sent: Instant | null;
  /** The platform's id of what was posted. */
  readonly posted: string | null;
  /** Those of the parts before it, in order. */
  readonly before: readonly (string | null)[];
}

export type Settlement =
  | { readonly state: 'sent'; readonly at: Instant; readonly posted: string }
  /** To be tried again. In doubt: it may have arrived. */
  | { readonly state: 'pending'; readonly notBefore: Instant; readonly reason: string; readonly doubt?: true }
  | { readonly state: 'uncertain' | 'dead' | 'suspended'; readonly reason: string };

/** `posted`: with messages. `quiet`: there was nothing to say. `merged`: too late, left to the next one. */
export type DigestOutcome = 'posted' | 'quiet' | 'merged';

/** What became of one day of a digest. */
export interface DigestDay {
  readonly occasion: string;
  readonly planned: Instant;
  readonly outcome: DigestOutcome;
  /** Up to when it tells the news. */
  readonly until: Instant;
}

export interface Plan {
  readonly address: Address;
  readonly occasion: string;
  /** In the order of parts. None: the occasion passes without a message. */
  readonly bodies: readonly string[];
  readonly at: Instant;
  readonly notBefore: Instant;
  readonly expires?: Instant;
  /**
   * When it is a day of a digest. Unless it is merged, it tells what suspended digests of its address did not: those are
   * then dead, for the reason `merges`.
   */
  readonly digest?: Pick<DigestDay, 'outcome' | 'until'> & { readonly merges: string };
  /** Moves the subscription of the address on, in the same transaction; null: there is none to move. */
  readonly nextDue: Instant | null;
}

export interface OutboxStore {
  /** Plans each occasion once: one that is planned already stays as it is. @returns how many messages are new */
  readonly plan: (plans: readonly Plan[]) => Saved<number>;
  /**
   * Takes messages to send, longest waiting first, one an address at a time. A part is not given out before all earlier
   * ones are sent.
   * @param until when the claim lapses
   */
  readonly claim: (claim: {
    readonly platform: string;
    readonly at: Instant;
    readonly until: Instant;
    readonly limit: number;
  }) => Saved<readonly Message[]>;
  /** To be told right before the platform is. @returns false when the claim is no longer the latest: nothing changed */
  readonly begin: (id: number, fence: number, at: Instant) => Saved<boolean>;
  /**
   * Says what became of a claimed message. When it did not go for good, the parts after it are suspended.
   * @returns false when the claim is no longer the latest: nothing changed
   */
  readonly settle: (id: number, fence: number, settlement: Settlement) => Saved<boolean>;
  /**
   * What to make of claims that lapsed after they were begun: whoever had them ended without a word. Those that were
   * not begun are pending again.
   * @param all whoever made claims is known to have ended: no claim holds any more
   * @returns how many there were
   */
  readonly lapse: (
    platform: string,
    at: Instant,
    to: { readonly state: 'pending' | 'uncertain'; readonly reason: string },
    all?: boolean,
  ) => Saved<number>;
  /** Sends an uncertain, dead or suspended one again, and the suspended parts after it. @returns false for others */
  readonly again: (id: number, at: Instant) => Saved<boolean>;
  /** Suspends digests that expired before they were begun. @returns how many messages */
  readonly expire: (platform: string, at: Instant, reason: string) => Saved<number>;
  /** Suspends what is pending at an address. @returns how many messages */
  readonly suspend: (address: Address, reason: string) => Saved<number>;
  /** Nothing pending of a platform is given out before a moment. @returns how many messages that concerns */
  readonly delay: (platform: string, until: Instant) => Saved<number>;
  /** What is planned for an address, and what it watches for, goes to another one. @returns how many occasions did */
  readonly move: (from: Address, to: Address) => Saved<number>;
  /** Up to when the digests of an address told the news, or will; null before the first. */
  readonly told: (address: Address) => Instant | null;
  /** Newest first. */
  readonly digests: (address: Address, limit: number) => readonly DigestDay[];
  /** Newest occasion first, parts in order. */
  readonly of: (address: Address, limit: number) => readonly Message[];
  readonly counts: () => Readonly<Record<MessageState, number>>;
}
