import { composeStatus } from '../src/answer/status.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const status: Command<Services> = {
  name: 'status',
  description: 'What has come in, what became of it, and how each feed fares',
  options: [],
  examples: ['/status'],
  run: ({ question, admin }, services) => composeStatus(question, admin ?? false, services),
};
