import type { Answer } from '../core/answer.ts';
import type { Clock, Instant } from '../core/clock.ts';
import type { Message, OutboxStore } from '../store/ports/outbox.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { Subscription, SubscriptionStore } from '../store/ports/subscriptions.ts';

/** What one digest is to say. */
export interface DigestRequest {
  readonly subscription: Subscription;
  /** The last digest of this address told what was known until then; null: there was none yet. */
  readonly since: Instant | null;
  /** Tells what was known at this moment. Addresses of one schedule share it, and with it the work. */
  readonly until: Instant;
  /** `late`: it says so in a line of its own. */
  readonly late: 'no' | 'late';
  /** Marked as a test. */
  readonly test: boolean;
}

export interface ComposedDigest {
  readonly answer: Answer;
  /** There is no news. The answer is then the one line for addresses that want it. */
  readonly empty: boolean;
}

/** Must give the same for the same request and the same articles. */
export type Compose = (request: DigestRequest) => ComposedDigest | Promise<ComposedDigest>;

/**
 * Draws an answer as a platform takes it, as JSON that its courier reads again.
 * @returns a body for each part, in order; never none
 */
export type Freeze = (
  platform: string,
  answer: Answer,
  options: { readonly crosspost: boolean },
) => readonly string[];

/** What became of one attempt. All reasons are in words, for people. */
export type Delivery =
  /** `posted`: the platform's id of it. */
  | { readonly kind: 'sent'; readonly posted: string }
  /**
   * To be tried again. `doubt`: it may have arrived, and the courier knows how not to double it. `all`: the platform
   * takes nothing for any address until then.
   */
  | {
      readonly kind: 'later';
      readonly notBefore: Instant;
      readonly reason: string;
      readonly doubt: boolean;
      readonly all: boolean;
    }
  /** It may have arrived, and a repeat might double it. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** The platform refused these words for good; the address is sound. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The address takes nothing now: it is gone, or access or rights are missing. All of these may come back. */
  | { readonly kind: 'closed'; readonly reason: string }
  /** The channel has another id now; nothing arrived. */
  | { readonly kind: 'moved'; readonly to: string };

/** Brings messages to one platform. */
export interface Courier {
  readonly platform: string;
  /** What a send becomes whose sender ended without a word. */
  readonly lapsed: 'pending' | 'uncertain';
  /** Milliseconds until the budgets of the platform allow this message; at 0 it is counted as sent. */
  readonly ready: (message: Message) => number;
  /** Makes one attempt. `message.begun` is since when an earlier one is in doubt. Never rejects. */
  readonly deliver: (message: Message, signal: AbortSignal) => Promise<Delivery>;
}

/** What the machinery keeps on the disk. */
export interface DigestStore {
  readonly subscriptions: SubscriptionStore;
  readonly outbox: OutboxStore;
}

/** Time, the right to write, and who is told of what goes wrong. */
export interface Surroundings {
  readonly now: () => Date;
  /** Waits so many milliseconds, or until the signal aborts; never rejects. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Takes the right to write, or makes sure of it. */
  readonly hold: () => Saved<NonNullable<unknown>>;
  /** One line for who runs the program. */
  readonly onTrouble: (line: string) => void;
  readonly onBug: (error: unknown, where: string) => void;
}

/** What digests are planned from; who sends them is known when the bots are. */
export interface Machinery {
  readonly store: DigestStore;
  readonly compose: Compose;
  readonly freeze: Freeze;
  /** Plans what watches are to hear of since the last look. @returns how many alerts */
  readonly alerts: () => Saved<number>;
  readonly clock: Pick<Clock, 'now'>;
  /** Takes the right to write, or renews it. */
  readonly hold: () => Saved<NonNullable<unknown>>;
  /** Gives it back, when nothing is on its way any more. */
  readonly release: () => void;
}
