import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { sitrep } from './run-sitrep.ts';

/** Made up: two papers on one blast, and a monthly count. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  [
    'first',
    'QUETTA, March 4, 2025: At least nine people were killed in a bombing at the fruit market of Quetta on Monday, police said.',
  ],
  [
    'second',
    'QUETTA, March 5, 2025: Eleven people are now known to have died in Monday’s bombing at the fruit market of Quetta, a hospital official said.',
  ],
  [
    'count',
    'ISLAMABAD, April 2, 2025: The Pakistan Institute for Conflict and Security Studies (PICSS) counted 71 people killed in militant attacks in March.',
  ],
];

const QUESTIONS = [
  '/casualties 2025',
  '/incident Quetta',
  'killed in march 2025',
  'latest attack',
  '/sources',
];

/** Every answer as it is printed, with the texts put into folders in an order. */
const printed = async (order: readonly (readonly [string, string])[], folders: number): Promise<string> => {
  const root = temporaryFolder();
  const names = Array.from({ length: folders }, (_, i) => join(root, `folder-${i}`));
  for (const name of names) mkdirSync(name);
  for (const [i, [name, text]] of order.entries())
    writeFileSync(join(names[i % folders] ?? root, `${name}.txt`), text);
  const where = names.flatMap(name => ['--articles', name]);
  const ended = await sitrep(['ask', '--json', '--as-of', '2025-05-01T00:00:00Z', ...where], {
    stdin: QUESTIONS.join('\n'),
  });
  expect(ended.stderr).toBe('');
  return ended.stdout;
};

test('neither the order of files nor that of folders changes a byte', async () => {
  const [a, b, c] = TEXTS;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three texts');
  const one = await printed([a, b, c], 1);
  expect(one).toContain('fruit market');
  expect(await printed([c, b, a], 3)).toBe(one);
  expect(await printed([b, c, a], 2)).toBe(one);
});
