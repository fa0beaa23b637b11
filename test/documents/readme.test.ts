import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandTable } from '../../scripts/command-table.ts';
import type { Answer } from '../../src/core/answer.ts';
import { openApp } from '../../src/open-app.ts';
import { openReader } from '../../src/open-reader.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { readSettings } from '../../src/shell/settings.ts';
import { WORDS } from '../../src/shell/words.ts';
import { codeBlocks, readDocument } from './markdown.ts';

const README = readDocument('README.md');

const openBundled = async () => {
  const settings = readSettings({});
  if (!settings.ok) throw new Error(settings.error.join('\n'));
  const app = await openApp(settings.value, { json: false, articles: [], clock: null }, error => {
    throw error;
  });
  if (!app.ok) throw new Error(app.error.message);
  return app.value;
};

const app = await openBundled();

const answerTo = (question: string): Promise<Answer> => app.answer(question, null);

/** The question of a block that shows a run; null for blocks that show something else. */
const asked = (block: string): string | null =>
  /^\$ npm start --silent -- ask (?:--json )?"(.*)"\n/.exec(block)?.[1] ?? null;

const runs = codeBlocks(README, 'console').filter(block => asked(block) !== null);

test('the table of commands is the list of commands (npm run readme writes it)', () => {
  const [, table] = /<!-- commands -->\n(.*?)<!-- end of commands -->/s.exec(README) ?? [];
  expect(table).toBe(`${commandTable(commands)}\n`);
});

describe('a run in the README is what the program prints', () => {
  test('there are runs to check', () => {
    expect(runs.length).toBeGreaterThanOrEqual(5);
  });

  test.for(runs.map(run => ({ question: asked(run) ?? '', run })))('$question', async ({ question, run }) => {
    const printed = renderTerminal(await answerTo(question), { width: 80, colour: false, links: false });
    const [, ...shown] = run.split('\n');
    let from = 0;
    for (const piece of shown.join('\n').split('\n[…]')) {
      const lines = piece.replace(/^\n/, '');
      expect(printed.slice(from)).toContain(lines);
      from = printed.indexOf(lines, from) + lines.length;
    }
  });
});

test('the JSON in the README is what --json prints, but for what it says it leaves out', async () => {
  const [example = ''] = codeBlocks(README, 'json');
  const shown: unknown = JSON.parse(example);
  const question = typeof shown === 'object' && shown !== null && 'question' in shown ? shown.question : '';
  const answer = await answerTo(String(question));
  expect(shown).toEqual({ ...answer, blocks: ['…'], text: '…' });
});

/** Made up. */
const MADE_UP =
  'QUETTA: At least five people, including two soldiers, were killed in an attack on a clinic in Pishin on Monday, police ' +
  'said. The Balochistan Liberation Army claimed responsibility.';

const keysIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        ...(Array.isArray(value) ? [] : [key]),
        ...keysIn(inner),
      ])
    : [];

test('every field that extract writes is in the README', async () => {
  const readFacts = openReader();
  const facts = readFacts({
    id: 'made-up',
    title: null,
    published: '2025-03-04',
    publisher: null,
    url: null,
    text: MADE_UP,
  });
  const described = codeBlocks(README, 'ts').join('\n');
  const keys = [...new Set(keysIn(facts))];
  expect(keys).toContain('role');
  expect(keys.filter(key => !new RegExp(`\\b${key}: `).test(described))).toEqual([]);
});

test('every option and setting of --help is in the README', () => {
  const named = [...WORDS.help.matchAll(/--[a-z][a-z-]+|\b[A-Z]+_[A-Z]+\b/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(name => !README.includes(name))).toEqual([]);
});
