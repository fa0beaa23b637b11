import { splitCommand } from '../core/command.ts';

/** The question that a later "/why 3" speaks of: this one, unless it opens the answer to the one before itself. */
export const nextPrevious = (question: string, previous: string | null): string | null =>
  question.trim() === '' || splitCommand(question.trim())?.name === 'why' ? previous : question.trim();
