import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Run } from './measures.ts';

const ENTRY = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Folders with the labelled data and with the scorers, and one for what is written on the way. */
export interface Folders {
  readonly gold: string;
  readonly tools: string;
  readonly work: string;
}

interface Files {
  /** Standard input; none without it. */
  readonly from?: string;
  /** Standard output; without it, it is returned. */
  readonly to?: string;
}

/** Runs a script of Node to its end. @throws when it ends with anything but 0 */
const node = async (words: readonly string[], { from, to }: Files = {}): Promise<string> => {
  const child = spawn(process.execPath, [...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  const fed = pipeline(from === undefined ? Readable.from([]) : createReadStream(from), child.stdin);
  const taken = to === undefined ? text(child.stdout) : pipeline(child.stdout, createWriteStream(to));
  const [printed, , code] = await Promise.all([taken, fed, ended]);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return printed ?? '';
};

/** Lets the product read the data as anyone would, through its entry point, and the scorer judge. @returns its words */
export const score = async ({ data, kind }: Run, { gold, tools, work }: Folders): Promise<string> => {
  const input = join(work, 'input.jsonl');
  const output = join(work, 'output.jsonl');
  switch (kind) {
    case 'records': {
      const key = join(gold, 'records', `${data}.jsonl`);
      await node([ENTRY, 'extract'], { from: key, to: output });
      return await node([join(tools, 'score.mjs'), key, output]);
    }
    case 'articles': {
      const scorer = [join(tools, 'articles-score.mjs'), join(gold, `${data}.json`), join(gold, data)];
      await node([...scorer, '--input'], { to: input });
      await node([ENTRY, 'extract'], { from: input, to: output });
      return await node([...scorer, output]);
    }
    case 'questions': {
      const scorer = [join(tools, 'ask-score.mjs'), join(gold, 'articles', `${data}.json`)];
      await node([...scorer, '--input'], { to: input });
      const articles = ['--articles', join(gold, 'articles/dev')];
      await node([ENTRY, 'ask', '--json', ...articles], { from: input, to: output });
      return await node([...scorer, output]);
    }
  }
};
