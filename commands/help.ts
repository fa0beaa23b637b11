import { composeHelp, type Described } from '../src/answer/help.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

/** @param others all commands before it, in the order of the list */
export const helpFor = (others: readonly Described[]): Command<Services> => {
  const help: Command<Services> = {
    name: 'help',
    description: 'What can be asked, and how',
    options: [{ name: 'command', kind: 'command', description: 'Name of a command', required: false }],
    examples: ['/help casualties'],
    run: (request, services) => composeHelp(request, request.words, [...others, help], services),
  };
  return help;
};
