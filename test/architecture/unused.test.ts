import { describe, expect, test } from 'vitest';
import { filesBelow, type Source } from './sources.ts';
import { unusedExports } from './unused.ts';

const PRODUCT = ['src', 'commands', 'scripts', 'bench']
  .flatMap(filesBelow)
  .filter(({ path }) => path.endsWith('.ts'));

test('nothing is exported that nothing uses', () => {
  expect(PRODUCT.length).toBeGreaterThan(20);
  expect(unusedExports(PRODUCT)).toEqual([]);
});

describe('an export is', () => {
  const user: Source = {
    path: 'src/b.ts',
    text: "import { a } from './a.ts'; import type { T } from './a.ts'; a();",
  };
  test.for<[claim: string, files: Source[], unused: string[]]>([
    ['unused when nobody takes it', [{ path: 'src/a.ts', text: 'export const a = 1;' }], ['src/a.ts: a']],
    [
      'unused when another file of the same name is meant',
      [{ path: 'src/c/a.ts', text: 'export const a = 1;' }, user],
      ['src/c/a.ts: a'],
    ],
    [
      'unused, function or type',
      [{ path: 'src/c.ts', text: 'export function f() {} export interface T {} export type U = 1;' }],
      ['src/c.ts: f', 'src/c.ts: T', 'src/c.ts: U'],
    ],
    [
      'used when imported',
      [{ path: 'src/a.ts', text: 'export const a = 1; export interface T {}' }, user],
      [],
    ],
    [
      'used when its own file needs it',
      [{ path: 'src/a.ts', text: 'export interface A {} export const a = (x: A) => x;' }, user],
      [],
    ],
    [
      'used when the whole file is taken',
      [
        { path: 'src/a.ts', text: 'export const z = 1;' },
        { path: 'src/b.ts', text: "import * as a from './a.ts'; a.z;" },
      ],
      [],
    ],
  ])('%s', ([, files, unused]) => {
    expect(unusedExports(files)).toEqual(unused);
  });
});
