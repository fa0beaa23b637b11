import type { Instant } from '../../core/clock.ts';
import type { Result } from '../../core/result.ts';

export interface ChatFacts {
  readonly form: 'plain' | 'rich';
  /** Why the bot may not write there; null when it may. */
  readonly suspended: string | null;
}

/** What the bot keeps on the disk. */
export interface Memory {
  readonly receive: (id: number, body: string, at: Instant) => Result<boolean>;
  readonly begin: (id: number, begun: boolean) => Result<null>;
  readonly done: (id: number) => Result<null>;
  readonly unfinished: () => readonly {
    readonly id: number;
    readonly body: string;
    readonly begun: boolean;
  }[];
  readonly forget: (before: Instant) => Result<null>;
  readonly chat: (chat: string) => ChatFacts | null;
  readonly saveChat: (chat: string, facts: ChatFacts) => Result<null>;
  readonly move: (from: string, to: string) => Result<null>;
  readonly wait: (chat: string, until: Instant) => Result<null>;
  readonly waits: (after: Instant) => readonly { readonly chat: string; readonly until: Instant }[];
  readonly doubt: (chat: string, instant: Instant, question: string) => Result<null>;
  readonly doubts: (chat: string) => readonly { readonly instant: Instant; readonly question: string }[];
  readonly settle: (chat: string, instant: Instant) => Result<null>;
}

/** Of a chat that nothing is kept of. */
export const chatFacts = (memory: Memory, chat: string): ChatFacts =>
  memory.chat(chat) ?? { form: 'plain', suspended: null };
