import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsvRecords } from '../read-csv.ts';
import { errorSchema, factsSchema } from './facts-schema.ts';
import { sitrep, startSitrep } from './run-sitrep.ts';

/** Made up. */
const QUETTA =
  'At least three policemen were killed and five others were injured in a bombing in Quetta, police said.';
/** Made up. */
const QUIET = 'The match in Lahore was called off because of rain.';

const lineOf = (id: string | number, text: string, more: object = {}): string =>
  JSON.stringify({ id, text, ...more });

const linesOf = (stdout: string): string[] => stdout.split('\n').slice(0, -1);

const extract = async (lines: readonly string[], words: readonly string[] = []) =>
  await sitrep(['extract', ...words], { stdin: lines.join('\n') });

describe('one line in, one line out', () => {
  test('of every bundled article, in a fixed shape, in which every figure quotes its text', async () => {
    const articles = readdirSync('data/articles')
      .filter(name => name.endsWith('.txt'))
      .map(id => ({ id, text: readFileSync(join('data/articles', id), 'utf8') }));
    const { code, stdout, stderr } = await extract(articles.map(({ id, text }) => lineOf(id, text)));
    expect([code, stderr]).toEqual([0, '']);
    const all = linesOf(stdout).map(line => factsSchema.parse(JSON.parse(line)));
    expect(all.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
    expect(all.flatMap(({ figures }) => figures).length).toBeGreaterThan(20);
    for (const [i, { figures, incidents }] of all.entries()) {
      for (const { quote, start, end } of figures) expect(articles[i]?.text.slice(start, end)).toBe(quote);
      for (const index of incidents.flatMap(incident => incident.figures))
        expect(figures[index]).toBeDefined();
    }
  });

  test('with the facts the text prints', async () => {
    const { stdout } = await extract([lineOf('a', QUETTA, { published: '2025-03-04' }), lineOf(7, QUIET)]);
    const [facts, quiet] = linesOf(stdout).map(line => factsSchema.parse(JSON.parse(line)));
    expect(facts).toMatchObject({
      id: 'a',
      figures: [
        {
          measure: 'fatalities',
          low: 3,
          bound: 'at-least',
          victims: ['security-forces'],
          place: { name: 'Quetta', admin1: 'Balochistan', country: 'Pakistan' },
          body: { kind: 'police' },
        },
        { measure: 'injuries', low: 5, high: 5, bound: 'exact' },
      ],
      incidents: [{ type: 'bombing', fatalities: { best: 3 }, injuries: { best: 5 } }],
    });
    expect(quiet).toEqual({ id: 7, figures: [], incidents: [], trends: [] });
  });

  test('whatever the ends of its lines, with blank ones passed over and a byte order mark', async () => {
    const lines = [`\ufeff${lineOf('a', QUETTA)}\r`, '\r', '', lineOf('b', QUIET), '   ', lineOf('c', QUIET)];
    const { code, stdout } = await extract(lines);
    expect(linesOf(stdout).map(line => factsSchema.parse(JSON.parse(line)).id)).toEqual(['a', 'b', 'c']);
    expect(code).toBe(0);
  });

  test('also for lines that cannot be read; the rest goes on, and it ends with 1', async () => {
    const lines = [
      lineOf('a', QUETTA),
      'no JSON at all',
      '["a", "b"]',
      '{"id": "c"}',
      JSON.stringify({ text: QUETTA }),
      lineOf('d', QUETTA, { published: 'last Tuesday' }),
      lineOf('e', 'x'.repeat(5_000_000)),
      lineOf('f', QUIET),
    ];
    const { code, stdout, stderr } = await extract(lines);
    const [first, ...rest] = linesOf(stdout).map(line => JSON.parse(line) as unknown);
    expect(factsSchema.parse(first).id).toBe('a');
    expect(factsSchema.parse(rest.pop()).id).toBe('f');
    expect(rest.map(line => errorSchema.parse(line).line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect([code, stderr]).toEqual([
      1,
      'sitrep: 6 lines could not be read; what stands in their places says why.\n',
    ]);
  });

  test('counting in UTF-16 units of the text as it was given', async () => {
    const text = `\ud83d\ude80\u2028 é “Zhob”\t\r\n${QUETTA}`;
    const { stdout } = await extract([lineOf('a', text)]);
    const { figures } = factsSchema.parse(JSON.parse(stdout));
    expect(figures.length).toBeGreaterThan(0);
    for (const { quote, start, end } of figures) expect(text.slice(start, end)).toBe(quote);
  });

  test('the same, byte for byte, every time', async () => {
    const lines = [lineOf('a', QUETTA), lineOf('b', QUIET)];
    expect((await extract(lines)).stdout).toBe((await extract(lines)).stdout);
  });

  test('while the input is still open', async () => {
    const child = startSitrep(['extract']);
    const ended = new Promise<number | null>(resolve => child.on('close', resolve));
    const lines: string[] = [];
    const reading = (async () => {
      for await (const chunk of child.stdout) {
        lines.push(...linesOf(String(chunk)));
        if (lines.length === 1) child.stdin.write(`${lineOf('b', QUIET)}\n`);
        if (lines.length === 2) child.stdin.end();
      }
    })();
    child.stdin.write(`${lineOf('a', QUETTA)}\n`);
    await reading;
    expect(lines.map(line => factsSchema.parse(JSON.parse(line)).id)).toEqual(['a', 'b']);
    expect(await ended).toBe(0);
  });
});

describe('as CSV', () => {
  test('one row a figure, with its citation', async () => {
    const facts = {
      title: '=Blast, "big"',
      published: '2025-03-04',
      publisher: 'Made up',
      url: 'https://example.org',
    };
    const { code, stdout, stderr } = await extract(
      [lineOf('a', QUETTA, facts), lineOf('b', QUIET), lineOf(7, QUETTA)],
      ['--format', 'csv'],
    );
    expect([code, stderr]).toEqual([0, '']);
    const rows = readCsvRecords(stdout);
    expect(rows.map(({ article, measure, low }) => [article, measure, low])).toEqual([
      ['a', 'fatalities', '3'],
      ['a', 'injuries', '5'],
      ['7', 'fatalities', '3'],
      ['7', 'injuries', '5'],
    ]);
    expect(rows[0]).toMatchObject({
      ...facts,
      title: '\'=Blast, "big"',
      place: 'Quetta',
      body_kind: 'police',
    });
    for (const { quote, start, end } of rows) expect(QUETTA.slice(Number(start), Number(end))).toBe(quote);
  });

  test('names bad lines on standard error, and ends with 1', async () => {
    const { code, stdout, stderr } = await extract(['{}', lineOf('a', QUETTA)], ['--format=csv']);
    expect(readCsvRecords(stdout)).toHaveLength(2);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^sitrep: line 1: No id; expected .*\n$/)]);
  });
});

describe('what surrounds it', () => {
  test('a name of a file ends it with 2 and one line', async () => {
    const { code, stdout, stderr } = await extract([], ['articles.jsonl']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^sitrep: extract reads standard input .*\n$/);
  });

  test('no input gives no output', async () => {
    expect(await extract([])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a reader that stops early is no error, however much is left', async () => {
    const child = startSitrep(['extract']);
    let complaints = '';
    child.stderr.on('data', chunk => {
      complaints += String(chunk);
    });
    const ended = new Promise<number | null>(resolve => child.on('close', resolve));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.write(`${lineOf('a', QUETTA)}\n`.repeat(5_000));
    expect([await ended, complaints]).toEqual([0, '']);
  });
});
