import { describe, expect, test } from 'vitest';
import {
  dataViolations,
  exportViolations,
  importViolations,
  lengthViolations,
  MAX_LINES,
  machinePathViolations,
  sourceOfTruthViolations,
  typeViolations,
} from './rules.ts';
import { filesAtTop, filesBelow, type Source } from './sources.ts';

const CODE = ['src', 'commands'].flatMap(filesBelow).filter(({ path }) => path.endsWith('.ts'));
const IN_SRC = CODE.filter(({ path }) => path.startsWith('src/'));
const WRITTEN = [
  ...CODE,
  ...['test', 'scripts', 'bench', '.ci', 'data/articles'].flatMap(filesBelow),
  ...filesAtTop(),
];

type Rule = (source: Source) => readonly string[];

const RULES: readonly [claim: string, rule: Rule, sources: readonly Source[]][] = [
  ['imports only what the table of the house allows', importViolations, CODE],
  ['checks types instead of claiming them', typeViolations, CODE],
  [`has at most ${MAX_LINES} lines a file`, lengthViolations, CODE],
  ['exports by name, and only what it defines', exportViolations, IN_SRC],
  ['reaches data only where it is checked', dataViolations, CODE],
  ['takes time from the clock, settings from main and nothing from chance', sourceOfTruthViolations, CODE],
  ['names no path of one machine', machinePathViolations, WRITTEN],
];

describe('the code', () => {
  test.for(RULES)('%s', ([, rule, sources]) => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(source => [...rule(source)])).toEqual([]);
  });
});

describe('a rule finds', () => {
  test.for<[what: string, rule: Rule, path: string, text: string]>([
    ['a folder upstream', importViolations, 'src/core/a.ts', "import { b } from '../text/b.ts';"],
    [
      'a type of a folder upstream',
      importViolations,
      'src/text/a.ts',
      "import type { B } from '../store/b.ts';",
    ],
    ['a type import in place', importViolations, 'src/text/a.ts', "type B = import('../store/b.ts').B;"],
    ['a dynamic import', importViolations, 'src/core/a.ts', "const b = await import('../bot/b.ts');"],
    ['a re-export', importViolations, 'src/core/a.ts', "export { b } from '../bot/b.ts';"],
    ['a package without a door', importViolations, 'src/core/a.ts', "import { z } from 'zod';"],
    ['a package of another folder', importViolations, 'src/query/a.ts', "import M from 'minisearch';"],
    ['part of a package', importViolations, 'src/answer/a.ts', "import { add } from 'date-fns/add';"],
    ['a large package imported whole', importViolations, 'src/text/a.ts', "import { add } from 'date-fns';"],
    ['part of Node', importViolations, 'src/render/a.ts', "import { join } from 'node:path';"],
    [
      'a command that reaches for the store',
      importViolations,
      'commands/a.ts',
      "import { s } from '../src/store/s.ts';",
    ],
    ['a folder that is not in the house', importViolations, 'src/helpers/a.ts', ''],
    [
      'a platform in another',
      importViolations,
      'src/platform/discord/a.ts',
      "import { b } from '../telegram/b.ts';",
    ],
    [
      'a platform in what all share',
      importViolations,
      'src/platform/common/a.ts',
      "import { b } from '../discord/b.ts';",
    ],
    ['a claimed type', typeViolations, 'src/core/a.ts', 'const a = b as string;'],
    ['a claimed type of a constant', typeViolations, 'src/core/a.ts', 'const a = b as Const;'],
    ['any', typeViolations, 'src/core/a.ts', 'const a = (b: any[]) => b;'],
    ['a claim that it is not null', typeViolations, 'src/core/a.ts', 'const a = b!.c;'],
    ['a claim that it is set', typeViolations, 'src/core/a.ts', 'const a = b[0]!;'],
    ['a long file', lengthViolations, 'src/core/a.ts', 'a();\n'.repeat(MAX_LINES + 1)],
    ['a barrel', exportViolations, 'src/core/a.ts', "export * from './b.ts';"],
    ['a name passed on', exportViolations, 'src/core/a.ts', "export { b } from './b.ts';"],
    [
      'a type of another folder passed on',
      exportViolations,
      'src/text/a.ts',
      "export type { B } from '../core/b.ts';",
    ],
    ['a default export', exportViolations, 'src/core/a.ts', 'export default 1;'],
    [
      'imported data',
      dataViolations,
      'src/query/a.ts',
      "import d from '../../data/d.json' with { type: 'json' };",
    ],
    [
      'data by its path',
      dataViolations,
      'src/query/a.ts',
      "read(new URL('../../data/d.json', import.meta.url));",
    ],
    ['the system clock', sourceOfTruthViolations, 'src/query/a.ts', 'const now = new Date();'],
    ['the system clock in numbers', sourceOfTruthViolations, 'src/query/a.ts', 'const now = Date.now();'],
    ['the environment', sourceOfTruthViolations, 'src/bot/a.ts', 'const a = process.env.A;'],
    ['chance', sourceOfTruthViolations, 'src/query/a.ts', 'const a = Math.random();'],
    [
      'a path of one machine',
      machinePathViolations,
      'test/a.ts',
      `const a = '${['', 'home', 'me'].join('/')}';`,
    ],
  ])('%s', ([, rule, path, text]) => {
    expect(rule({ path, text })).toHaveLength(1);
  });
});

