import { missingWords } from '../src/answer/missing.ts';
import { composeWithdrawal } from '../src/answer/withdraw.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const withdraw: Command<Services> = {
  name: 'withdraw',
  description: 'Takes an article out of all answers from now on; /restore brings it back (administrators)',
  options: [
    {
      name: 'article',
      kind: 'article',
      description: 'Id of the article, or address of its page',
      required: true,
    },
    { name: 'reason', kind: 'words', description: 'Why, for the record', required: false },
  ],
  examples: ['/withdraw 000_dacc30807b447544 it was retracted'],
  admin: true,
  changes: () => true,
  run: (request, services) => missingWords(request, withdraw) ?? composeWithdrawal(request, services),
};
