import { PassThrough } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chat } from '../../../src/platform/terminal/chat.ts';
import type { History } from '../../../src/platform/terminal/history.ts';

const UP = '\u001b[A';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** A chat that answers in capitals, with somebody at its keyboard. */
const start = (remembered: readonly string[] = []) => {
  const input = new PassThrough();
  const output = new PassThrough();
  const added: string[] = [];
  const history: History = { load: () => remembered, add: question => added.push(question) };
  let seen = '';
  const waiting: { text: string; done: () => void }[] = [];
  output.on('data', chunk => {
    seen += String(chunk);
    for (const one of [...waiting]) {
      if (!seen.includes(one.text)) continue;
      waiting.splice(waiting.indexOf(one), 1);
      one.done();
    }
  });
  const left = chat({
    input,
    output,
    greeting: 'Hello.',
    prompt: '> ',
    answer: async question => `ANSWER ${question.toUpperCase()}`,
    complete: line => ({
      from: line.lastIndexOf(' ') + 1,
      candidates: ['Quetta', 'Quilon'].filter(name =>
        name.toLowerCase().startsWith((line.split(' ').at(-1) ?? '').toLowerCase()),
      ),
    }),
    history,
  });
  onTestFinished(() => {
    input.end();
  });
  return {
    type: (keys: string) => input.write(keys),
    shows: (text: string) =>
      new Promise<void>(done => {
        if (seen.includes(text)) done();
        else waiting.push({ text, done });
      }),
    left,
    added,
    seen: () => seen,
  };
};

describe('a chat in the terminal', () => {
  test('greets, answers and goes on', async () => {
    const person = start();
    await person.shows('Hello.');
    person.type('first\r');
    await person.shows('ANSWER FIRST');
    person.type('second\r');
    await person.shows('ANSWER SECOND');
    expect(person.added).toEqual(['first', 'second']);
  });

  test('answers pasted questions in their order, before it leaves', async () => {
    const person = start();
    person.type(`one\rtwo\rthree\r${CTRL_D}`);
    await person.left;
    expect(person.seen().match(/ANSWER \w+/g)).toEqual(['ANSWER ONE', 'ANSWER TWO', 'ANSWER THREE']);
  });

  test('answers nothing to an empty line', async () => {
    const person = start();
    person.type(`\r  \r${CTRL_D}`);
    await person.left;
    expect(person.seen()).not.toContain('ANSWER');
    expect(person.added).toEqual([]);
  });

  test.for([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-C in the middle of a question', `half a question${CTRL_C}`],
    ['Ctrl-D', CTRL_D],
  ] as const)('%s leaves', async ([, keys]) => {
    const person = start();
    person.type(keys);
    await person.left;
    expect(person.seen()).not.toContain('ANSWER');
  });

  test('Tab completes a name and puts its spelling right', async () => {
    const person = start();
    person.type('/casualties quet');
    person.type('\t');
    await person.shows('Quetta');
    person.type('\r');
    await person.shows('ANSWER /CASUALTIES QUETTA');
    expect(person.added).toEqual(['/casualties Quetta']);
  });

  test('Tab twice shows the choices', async () => {
    const person = start();
    person.type('in qu');
    person.type('\t');
    person.type('\t');
    await person.shows('Quilon');
  });

  test('the arrow key brings back the last question of an earlier session', async () => {
    const person = start(['older', 'newer']);
    person.type(`${UP}\r`);
    await person.shows('ANSWER NEWER');
  });
});
