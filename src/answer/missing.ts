import type { Answer } from '../core/answer.ts';
import type { Command, Request } from '../core/command.ts';
import { refusal } from './refusal.ts';

/** What a command that needs words says when there are none; null when there are. */
export const missingWords = (
  { question, words }: Request,
  { name, options, examples }: Pick<Command<never>, 'name' | 'options' | 'examples'>,
): Answer | null => {
  const needed = options.find(option => option.required);
  if (needed === undefined || words.trim() !== '') return null;
  return refusal(
    question,
    `/${name} needs more: ${needed.description}.`,
    examples.map(example => ({ label: example, question: example })),
  );
};
