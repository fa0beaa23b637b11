import type { Asking } from '../common/asking.ts';
import type { Log } from '../common/log.ts';
import type { Metrics } from '../common/metrics.ts';
import type { Previous } from '../common/previous.ts';
import type { Limited } from '../common/user-limit.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { Memory } from './memory.ts';
import type { Sender } from './sender.ts';

export const TELEGRAM = 'telegram';

/** What all handlers share. */
export interface Context {
  readonly sender: Sender;
  readonly asking: Asking;
  readonly memory: Memory;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether something is seen for the first time. */
  readonly isNew: (id: string) => boolean;
  readonly limit: (user: string) => Limited;
  readonly previous: Previous;
  /** Of commands that change something. */
  readonly keptAnswers: KeptAnswers;
  readonly me: { readonly id: number; readonly username: string };
  readonly isAdmin: (chat: number, user: number) => Promise<boolean>;
  /** What the bot lacks to write in a chat. */
  readonly rights: (chat: string) => Promise<readonly string[]>;
}

/** Told right before something is sent for an update that it may arrive, and behind that it did not. */
export type Mark = (begun: boolean) => void;
