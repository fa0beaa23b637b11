import type { ReadFacts } from '../extract/json.ts';
import { LONGEST_LINE } from '../ingest/article-line.ts';
import { readLines } from '../ingest/lines.ts';
import { type Extracted, extractedJson, extractLines } from './extract-lines.ts';
import { CSV_HEADER, factsCsv } from './facts-csv.ts';
import { type Progress, progressOn } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const FORMATS = ['jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface Reporting {
  /** Prints one line for people. */
  readonly complain: (line: string) => void;
  readonly onBug: (error: unknown, where: string) => void;
}

/** Passes a stream on and tells of it. One that breaks off ends here, and its error is handed over. */
async function* watched(
  stream: Surroundings['stdin'],
  progress: Progress,
  onBroken: (error: unknown) => void,
): AsyncGenerator<Uint8Array | string> {
  try {
    for await (const chunk of stream) {
      progress.received(chunk.length);
      yield chunk;
    }
  } catch (error) {
    onBroken(error);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/**
 * Reads articles from standard input and writes their facts to standard output, line by line, no faster than they are
 * taken: memory stays the same however long the input is. In CSV a bad line has no place, so its error goes to
 * standard error.
 * @param capable whether the terminal can erase a line
 * @returns whether everything could be read
 */
export const extractAll = async (
  format: Format,
  around: Surroundings,
  capable: boolean,
  readFacts: ReadFacts,
  { complain, onBug }: Reporting,
): Promise<boolean> => {
  const { stdin, stdout } = around;
  const progress = progressOn(around.stderr, capable, { total: around.inputSize, unit: WORDS.lines });
  const aside = (say: () => void): void => {
    progress.clear();
    say();
  };
  let errors = 0;
  let broken: string | null = null;
  const stream = watched(stdin, progress, error => {
    broken = codeOf(error);
  });
  const print = async (extracted: Extracted): Promise<void> => {
    // On a terminal the progress stands where the next line of output goes.
    if (stdout.isTTY === true) progress.clear();
    if (format === 'jsonl') await write(stdout, `${extractedJson(extracted)}\n`);
    else if (extracted.kind === 'facts') await write(stdout, factsCsv(extracted.article, extracted.facts));
    else aside(() => complain(WORDS.extractLine(extracted.line, extracted.error)));
  };
  if (stdin.isTTY === true) complain(WORDS.extractTyped);
  if (format === 'csv') await write(stdout, CSV_HEADER);
  const lines = readLines(stream, LONGEST_LINE);
  for await (const extracted of extractLines(lines, readFacts, (error, where) =>
    aside(() => onBug(error, where)),
  )) {
    if (extracted.kind === 'error') errors += 1;
    await print(extracted);
    progress.lineDone();
  }
  progress.end();
  if (broken !== null) complain(WORDS.extractBroken(broken));
  if (errors > 0 && format === 'jsonl') complain(WORDS.extractErrors(errors));
  return errors === 0 && broken === null;
};
