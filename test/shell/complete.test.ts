import { describe, expect, test } from 'vitest';
import { createCompleter } from '../../src/complete.ts';
import type { CommandOption, OptionKind } from '../../src/core/command.ts';
import type { NameKind } from '../../src/search/ports.ts';

const option = (kind: OptionKind): CommandOption => ({ name: kind, kind, description: '', required: false });

const NAMES: readonly [kind: NameKind, name: string][] = [
  ['place', 'Quetta'],
  ['place', 'Dera Ismail Khan'],
  ['place', 'Ismail Khel'],
  ['group', 'Qaeda'],
  ['body', 'PICSS'],
];

const complete = createCompleter(
  [
    { name: 'casualties', options: [option('place'), option('body')] },
    { name: 'help', options: [] },
    { name: 'why', options: [option('citation')] },
  ],
  {
    complete: (prefix, kinds) =>
      NAMES.filter(
        ([kind, name]) => kinds.includes(kind) && name.toLowerCase().startsWith(prefix.toLowerCase()),
      ).map(([kind, name]) => ({ kind, id: name, name, aliases: [], weight: 1 })),
  },
);

describe('completes', () => {
  test.for<[line: string, completed: string[]]>([
    ['/', ['/casualties ', '/help ', '/why ']],
    ['/ca', ['/casualties ']],
    ['/CA', ['/casualties ']],
    ['/x', []],
    ['/casualties q', ['/casualties Quetta']],
    ['/casualties 2024 pic', ['/casualties 2024 PICSS']],
    ['/casualties dera is', ['/casualties Dera Ismail Khan']],
    ['/casualties 2024 dera is', ['/casualties 2024 Dera Ismail Khan']],
    ['/casualties ', []],
    ['/help q', []],
    ['/why q', []],
    ['/unknown q', []],
    ['what happened in q', ['what happened in Quetta', 'what happened in Qaeda']],
    ['', []],
  ])('%j to %j', ([line, completed]) => {
    const { from, candidates } = complete(line);
    expect(candidates.map(candidate => line.slice(0, from) + candidate)).toEqual(completed);
  });
});
