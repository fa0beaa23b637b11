import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/bot/app.ts';
import type { Answer } from '../../src/core/answer.ts';
import { clockAt } from '../../src/core/clock.ts';
import type { Command } from '../../src/core/command.ts';
import { fail, ok } from '../../src/core/result.ts';
import type { ReadFacts } from '../../src/extract/json.ts';
import { type OpenAppWith, runShell } from '../../src/shell/shell.ts';
import type { Surroundings } from '../../src/shell/surroundings.ts';
import { openStore } from '../../src/store/sqlite.ts';

interface Corpus {
  readonly size: number;
  readonly clock: { readonly today: () => string };
}

const said = (question: string, line: string): Answer => ({
  question,
  title: '',
  refused: false,
  blocks: [{ kind: 'paragraph', content: [line] }],
  text: line,
  figures: [],
  citations: [],
});

const command = (name: string): Command<Corpus> => ({
  name,
  description: '',
  options: [],
  examples: [],
  run: ({ question, words }, { clock }) => said(question, `${name}: ${words} on ${clock.today()}`),
});

const broken: Command<Corpus> = {
  ...command('broken'),
  run: () => {
    throw new Error('a bug');
  },
};

/** A tiny app behind the whole shell; it tells its day. */
const openTiny =
  (refusals: readonly string[], closed: () => void): OpenAppWith =>
  async (_settings, _choices, onError) => {
    const clock = clockAt('2020-01-01');
    const store = openStore(':memory:');
    if (clock === null || !store.ok) throw new Error('a bad day');
    const app = createApp<{ size: number }>({
      operators: null,
      base: { size: 1 },
      commands: [command('casualties'), broken],
      fallback: command('ask'),
      briefing: services => said('', `briefing on ${services.clock.today()}`),
      clock,
      onError,
    });
    return ok({
      ...app,
      refusals,
      warm: () => {},
      complete: line => ({ from: line.length, candidates: [] }),
      completeOption: () => [],
      commands: [],
      questions: { keep: () => ok('0'), kept: () => null },
      telegram: store.value.telegram,
      discord: store.value.discord,
      taking: { state: () => 'no', run: async () => {} },
      digests: {
        store: store.value,
        clock,
        freeze: () => ['a made-up body'],
        alerts: () => ({ ok: true, value: 0 }),
        compose: () => ({ answer: said('', 'nothing'), empty: true }),
        hold: () => ok(true),
        release: () => {},
      },
      close: closed,
    });
  };

const readNothing: ReadFacts = ({ id }) => ({ id, figures: [], incidents: [], trends: [] });

const shell = async (
  words: string[],
  {
    stdin = '',
    environment = {},
    refusals = [] as string[],
    openApp = undefined as OpenAppWith | undefined,
  } = {},
) => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  let closed = 0;
  const around: Surroundings = {
    words,
    environment,
    version: '9.9.9',
    stdin: Readable.from([Buffer.from(stdin)]),
    inputSize: null,
    stdout,
    stderr,
  };
  const out = text(stdout);
  const err = text(stderr);
  const code = await runShell(
    around,
    openApp ?? openTiny(refusals, () => (closed += 1)),
    () => readNothing,
    async () => ok(true),
    async () => null,
  );
  stdout.end();
  stderr.end();
  return { code, stdout: await out, stderr: await err, closed };
};

