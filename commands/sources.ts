import { composeSources } from '../src/answer/sources.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const sources: Command<Services> = {
  name: 'sources',
  description: 'Who counts and what each includes, and who printed the articles',
  options: [],
  examples: ['/sources'],
  run: ({ question }, services) => composeSources(question, services),
};
