import { refusal } from '../answer/refusal.ts';
import type { Answer } from '../core/answer.ts';
import type { Clock } from '../core/clock.ts';
import type { Asker, Command } from '../core/command.ts';
import { createDispatcher } from './dispatcher.ts';
import { WORDS as BOT_WORDS } from './words.ts';

/** What commands are handed: the services of the whole run, and the clock of the one question. */
export type Timed<Base> = Base & { readonly clock: Clock };

export interface AppParts<Base extends object> {
  readonly base: Base;
  readonly commands: readonly Command<Timed<Base>>[];
  readonly fallback: Command<Timed<Base>>;
  /** What is shown to who asks nothing: the latest in the corpus. */
  readonly briefing: (services: Timed<Base>) => Answer | Promise<Answer>;
  /** Who alone may change the articles for everybody; null: every administrator. */
  readonly operators: readonly string[] | null;
  /** The clock of questions that bring none. */
  readonly clock: Clock;
  readonly onError: (error: unknown, question: string) => void;
}

export interface App {
  /**
   * Never rejects. `clock` null: the real time; `previous`: the question before it, where a chat keeps it; without `asker`
   * somebody asks who may change nothing.
   */
  readonly answer: (
    question: string,
    clock: Clock | null,
    previous?: string | null,
    asker?: Asker,
  ) => Promise<Answer>;
  readonly briefing: (clock: Clock | null) => Promise<Answer>;
}

/** Everything that answers, free of any platform. */
export const createApp = <Base extends object>(parts: AppParts<Base>): App => {
  const at = (clock: Clock | null): Timed<Base> => ({ ...parts.base, clock: clock ?? parts.clock });
  return {
    answer: (question, clock, previous = null, asker = undefined) =>
      createDispatcher({
        commands: parts.commands,
        fallback: parts.fallback,
        services: () => at(clock),
        operators: parts.operators,
        onError: parts.onError,
      }).answer(question, previous, asker),
    briefing: async clock => {
      try {
        return await parts.briefing(at(clock));
      } catch (error) {
        parts.onError(error, '');
        return refusal('', BOT_WORDS.ours);
      }
    },
  };
};