describe('the shell', () => {
  test('answers one question and ends', async () => {
    expect(await shell(['ask', '/casualties kp'])).toEqual({
      code: 0,
      stdout: 'casualties: kp on 2020-01-01\n',
      stderr: '',
      closed: 1,
    });
  });

  test('shows the latest briefing where there is no terminal', async () => {
    expect((await shell([])).stdout).toBe('briefing on 2020-01-01\n');
    expect((await shell(['--as-of', '2025-03-01'])).stdout).toBe('briefing on 2025-03-01\n');
  });

  test('prints an answer as one line of JSON', async () => {
    const { stdout } = await shell(['ask', 'quetta', '--json']);
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({
      question: 'quetta',
      refused: false,
      text: 'ask: quetta on 2020-01-01',
    });
  });

  test('answers each line of its input in order; a bad one is refused, the rest goes on', async () => {
    const lines = [
      'first',
      '{"q": "second", "asOf": "2025-03-01T09:00:00Z"}',
      '{"q": "third"}',
      '{"q": 4}',
      '{not json}',
      '{"q": "sixth", "asOf": "soon"}',
      '',
      '/broken',
      'x'.repeat(5_000),
      'last',
    ];
    const { code, stdout, stderr } = await shell(['ask', '--json', '--as-of', '2024-12-31'], {
      stdin: lines.join('\n'),
    });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Answer);
    expect(answers.map(answer => [answer.refused, answer.text.split('\n')[0]])).toEqual([
      [false, 'ask: first on 2024-12-31'],
      [false, 'ask: second on 2025-03-01'],
      [false, 'ask: third on 2024-12-31'],
      [true, 'Line 4 has no question; expected {"q": "<question>", "asOf": "<time>"}.'],
      [
        true,
        'Line 5 begins like JSON but is none; expected a question or {"q": "<question>", "asOf": "<time>"}.',
      ],
      [true, 'Line 6 has an asOf that is no time such as 2025-03-01T09:00:00Z or 2025-03-01.'],
      [true, 'There is no question. Ask in plain words, or type /help for the commands.'],
      [true, 'Something went wrong on our side; the error was logged. The question may work in other words.'],
      [true, 'The question is too long: 5,000 characters, at most 2,000 are read. Please shorten it.'],
      [false, 'ask: last on 2024-12-31'],
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^sitrep: an error of ours, at "\/broken"; what follows is for its repair\nError: a bug\n/,
    );
  });

  test('shows the questions of its input above their answers', async () => {
    expect((await shell(['ask'], { stdin: 'a\nb\n' })).stdout).toBe(
      '› a\nask: a on 2020-01-01\n\n› b\nask: b on 2020-01-01\n\n',
    );
  });

  test('says in one line each what was not taken in, without what a terminal would act on', async () => {
    const { code, stdout, stderr } = await shell(['ask', 'x'], {
      refusals: ['a\u001b[2J.txt: empty', 'b.txt: empty'],
    });
    expect([code, stderr]).toEqual([0, 'sitrep: a[2J.txt: empty\nsitrep: b.txt: empty\n']);
    expect(stdout).toContain('ask: x');
  });

  test.for<[claim: string, words: string[], environment: Record<string, string>, line: RegExp]>([
    ['an unknown option', ['--nope'], {}, /^sitrep: Unknown option '--nope'\. Try --help\.\n$/],
    ['a wrong setting', ['ask', 'x'], { SITREP_ZONE: 'Nowhere' }, /^sitrep: SITREP_ZONE must be .*\n$/],
  ])('ends with 2 and one line for %s', async ([, words, environment, line]) => {
    const { code, stdout, stderr, closed } = await shell(words, { environment });
    expect([code, stdout, closed]).toEqual([2, '', 0]);
    expect(stderr).toMatch(line);
  });

  test('ends with 2 and one line when the app cannot open', async () => {
    const { code, stderr } = await shell(['ask', 'x'], {
      openApp: async () => fail('input', 'gone: no folder'),
    });
    expect([code, stderr]).toEqual([2, 'sitrep: gone: no folder\n']);
  });

  test('ends with 1 when it fails, and says whose fault it is', async () => {
    const failing: OpenAppWith = async () => {
      throw new Error('a bug');
    };
    const { code, stdout, stderr } = await shell(['ask', 'x'], { openApp: failing });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^sitrep: an error of ours, at "the whole run"; .*\nError: a bug\n/);
  });

  test('extracts without opening the app, and ends with 1 when a line could not be read', async () => {
    const never: OpenAppWith = async () => {
      throw new Error('opened');
    };
    const stdin = '{"id": "a", "text": "b"}\n';
    expect(await shell(['extract'], { openApp: never, stdin })).toEqual({
      code: 0,
      stdout: '{"id":"a","figures":[],"incidents":[],"trends":[]}\n',
      stderr: '',
      closed: 0,
    });
    expect(await shell(['extract'], { openApp: never, stdin: `${stdin}[]` })).toMatchObject({
      code: 1,
      stderr: 'sitrep: one line could not be read; what stands in its place says why.\n',
    });
  });

  test('tells its version and its help without opening anything', async () => {
    const never: OpenAppWith = async () => {
      throw new Error('opened');
    };
    expect((await shell(['--version'], { openApp: never })).stdout).toBe('9.9.9\n');
    expect((await shell(['--help'], { openApp: never })).stdout).toMatch(/^sitrep: .*\n\nUsage\n/);
  });
});
