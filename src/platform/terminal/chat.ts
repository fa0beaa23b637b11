import { createInterface } from 'node:readline';
import type { History } from './history.ts';

export interface ChatParts {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly greeting: string;
  readonly prompt: string;
  /** The answer as text to print. Must not reject. */
  readonly answer: (question: string) => Promise<string>;
  /** What may stand in place of the line's end, from the character `from` on. */
  readonly complete: (line: string) => { readonly from: number; readonly candidates: readonly string[] };
  readonly history: History;
}

/**
 * A chat on a terminal: questions in the order they were typed, one at a time. Tab completes, the arrow keys bring back
 * earlier questions, Ctrl-C and Ctrl-D leave.
 * @returns when the person has left and the last answer is printed
 */
export const chat = (parts: ChatParts): Promise<void> =>
  new Promise(resolve => {
    let answering = Promise.resolve();
    let open = true;
    const reader = createInterface({
      input: parts.input,
      output: parts.output,
      terminal: true,
      prompt: parts.prompt,
      history: [...parts.history.load()].reverse(),
      removeHistoryDuplicates: true,
      completer: (line: string) => {
        const { from, candidates } = parts.complete(line);
        return [[...candidates], line.slice(from)];
      },
    });
    const ask = async (question: string): Promise<void> => {
      if (question.trim() !== '') {
        parts.history.add(question);
        parts.output.write(`${await parts.answer(question)}\n\n`);
      }
      if (open) reader.prompt();
    };
    reader.on('line', line => {
      answering = answering.then(() => ask(line));
    });
    reader.on('SIGINT', () => reader.close());
    reader.on('close', () => {
      open = false;
      resolve(
        answering.then(() => {
          parts.output.write('\n');
        }),
      );
    });
    parts.output.write(`${parts.greeting}\n\n`);
    reader.prompt();
  });