describe('a rule leaves alone', () => {
  test.for<[what: string, rule: Rule, path: string, text: string]>([
    ['its own folder', importViolations, 'src/text/periods/a.ts', "import { b } from '../b.ts';"],
    ['what the table allows', importViolations, 'src/query/a.ts', "import { b } from '../store/b.ts';"],
    ['a door', importViolations, 'src/text/a.ts', "import { add } from 'date-fns/add';"],
    [
      'what the top builds',
      importViolations,
      'src/main.ts',
      "import { b } from './store/b.ts'; import 'zod';",
    ],
    [
      'what all platforms share',
      importViolations,
      'src/platform/discord/a.ts',
      "import { b } from '../common/b.ts';",
    ],
    ['an import in a comment', importViolations, 'src/core/a.ts', "// import { b } from '../text/b.ts';"],
    ['constants', typeViolations, 'src/core/a.ts', "const a = ['b'] as const;"],
    [
      'renamed imports',
      typeViolations,
      'src/core/a.ts',
      "import { b as c } from './b.ts'; export { c as d };",
    ],
    [
      'words',
      typeViolations,
      'src/core/a.ts',
      '/* any b as c! */ const a = "x as any!"; if (!a) b(`$' + '{a!==c} as d`);',
    ],
    [
      'what is checked',
      typeViolations,
      'src/core/a.ts',
      'const a = { b: 1 } satisfies C; const d: unknown = a;',
    ],
    ['the longest file', lengthViolations, 'src/core/a.ts', 'a();\n'.repeat(MAX_LINES)],
    [
      'exports by name',
      exportViolations,
      'src/core/a.ts',
      'export const a = 1; export interface B { readonly c: 1 }',
    ],
    [
      'a type of the same folder passed on',
      exportViolations,
      'src/text/a.ts',
      "export type { B } from './b/b.ts';",
    ],
    [
      'who may read data',
      dataViolations,
      'src/knowledge/a.ts',
      "import d from '../../data/d.json' with { type: 'json' };",
    ],
    ['the clock itself', sourceOfTruthViolations, 'src/core/clock.ts', 'const now = new Date();'],
    [
      'a given time',
      sourceOfTruthViolations,
      'src/query/a.ts',
      'const then = new Date(iso); const t = Date.parse(iso);',
    ],
    ['main', sourceOfTruthViolations, 'src/main.ts', 'read(process.env);'],
    ['addresses', machinePathViolations, 'test/a.ts', `const a = 'https://example.org/${'home'}/page';`],
  ])('%s', ([, rule, path, text]) => {
    expect(rule({ path, text })).toEqual([]);
  });
});
