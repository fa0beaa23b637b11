import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { RUNS } from '../../scripts/measure/measures.ts';
import { renderTable } from '../../scripts/measure/table.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What the scorers print, with made-up numbers. */
const SCORED = {
  records: `killed   exact match 92.0% (46/50) · positives 90.0% (9/10) · precision on findable 98.0% (49/50) · coverage of findable 99.0% (99/100) · mean abs error 0.30
wounded  exact match 50.0% (1/2) · positives n/a · precision on findable 75.0% (3/4) · coverage of findable 100.0% (1/1) · mean abs error 0.50
place    city or district 10.0% (1/10) · where the city is in the text 20.0% (1/5) · province 30.0% (3/10)
group    named in the text and found 40.0% (2/5)
quotes   123 figures, 4 whose quote is not in the text
`,
  articles: `figures    recall 90.0% (9/10) · precision 80.0% (8/10) · whole scope right 70.0% (7/10)
scope      victims 1.0% (1/100) · place 2.0% (2/100)
incidents  recall 60.0% (6/10) · emitted 7 for 10 · killed 50.0% (5/10) · injured 40.0% (4/10)
articles without a figure 3: 2 figures and 1 incidents emitted · quotes not in the text 5
`,
  questions: 'questions  4 of 5 answered as expected\n',
};

const readAll = (data: string, scored: string) =>
  Object.fromEntries(
    RUNS.filter(run => run.data === data)
      .flatMap(run => run.measures)
      .map(({ name, read }) => [name, read(scored)?.shown ?? null]),
  );

describe('of what a scorer prints is read', () => {
  test.for<[data: string, scored: string, results: object]>([
    [
      'gtd_southasia',
      SCORED.records,
      {
        'killed, exact': '92.0 % (46 of 50)',
        'injured, exact': '50.0 % (1 of 2)',
        'killed, precision on findable': '98.0 % (49 of 50)',
        'injured, precision on findable': '75.0 % (3 of 4)',
        'city or district': '10.0 % (1 of 10)',
        province: '30.0 % (3 of 10)',
        group: '40.0 % (2 of 5)',
        'quotes not in the text': '4',
      },
    ],
    [
      'acled_pakistan2015_violence',
      SCORED.records,
      {
        'killed, exact': '92.0 % (46 of 50)',
        'city or district, where in the text': '20.0 % (1 of 5)',
        province: '30.0 % (3 of 10)',
        'quotes not in the text': '4',
      },
    ],
    [
      'articles/dev',
      SCORED.articles,
      {
        'figures, recall': '90.0 % (9 of 10)',
        'figures, precision': '80.0 % (8 of 10)',
        'figures, whole scope right': '70.0 % (7 of 10)',
        'figures in articles without one': '2',
        'incidents, recall': '60.0 % (6 of 10)',
        'incidents, killed': '50.0 % (5 of 10)',
        'quotes not in the text': '5',
      },
    ],
    ['questions-dev', SCORED.questions, { 'answered as expected': '80.0 % (4 of 5)' }],
    [
      'gtd_eval1000',
      'killed   exact match n/a · positives n/a\n',
      {
        'killed, exact': null,
        'injured, exact': null,
        'killed, precision on findable': null,
        'injured, precision on findable': null,
        'quotes not in the text': null,
      },
    ],
  ])('%s', ([data, scored, results]) => {
    expect(readAll(data, scored)).toEqual(results);
  });
});

test('the table says of each measure whether it is met', () => {
  const least = { name: 'recall', target: 90, unit: '%', good: 'at least' } as const;
  const most = { name: 'wrong', target: 0, unit: '', good: 'at most' } as const;
  expect(
    renderTable([
      { data: 'a', measure: least, result: { value: 90, shown: '90.0 % (9 of 10)' } },
      { data: 'a', measure: least, result: { value: 89.99, shown: '90.0 % (8999 of 10000)' } },
      { data: 'b', measure: most, result: { value: 0, shown: '0' } },
      { data: 'b', measure: most, result: { value: 1, shown: '1' } },
      { data: 'long name', measure: least, result: null },
    ]),
  ).toBe(
    `
data       measure  target  result
a          recall   ≥ 90 %  90.0 % (9 of 10)        met
a          recall   ≥ 90 %  90.0 % (8999 of 10000)  not met
b          wrong    ≤ 0     0                       met
b          wrong    ≤ 0     1                       not met
long name  recall   ≥ 90 %  no data                 –
`.trim(),
  );
});

const measure = async (words: readonly string[]) => {
  const child = spawn(process.execPath, ['scripts/measure.ts', ...words]);
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
};

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const dir = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
};

describe('the script', () => {
  test('measures nothing where there is no labelled data, and says so', async () => {
    const dir = temporaryFolder();
    expect(await measure([dir, dir])).toEqual({
      code: 0,
      stdout: `no labelled data at ${dir}: nothing measured\n`,
      stderr: '',
    });
  });

  test('measures what is there, through the product, and leaves the rest', { timeout: 90_000 }, async () => {
    const gold = folderOf({
      'records/gtd_eval1000.jsonl': `${JSON.stringify({ id: 'a', text: 'Three people were killed in Quetta.' })}\n`,
    });
    // Right only when it is handed the facts of that record.
    const tools = folderOf({
      'score.mjs': `import { readFileSync } from 'node:fs';
const [gold, facts] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
const right = facts.id === gold.id && facts.figures[0].low === 3 ? 1 : 0;
console.log('killed exact match 0% (' + right + '/1)');`,
    });
    const { code, stdout, stderr } = await measure([gold, tools]);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines.find(line => /^gtd_eval1000 +killed, exact/.test(line))).toMatch(
      / 100\.0 % \(1 of 1\) +met$/,
    );
    expect(lines.find(line => /^gtd_southasia +killed, exact/.test(line))).toMatch(/ no data +–$/);
    expect(lines.find(line => line.startsWith('speed '))).toMatch(/ \d+ a second +(?:not )?met$/);
  });

  test('is called with both folders or none', async () => {
    expect(await measure(['gold'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'usage: npm run measure -- [GOLD_FOLDER TOOLS_FOLDER]\n',
    });
  });
});
