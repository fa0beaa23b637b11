import { z } from 'zod';
import { refusal } from '../answer/refusal.ts';
import type { App } from '../bot/app.ts';
import { echo } from '../bot/input.ts';
import type { Answer } from '../core/answer.ts';
import { type Clock, clockAt } from '../core/clock.ts';
import type { Asker } from '../core/command.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { WORDS } from './words.ts';

const questionSchema = z.object({ q: z.string(), asOf: z.string().nullish() });

interface AskedLine {
  readonly question: string;
  /** Null where the line brings no time of its own. */
  readonly clock: Clock | null;
}

/** One line of standard input: a plain question, or `{q, asOf}`. `number` counts from 1 and is named in failures. */
export const readLine = (line: string, number: number): Result<AskedLine> => {
  if (!line.trimStart().startsWith('{')) return ok({ question: line, clock: null });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fail('question', WORDS.lineNoJson(number));
  }
  const parsed = questionSchema.safeParse(json);
  if (!parsed.success) return fail('question', WORDS.lineShape(number));
  const { q, asOf } = parsed.data;
  if (asOf === undefined || asOf === null) return ok({ question: q, clock: null });
  const clock = clockAt(asOf);
  return clock === null ? fail('question', WORDS.lineTime(number)) : ok({ question: q, clock });
};

/**
 * One answer for each line, in order; a bad line gets a refused one. An empty line is an empty question.
 * @param clock for lines that bring no time of their own; null is the real time
 * @param asker who wrote the lines
 */
export async function* answerLines(
  lines: AsyncIterable<string>,
  app: App,
  clock: Clock | null,
  asker: Asker,
): AsyncGenerator<Answer> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const asked = readLine(line, number);
    yield asked.ok
      ? await app.answer(asked.value.question, asked.value.clock ?? clock, null, asker)
      : refusal(echo(line), asked.error.message);
  }
}
