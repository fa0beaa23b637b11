import { composeDigestWhy } from '../src/answer/digest/why.ts';
import { missingWords } from '../src/answer/missing.ts';
import { composeWhy } from '../src/answer/why.ts';
import { pageIn } from '../src/answer/why-find.ts';
import { composePageWhy } from '../src/answer/why-page.ts';
import type { Command } from '../src/core/command.ts';
import { splitCommand } from '../src/core/command.ts';
import type { Services } from '../src/query/services.ts';

/**
 * @param others the commands whose answers can be opened
 * @param fallback answers what is no command
 */
export const whyFor = (
  others: readonly Command<Services>[],
  fallback: Command<Services>,
): Command<Services> => {
  const why: Command<Services> = {
    name: 'why',
    description: 'The rules, words and merges behind a figure; of an address what became of that page',
    options: [
      {
        name: 'citation',
        kind: 'citation',
        description: 'Number of a citation and its question, id of a figure, address of a page, or “digest”',
        required: true,
      },
    ],
    examples: ['/why 1 of /casualties 2024'],
    run: (request, services) => {
      if (/^\/?digest$/i.test(request.words.trim()))
        return composeDigestWhy(request.question, request.at ?? null, request.admin ?? false, services);
      const rerun = (question: string) => {
        const split = splitCommand(question);
        const command = split === null ? fallback : others.find(({ name }) => name === split.name);
        return (command ?? fallback).run({ question, words: split?.words ?? question }, services);
      };
      const page = pageIn(request.words);
      if (page !== null) return composePageWhy(request.question, page, request.admin ?? false, services);
      return (
        missingWords(request, why) ??
        composeWhy(request.question, request.words, request.previous ?? null, rerun, services)
      );
    },
  };
  return why;
};
