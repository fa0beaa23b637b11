import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';

/** An update that arrived and was not dealt with. `begun`: something may have been sent for it. */
export interface OpenUpdate {
  readonly id: number;
  readonly body: string;
  readonly begun: boolean;
}

/** `suspended` is the reason in words; null: the bot may write there. */
export interface TelegramChat {
  readonly form: 'plain' | 'rich';
  readonly suspended: string | null;
}

/** What the Telegram bot must know after a restart. One token has one poller, so these writes need no lease. */
export interface TelegramStore {
  /** @returns whether it is new; its body is kept until it is done */
  readonly receive: (id: number, body: string, at: Instant) => Saved<boolean>;
  /** Whether something may have been sent for it. */
  readonly begin: (id: number, begun: boolean) => Saved<null>;
  readonly done: (id: number) => Saved<null>;
  /** In the order of their ids. */
  readonly unfinished: () => readonly OpenUpdate[];
  /** Forgets updates that are done and were received before. */
  readonly forget: (before: Instant) => Saved<null>;
  readonly chat: (chat: string) => TelegramChat | null;
  readonly saveChat: (chat: string, facts: TelegramChat) => Saved<null>;
  /** A group became another chat: all that is kept of it is kept of that one. */
  readonly move: (from: string, to: string) => Saved<null>;
  /** Until when nothing may be sent, as Telegram said; the chat "" is all chats. */
  readonly wait: (chat: string, until: Instant) => Saved<null>;
  readonly waits: (after: Instant) => readonly { readonly chat: string; readonly until: Instant }[];
  /** An answer of which nobody knows whether it arrived. */
  readonly doubt: (chat: string, instant: Instant, question: string) => Saved<null>;
  /** The newest first. */
  readonly doubts: (chat: string) => readonly { readonly instant: Instant; readonly question: string }[];
  readonly settle: (chat: string, instant: Instant) => Saved<null>;
}
