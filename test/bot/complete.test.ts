import { describe, expect, test } from 'vitest';
import { createCompleter } from '../../src/bot/complete.ts';
import type { CommandOption, OptionKind } from '../../src/core/command.ts';
import type { NameKind } from '../../src/search/ports.ts';

const option = (kind: OptionKind): CommandOption => ({ name: kind, kind, description: '', required: false });

const NAMES: readonly [kind: NameKind, name: string, weight?: number][] = [
  ['place', 'Quetta'],
  ['place', 'Dera Ismail Khan'],
  ['place', 'Ismail Khel', 0],
  ['group', 'Qaeda'],
  ['body', 'PICSS'],
];

const complete = createCompleter(
  [
    { name: 'casualties', options: [option('place'), option('body')] },
    { name: 'feed', options: [{ ...option('choice'), choices: ['add', 'list'] }, option('url')] },
    { name: 'help', options: [option('command')] },
    { name: 'incident', options: [option('where')] },
    { name: 'why', options: [option('citation')] },
  ],
  {
    complete: (prefix, kinds) =>
      NAMES.filter(
        ([kind, name]) => kinds.includes(kind) && name.toLowerCase().startsWith(prefix.toLowerCase()),
      ).map(([kind, name, weight = 1]) => ({ kind, id: name, name, aliases: [], weight })),
  },
);

describe('completes', () => {
  test.for<[line: string, completed: string[]]>([
    ['/', ['/casualties ', '/feed ', '/help ', '/incident ', '/why ']],
    ['/ca', ['/casualties ']],
    ['/CA', ['/casualties ']],
    ['/x', []],
    ['/casualties q', ['/casualties Quetta']],
    ['/casualties 2024 pic', ['/casualties 2024 PICSS']],
    ['/casualties dera is', ['/casualties Dera Ismail Khan']],
    ['/casualties 2024 dera is', ['/casualties 2024 Dera Ismail Khan']],
    ['/casualties ', ['/casualties Quetta', '/casualties Dera Ismail Khan', '/casualties PICSS']],
    ['/incident q', ['/incident Quetta', '/incident Qaeda']],
    ['/help ', ['/help casualties', '/help feed', '/help help', '/help incident', '/help why']],
    ['/help c', ['/help casualties']],
    ['/help q', []],
    ['/feed ', ['/feed add', '/feed list']],
    ['/feed A', ['/feed add']],
    ['/feed add q', []],
    ['/why q', []],
    ['/unknown q', []],
    ['what happened in q', ['what happened in Quetta', 'what happened in Qaeda']],
    ['', []],
  ])('%j to %j', ([line, completed]) => {
    const { from, candidates } = complete(line);
    expect(candidates.map(candidate => line.slice(0, from) + candidate)).toEqual(completed);
  });
});
