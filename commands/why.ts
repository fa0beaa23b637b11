import { missingWords } from '../src/answer/missing.ts';
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
  run: (request, services) =>
    missingWords(request, why) ?? composeWhy(request.question, request.words, services),
};
