import { describe, expect, test } from 'vitest';
import { circles } from './circles.ts';
import { filesBelow, type Source } from './sources.ts';

const CODE = ['src', 'commands', 'test', 'scripts', 'bench']
  .flatMap(filesBelow)
  .filter(({ path }) => path.endsWith('.ts'));

test('no files import one another', () => {
  expect(CODE.length).toBeGreaterThan(20);
  expect(circles(CODE)).toEqual([]);
});

describe('a circle is', () => {
  const file = (name: string, ...imports: string[]): Source => ({
    path: `src/${name}.ts`,
    text: imports.map(each => `import type { T } from './${each}.ts';`).join(' '),
  });
  test.for<[claim: string, files: Source[], found: string[]]>([
    ['two files', [file('a', 'b'), file('b', 'a')], ['src/a.ts > src/b.ts > src/a.ts']],
    [
      'a longer way round',
      [file('a', 'b'), file('b', 'c'), file('c', 'b')],
      ['src/b.ts > src/c.ts > src/b.ts'],
    ],
    ['no file taken twice', [file('a', 'b', 'c'), file('b', 'c'), file('c')], []],
  ])('%s', ([, files, found]) => {
    expect(circles(files)).toEqual(found);
  });
});
