import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';

/** What the Discord bot must know after a restart. One token has one bot, so these writes need no lease. */
export interface DiscordStore {
  /** Keeps a question until it is answered. */
  readonly begin: (id: string, body: string, at: Instant) => Saved<null>;
  readonly done: (id: string) => Saved<null>;
  /** Those that are not answered yet, in the order in which they were taken. */
  readonly unfinished: () => readonly { readonly id: string; readonly body: string; readonly at: Instant }[];
}
