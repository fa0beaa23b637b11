import { composeWhy } from '../src/answer/why.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const why: Command<Services> = {
  name: 'why',
  description: 'The rules, words and merges behind a figure',
  options: [
    {
      name: 'citation',
      kind: 'citation',
      description: 'Id of a figure, or article#position; /article lists them',
      required: true,
    },
  ],
  examples: [],
  run: ({ question, words }, services) => composeWhy(question, words, services),
};
