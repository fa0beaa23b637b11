import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { ReadFacts } from '../../src/extract/json.ts';
import { extractAll, type Format } from '../../src/shell/extract-command.ts';
import type { Surroundings } from '../../src/shell/surroundings.ts';
import { madeUpFigure } from '../made-up/facts.ts';
import { readCsvRecords } from '../read-csv.ts';

/** Reads one figure, as large as the text is long, out of every text but "broken". */
const measure: ReadFacts = ({ id, text: read }) => {
  if (read === 'broken') throw new Error('a bug');
  const figure = madeUpFigure({
    low: read.length,
    high: read.length,
    quote: read,
    start: 0,
    end: read.length,
  });
  return { id, figures: [figure], incidents: [], trends: [] };
};

const article = (id: string | number, read = 'abc'): string => JSON.stringify({ id, text: read });

interface Around {
  readonly format?: Format;
  readonly capable?: boolean;
  readonly stdin?: Surroundings['stdin'];
  readonly inputSize?: number;
  readonly stderrIsTTY?: boolean;
  readonly stdoutIsTTY?: boolean;
}

const extract = async (
  lines: readonly string[],
  {
    format = 'jsonl',
    capable = true,
    stdin,
    inputSize,
    stderrIsTTY = false,
    stdoutIsTTY = false,
  }: Around = {},
) => {
  const stdout = Object.assign(new PassThrough(), { isTTY: stdoutIsTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY: stderrIsTTY });
  const complaints: string[] = [];
  const bugs: string[] = [];
  const output = text(stdout);
  const drawn = text(stderr);
  const whole = await extractAll(
    format,
    {
      words: [],
      environment: {},
      version: '',
      stdin: stdin ?? Readable.from([Buffer.from(lines.join('\n'))]),
      inputSize: inputSize ?? null,
      stdout,
      stderr,
    },
    capable,
    measure,
    {
      complain: line => complaints.push(line),
      onBug: (error, where) => bugs.push(`${where}: ${String(error)}`),
    },
  );
  stdout.end();
  stderr.end();
  return { whole, stdout: await output, stderr: await drawn, complaints, bugs };
};

const parsed = (jsonl: string): unknown[] =>
  jsonl
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

describe('lines in, lines out', () => {
  test('in order, each under the id it came with', async () => {
    const { whole, stdout, stderr, complaints } = await extract([article('b'), article(7), article('a')]);
    expect(parsed(stdout)).toMatchObject([
      { id: 'b', figures: [{ low: 3 }], incidents: [], trends: [] },
      { id: 7 },
      { id: 'a' },
    ]);
    expect([whole, stderr, complaints]).toEqual([true, '', []]);
  });

  test('with an error in the place of each that cannot be read, by its number in the input', async () => {
    const { whole, stdout, complaints } = await extract([
      article('a'),
      '',
      'nonsense',
      ' \t',
      '{"id": "b"}',
      article('c'),
    ]);
    expect(parsed(stdout)).toMatchObject([
      { id: 'a' },
      { line: 3, error: expect.stringMatching(/^Not JSON; /) },
      { line: 5, error: expect.stringMatching(/^No text; /) },
      { id: 'c' },
    ]);
    expect([whole, complaints]).toEqual([
      false,
      ['2 lines could not be read; what stands in their places says why.'],
    ]);
  });

  test('with an error where we fail ourselves, and the bug told apart', async () => {
    const { whole, stdout, bugs } = await extract([article('a', 'broken'), article('b')]);
    expect(parsed(stdout)).toMatchObject([
      { line: 1, error: 'An error of ours; standard error tells of it, for its repair. The rest was read.' },
      { id: 'b' },
    ]);
    expect([whole, bugs]).toEqual([false, ['a: Error: a bug']]);
  });

  test('nothing for nothing', async () => {
    expect(await extract([])).toEqual({ whole: true, stdout: '', stderr: '', complaints: [], bugs: [] });
  });

  test('what came before the input broke off', async () => {
    const stdin = Readable.from(
      (async function* () {
        yield Buffer.from(`${article('a')}\n`);
        throw Object.assign(new Error('gone'), { code: 'EIO' });
      })(),
    );
    const { whole, stdout, complaints } = await extract([], { stdin });
    expect(parsed(stdout)).toMatchObject([{ id: 'a' }]);
    expect([whole, complaints]).toEqual([
      false,
      ['standard input broke off (EIO); what came before it was read.'],
    ]);
  });

  test('no faster than they are taken', async () => {
    let given = 0;
    const source = Readable.from(
      (function* () {
        for (; given < 1_000; given++) yield Buffer.from(`${article(given)}\n`);
      })(),
      { highWaterMark: 1 },
    );
    const held: (() => void)[] = [];
    const slow = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void held.push(done) });
    const done = extractAll(
      'jsonl',
      {
        words: [],
        environment: {},
        version: '',
        stdin: source,
        inputSize: null,
        stdout: slow,
        stderr: new PassThrough(),
      },
      true,
      measure,
      { complain: () => {}, onBug: () => {} },
    );
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve));
    };
    await settle();
    expect(held).toHaveLength(1);
    expect(given).toBeLessThan(10);
    for (let taken = 1; taken < 1_000; taken++) {
      held.shift()?.();
      while (held.length === 0) await new Promise(resolve => setImmediate(resolve));
    }
    expect(given).toBe(1_000);
    held.shift()?.();
    expect(await done).toBe(true);
  });
});

