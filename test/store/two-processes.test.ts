import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

interface Process {
  readonly tell: (line: string) => Promise<string>;
  readonly child: ChildProcess;
}

const start = (file: string, name: string): Process => {
  const child = spawn(process.execPath, ['test/store/process/taker.ts', file, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    tell: async line => {
      child.stdin.write(`${line}\n`);
      const { value } = await answers.next();
      return String(value);
    },
  };
};

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();

test('of two processes on one file one writes, both read, and who was overtaken writes no more', async () => {
  const file = join(temporaryFolder(), 'a.db');
  const anne = start(file, 'anne');
  const bert = start(file, 'bert');
  expect(await anne.tell(`take ${at(0)}`)).toBe('fence 1');
  const held = `not-writer: The database ${file} is written by anne (process ${anne.child.pid} on here) since ${at(0)}.`;
  expect(await bert.tell(`take ${at(9)}`)).toBe(held);
  expect(await bert.tell(`land x ${at(9)}`)).toMatch(
    /^not-writer: .* open for reading only; nothing was saved\.$/,
  );
  expect(await anne.tell(`land a ${at(9)}`)).toBe('landed');
  expect(await bert.tell('list')).toBe('a');
  // Anne stands still for longer than her lease, and then goes on as if nothing had been.
  anne.child.kill('SIGSTOP');
  expect(await bert.tell(`take ${at(10)}`)).toBe('fence 2');
  expect(await bert.tell(`land b ${at(10)}`)).toBe('landed');
  anne.child.kill('SIGCONT');
  expect(await anne.tell(`land late ${at(11)}`)).toMatch(/^not-writer: .* is written by bert /);
  expect(await anne.tell('list')).toBe('a b');
  expect(await bert.tell('list')).toBe('a b');
});

test('of two processes that take an expired lease at once, one gets it', async () => {
  const file = join(temporaryFolder(), 'a.db');
  const all = ['anne', 'bert', 'carl'].map(name => start(file, name));
  for (let round = 0; round < 5; round++) {
    const fences = await Promise.all(all.map(one => one.tell(`take ${at(100 * round)}`)));
    expect(fences.filter(answer => answer.startsWith('fence'))).toHaveLength(1);
    const landed = await Promise.all(all.map(one => one.tell(`land round-${round} ${at(100 * round)}`)));
    expect(landed.filter(answer => answer === 'landed')).toHaveLength(1);
  }
});
