import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask, commands } from '../../commands/index.ts';

test('the commands stand in the order in which people meet them', () => {
  expect(commands.map(each => each.name)).toEqual([
    'casualties',
    'incident',
    'search',
    'article',
    'sources',
    'why',
    'status',
    'digest',
    'watch',
    'feed',
    'withdraw',
    'restore',
    'help',
  ]);
});

test('every command has a file of its own name, and every file a command', () => {
  const files = readdirSync(new URL('../../commands', import.meta.url)).sort();
  expect(files).toEqual([...commands.map(each => `${each.name}.ts`), 'index.ts'].sort());
});

test.for([...commands, ask])('/$name keeps the limits of every platform', command => {
  expect(command.name).toMatch(/^[a-z0-9_]{1,32}$/);
  expect(command.description.length).toBeGreaterThan(0);
  expect(command.description.length).toBeLessThanOrEqual(100);
  expect(command.options.length).toBeLessThanOrEqual(25);
  for (const option of command.options) {
    expect(option.name).toMatch(/^[a-z0-9_]{1,32}$/);
    expect(option.description.length).toBeLessThanOrEqual(100);
    expect(option.choices !== undefined).toBe(option.kind === 'choice');
  }
  const required = command.options.map(option => option.required);
  expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
});

test('examples begin with the command they are of', () => {
  for (const { name, examples } of commands)
    for (const example of examples) expect(example.split(' ')[0]).toBe(`/${name}`);
});
