import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { answerOf, answersOf, sitrep, startSitrep } from './run-sitrep.ts';

const SURVEY = '003_2c0e9143ce19bf27';

/** Made up. */
const MADE_UP =
  'QUETTA, March 4, 2025: Three policemen were killed in a shooting in Quetta on Monday, police said.';

describe('one question', () => {
  test('is answered for people, with its sources', async () => {
    const { code, stdout, stderr } = await sitrep(['ask', '/casualties 2024']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2,546');
    expect(stdout).toMatch(/\nSources\n\[1\]/);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('is answered as JSON, in which every figure leads to the words that print it', async () => {
    const answer = answerOf(await sitrep(['ask', '/casualties 2024', '--json']));
    expect(answer).toMatchObject({ question: '/casualties 2024', refused: false });
    expect(answer.figures.map(figure => figure.low)).toContain(2_546);
    expect(answer.figures.length).toBeGreaterThan(3);
    for (const figure of answer.figures)
      expect(answer.citations.map(citation => citation.n)).toContain(figure.citation);
    for (const { article, quote, sentence, start, end } of answer.citations) {
      const text = readFileSync(join('data/articles', `${article}.txt`), 'utf8');
      expect(text.slice(start, end)).toBe(quote);
      expect(text).toContain(sentence);
      expect(sentence).toContain(quote);
    }
  });

  test('is answered the same, byte for byte, every time', async () => {
    const words = ['ask', '/casualties 2024', '--json', '--as-of', '2025-06-01T00:00:00Z'];
    expect((await sitrep(words)).stdout).toBe((await sitrep(words)).stdout);
  });

  test('in plain words is answered as well', async () => {
    const answer = answerOf(
      await sitrep([
        'ask',
        'what',
        'happened',
        'in',
        'quetta',
        'on',
        '9',
        'nov',
        '--json',
        '--as-of',
        '2024-11-25T18:20:00+05:00',
      ]),
    );
    expect(answer.refused).toBe(false);
    expect(answer.text).toContain('railway station');
  });

  test('the corpus cannot answer is refused, which is an answer too', async () => {
    const ended = await sitrep(['ask', '/casualties 1950', '--json']);
    expect(answerOf(ended)).toMatchObject({ refused: true, figures: [] });
    expect(ended.code).toBe(0);
  });
});

describe('the moment of the question', () => {
  test('hides what was published later, and keeps what has no date', async () => {
    const early = answerOf(await sitrep(['ask', '/casualties 2024', '--json', '--as-of', '2023-01-01']));
    expect(new Set(early.citations.map(({ article }) => article))).not.toContain('000_dacc30807b447544');
    expect(new Set(early.citations.map(({ article }) => article))).toContain(SURVEY);
  });

  test('may come with each line', async () => {
    const lines = [
      JSON.stringify({ q: '/casualties november 2024', asOf: '2024-11-21T00:00:00Z' }),
      JSON.stringify({ q: '/casualties november 2024', asOf: '2024-11-23T00:00:00Z' }),
    ];
    const [before, after] = answersOf(await sitrep(['ask', '--json'], { stdin: lines.join('\n') }));
    expect(before?.figures.map(({ low }) => low)).not.toContain(55);
    expect(after?.figures.map(({ low }) => low)).toContain(55);
  });
});

describe('bad input gets one clear line, and nothing else breaks', () => {
  test('line by line', async () => {
    const lines = [
      '/weather',
      '/casualties 2024-13-45',
      'x'.repeat(5_000),
      '{"q": 1}',
      '/casualties\u0000',
      '/casualties 2024',
    ];
    const ended = await sitrep(['ask', '--json'], { stdin: `${lines.join('\n')}\n` });
    const answers = answersOf(ended);
    expect(answers.map(({ refused }) => refused)).toEqual([true, true, true, true, true, false]);
    for (const { refused, text } of answers)
      if (refused) expect(text.split('\n')[0]).toMatch(/^\S.{10,300}[.?]$/);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
  });

  test.for<[claim: string, words: string[], environment: NodeJS.ProcessEnv, line: RegExp]>([
    ['an unknown option', ['ask', 'x', '--loud'], {}, /^sitrep: Unknown option '--loud'\. Try --help\.\n$/],
    [
      'an impossible time',
      ['ask', 'x', '--as-of', '2025-02-30'],
      {},
      /^sitrep: --as-of "2025-02-30" is no time .*\n$/,
    ],
    [
      'a folder that is not there',
      ['ask', 'x', '--articles', 'no-such-folder'],
      {},
      /^sitrep: no-such-folder: no folder .*\n$/,
    ],
    [
      'a wrong setting',
      ['ask', 'x'],
      { SITREP_ZONE: 'Nowhere/At_All' },
      /^sitrep: SITREP_ZONE must be .*\n$/,
    ],
    [
      'a file that is no database',
      ['ask', 'x'],
      { SITREP_DB: 'package.json' },
      /^sitrep: .*package\.json.*\n$/,
    ],
  ])('%s ends it with 2', async ([, words, environment, line]) => {
    const { code, stdout, stderr } = await sitrep(words, { environment });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
  });

  test('an article file that is no text is left out', async () => {
    const dir = temporaryFolder({ 'made-up.txt': MADE_UP, 'noise.txt': Uint8Array.from([0, 1, 2, 255]) });
    const ended = await sitrep(['ask', '/article made-up', '--json', '--articles', dir]);
    expect(ended.stderr).toBe(`sitrep: ${join(dir, 'noise.txt')}: not text (UTF-8 expected)\n`);
    expect(answerOf(ended)).toMatchObject({ refused: false });
  });
});

describe('what surrounds it', () => {
  test('without a terminal the latest briefing is shown, and input that stays open holds nothing up', async () => {
    const { code, stdout, stderr } = await sitrep([]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\[1\]/);
  });

  test('folders named in the environment are read too', async () => {
    const dir = temporaryFolder({ 'made-up.txt': MADE_UP });
    const ended = await sitrep(['ask', '/article made-up', '--json'], {
      environment: { SITREP_ARTICLES: dir },
    });
    expect(answerOf(ended).refused).toBe(false);
  });

  test('a database keeps what it holds from run to run', async () => {
    const dir = temporaryFolder({ 'made-up.txt': MADE_UP });
    const environment = { SITREP_DB: join(temporaryFolder(), 'facts.db') };
    await sitrep(['ask', '/help', '--articles', dir], { environment });
    expect(answerOf(await sitrep(['ask', '/article made-up', '--json'], { environment })).refused).toBe(
      false,
    );
  });

  test('a reader that stops early is no error', async () => {
    const child = startSitrep(['ask', '--json']);
    let complaints = '';
    child.stderr.on('data', chunk => {
      complaints += String(chunk);
    });
    const ended = new Promise<number | null>(resolve => child.on('close', resolve));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('/help\n'.repeat(500));
    expect([await ended, complaints]).toEqual([0, '']);
  });
});
