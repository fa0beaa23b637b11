import { splitCommand } from '../core/command.ts';

/** With its slash or without. */
const isWhy = (question: string): boolean =>
  splitCommand(question)?.name === 'why' || /^why\s+\[?\d{1,4}\]?\s*$/i.test(question);

/** The question that a later "/why 3" speaks of: this one, unless it opens the answer to the one before itself. */
export const nextPrevious = (question: string, previous: string | null): string | null =>
  question.trim() === '' || isWhy(question.trim()) ? previous : question.trim();
