import { missingWords } from '../src/answer/missing.ts';
import { composeRestoring } from '../src/answer/withdraw.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const restore: Command<Services> = {
  name: 'restore',
  description: 'Brings an article back that was withdrawn (administrators)',
  options: [
    {
      name: 'article',
      kind: 'article',
      description: 'Id of the article, or address of its page',
      required: true,
    },
  ],
  examples: ['/restore 000_dacc30807b447544'],
  admin: true,
  changes: () => true,
  run: (request, services) => missingWords(request, restore) ?? composeRestoring(request, services),
};
