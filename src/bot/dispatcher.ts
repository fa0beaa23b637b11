import { refusal } from '../answer/refusal.ts';
import type { Answer } from '../core/answer.ts';
import type { Asker, Command } from '../core/command.ts';
import { ANYONE, OPERATOR, splitCommand } from '../core/command.ts';
import { bareCommand } from './bare.ts';
import { echo, readInput } from './input.ts';
import { nearestNames } from './nearest.ts';
import { WORDS } from './words.ts';

export interface DispatcherParts<Services> {
  /** In the order of /help. */
  readonly commands: readonly Command<Services>[];
  /** Answers what is no command: a plain sentence. */
  readonly fallback: Command<Services>;
  /** Asked for each question, so that each has its own moment. */
  readonly services: () => Services;
  /** Who alone may run commands that change the articles for everybody; null: every administrator. */
  readonly operators: readonly string[] | null;
  /** Gets every bug that an answer ran into, with the question. */
  readonly onError: (error: unknown, question: string) => void;
}

export interface Dispatcher {
  /**
   * One answer for whatever was typed. Never rejects: what fails is a refused answer.
   * @param previous the question before it in the same chat, where the chat keeps it
   * @param asker who asks; without it somebody who may change nothing
   */
  readonly answer: (input: string, previous?: string | null, asker?: Asker) => Promise<Answer>;
}

/** The one error boundary between people and commands. */
export const createDispatcher = <Services>(parts: DispatcherParts<Services>): Dispatcher => {
  const { operators } = parts;
  const byName = new Map(parts.commands.map(command => [command.name, command]));

  /** The same words under the names that were meant, and /help. */
  const offers = (names: readonly string[], words: string) => [
    ...names.map(name => ({
      label: byName.get(name)?.description ?? name,
      question: echo(`/${name} ${words}`),
    })),
    ...(byName.has('help') ? [{ label: WORDS.helpOffer, question: '/help' }] : []),
  ];

  const run = async (question: string, previous: string | null, asker: Asker): Promise<Answer> => {
    const split = splitCommand(question) ?? bareCommand(question, parts.commands);
    const { admin, name: by, at } = asker;
    const asked = { question, previous, admin, by, ...(at === undefined ? {} : { at }) };
    if (split === null) return parts.fallback.run({ ...asked, words: question }, parts.services());
    const { name, words } = split;
    if (name === '') return refusal(echo(question), WORDS.noName, offers([], words));
    const command = byName.get(name);
    if (command === undefined) {
      const nearest = nearestNames(name, [...byName.keys()]);
      return refusal(echo(question), WORDS.unknown(echo(name), nearest), offers(nearest, words));
    }
    const forOperators = command.admin === true && command.chatOnly !== true && operators !== null;
    if (forOperators && by !== OPERATOR.name && !operators.includes(by))
      return refusal(echo(question), WORDS.operatorsOnly(name));
    if (command.admin === true && !forOperators && !asker.admin)
      return refusal(echo(question), WORDS.adminsOnly(name, asker.lacks));
    return command.run({ ...asked, admin: admin || forOperators, words }, parts.services());
  };

  return {
    answer: async (input, previous = null, asker = ANYONE) => {
      const question = readInput(input);
      if (!question.ok) return refusal(echo(input), question.error.message);
      try {
        return await run(question.value, previous, asker);
      } catch (error) {
        parts.onError(error, question.value);
        return refusal(echo(question.value), WORDS.ours);
      }
    },
  };
};