describe('as CSV', () => {
  test('one row a figure below the names of the columns', async () => {
    const { whole, stdout } = await extract([article('a', 'x,"y"'), article(7)], { format: 'csv' });
    expect(readCsvRecords(stdout)).toMatchObject([
      { article: 'a', low: '5', quote: 'x,"y"', end: '5' },
      { article: '7', low: '3' },
    ]);
    expect(whole).toBe(true);
  });

  test('the names alone for nothing', async () => {
    expect((await extract([], { format: 'csv' })).stdout).toMatch(/^article,.*,end\n$/);
  });

  test('bad lines have no row and are named aside', async () => {
    const { whole, stdout, complaints } = await extract([article('a'), '[]', article('b')], {
      format: 'csv',
    });
    expect(readCsvRecords(stdout).map(row => row.article)).toEqual(['a', 'b']);
    expect(whole).toBe(false);
    expect(complaints).toEqual([expect.stringMatching(/^line 2: Not an object; expected /)]);
  });
});

/** To the start of the line, and erase it. */
const ERASE = '\r\u001b[K';

describe('progress', () => {
  const lines = [article('a'), article('b')];

  test('is shown on a terminal, with the share of a file', async () => {
    const { stderr } = await extract(lines, { stderrIsTTY: true, inputSize: lines.join('\n').length });
    expect(stderr.split(ERASE).at(-1)).toMatch(/^\[={24}\] 100 % {2}2 lines, [\d,]+ a second\n$/);
  });

  test('is shown on a terminal, without a share of a pipe', async () => {
    const { stderr } = await extract(lines, { stderrIsTTY: true });
    expect(stderr.split(ERASE).at(-1)).toMatch(/^2 lines, [\d,]+ a second\n$/);
    expect(stderr).not.toContain('%');
  });

  test('makes room for output on the same terminal, and for what is said aside', async () => {
    const { stdout, stderr } = await extract([...lines, article('c')], {
      stderrIsTTY: true,
      stdoutIsTTY: true,
    });
    expect(parsed(stdout)).toHaveLength(3);
    expect(stderr.split(ERASE).filter(drawn => drawn === '').length).toBeGreaterThan(1);
  });

  test.for<[where: string, around: Around]>([
    ['no terminal', { stderrIsTTY: false, inputSize: 100 }],
    ['a terminal that cannot erase', { stderrIsTTY: true, capable: false }],
  ])('is not shown on %s', async ([, around]) => {
    expect((await extract(lines, around)).stderr).toBe('');
  });
});

test('who types is told what is expected', async () => {
  const stdin = Object.assign(Readable.from([Buffer.from(article('a'))]), { isTTY: true });
  expect((await extract([], { stdin })).complaints).toEqual([
    'reading articles from the keyboard, one JSON object a line; Ctrl-D ends it.',
  ]);
});
