import type { Answer } from '../../core/answer.ts';
import type { Instant } from '../../core/clock.ts';
import type { Asker, Command, CommandOption } from '../../core/command.ts';

/** A question, the moment it is asked for, and the question before it in the chat. */
export interface Asked {
  readonly question: string;
  readonly instant: Instant;
  readonly previous: string | null;
}

export type Listed = Pick<
  Command<never>,
  'name' | 'description' | 'options' | 'admin' | 'chatOnly' | 'changes'
>;

/** What a platform needs of the rest of the program. */
export interface Asking {
  /**
   * The same for the same `Asked` and the same rights, at any later time. Never rejects. Without `asker` somebody asks who
   * may change nothing.
   */
  readonly ask: (asked: Asked, asker?: Asker) => Promise<Answer>;
  /** Keeps a question under an id that fits a button; null when it could not be kept. */
  readonly keep: (asked: Asked) => string | null;
  readonly kept: (id: string) => Asked | null;
  /** What may be typed for an option, best first. Never rejects. */
  readonly complete: (option: CommandOption, typed: string) => Promise<readonly string[]>;
  readonly commands: readonly Listed[];
  readonly now: () => Date;
}
