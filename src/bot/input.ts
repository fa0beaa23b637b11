import { printable } from '../core/printable.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { WORDS } from './words.ts';

/** In UTF-16 units. The longest message Discord lets people write. */
export const MAX_QUESTION = 2_000;

const SHOWN_OF_A_REFUSED_ONE = 200;

/** All controls but tab and the ends of lines, which a paste may bring. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;

/**
 * A question as people meant it: marks without width or meaning are dropped, line ends count as blanks.
 * @returns a failure with one line for the person when it cannot be a question
 */
export const readInput = (input: string): Result<string> => {
  if (input.length > MAX_QUESTION) return fail('question', WORDS.tooLong(input.length, MAX_QUESTION));
  if (CONTROL.test(input)) return fail('question', WORDS.control);
  const question = printable(input).trim();
  return question === '' ? fail('question', WORDS.empty) : ok(question);
};

/** What of a refused question is safe and short enough to repeat. */
export const echo = (input: string): string => {
  const shown = printable(input).trim();
  return shown.length <= SHOWN_OF_A_REFUSED_ONE
    ? shown
    : `${shown.slice(0, SHOWN_OF_A_REFUSED_ONE).toWellFormed()}…`;
};
