import { composeArticle } from '../src/answer/article.ts';
import { missingWords } from '../src/answer/missing.ts';
import type { Command } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

export const article: Command<Services> = {
  name: 'article',
  description: 'Everything that was read in one article: its figures and incidents',
  options: [
    { name: 'id', kind: 'article', description: 'Id of the article, or how it begins', required: true },
  ],
  examples: ['/article 000_dacc30807b447544'],
  run: (request, services) =>
    missingWords(request, article) ?? composeArticle(request.question, request.words, services),
};
