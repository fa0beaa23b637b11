import { answerQuestion } from '../src/answer/ask.ts';
import { missingWords } from '../src/answer/missing.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const search: Command<Services> = {
  name: 'search',
  description: 'Sentences of the articles that hold these words, cited',
  options: [{ name: 'words', kind: 'words', description: 'Words to look for', required: true }],
  examples: ['/search checkpost Bannu'],
  run: (request, services) =>
    missingWords(request, search) ?? answerQuestion(request.question, request.words, services, 'search'),
};
