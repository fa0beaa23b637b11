import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createBoard } from '../../src/threads/board.ts';
import { errorSent, sentError } from '../../src/threads/sent-error.ts';
import { createWaiting } from '../../src/threads/waiting.ts';

const BOARD = new URL('../../src/threads/board.ts', import.meta.url).href;

test('what one board says, every board on the same memory sees', () => {
  const one = createBoard();
  const other = createBoard(one.memory);
  expect([other.fence.read(), other.fence.isNeeded(), other.taking()]).toEqual([null, false, 'no']);
  one.fence.write(7);
  expect(one.need('sending', true)).toBe(false);
  expect(other.need('taking', true)).toBe(false);
  one.setTaking('waits');
  expect([other.fence.read(), other.fence.isNeeded(), other.taking()]).toEqual([7, true, 'waits']);
  expect(other.need('sending', false)).toBe(true);
  expect(one.fence.isNeeded()).toBe(true);
  one.ended(['taking']);
  expect(other.fence.isNeeded()).toBe(false);
  other.fence.write(null);
  expect(one.fence.read()).toBeNull();
});

/** Takes turns with this thread, and never finds itself beside it. */
const OTHER = `
  const { workerData, parentPort } = require('node:worker_threads');
  import(${JSON.stringify(BOARD)}).then(({ createBoard }) => {
    const turn = createBoard(workerData.board).turn(false);
    const cells = new Int32Array(workerData.cells);
    let beside = 0;
    for (let i = 0; i < 500; i++) {
      turn.take();
      if (Atomics.add(cells, 0, 1) !== 0) beside++;
      for (let n = 0; n < 5000; n++) Atomics.load(cells, 1);
      Atomics.sub(cells, 0, 1);
      turn.give();
    }
    parentPort.postMessage(beside);
  });
`;

test('threads take turns: no two are at it at once, and none waits for ever', {
  timeout: 60_000,
}, async () => {
  const board = createBoard();
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const other = new Worker(OTHER, { eval: true, workerData: { board: board.memory, cells: cells.buffer } });
  const besideThere = new Promise(resolve => other.once('message', resolve));
  const turn = board.turn(true);
  let beside = 0;
  for (let i = 0; i < 500; i++) {
    turn.take();
    if (Atomics.add(cells, 0, 1) !== 0) beside++;
    Atomics.sub(cells, 0, 1);
    turn.give();
    if (i % 10 === 0) await new Promise(resolve => setImmediate(resolve));
  }
  expect([beside, await besideThere]).toEqual([0, 0]);
});

test('the turn of a thread that ended in the middle is free again', () => {
  const board = createBoard();
  const dead = createBoard(board.memory).turn(false);
  dead.take();
  board.ended(['taking']);
  const turn = board.turn(true);
  turn.take();
  // Given back by the dead one, it is not taken from whoever has it now.
  turn.give();
  turn.take();
  turn.give();
});

test.for([
  ['an error', new TypeError('made up'), 'TypeError: made up'],
  [
    'an error with what cannot be copied',
    Object.assign(new Error('made up'), { f: () => 1 }),
    'Error: made up',
  ],
  ['what is no error', 'made up', 'made up'],
] as const)('%s is the same in another thread', ([, error, words]) => {
  const there = errorSent(structuredClone(sentError(error)));
  expect(String(there)).toBe(words);
  if (error instanceof Error && there instanceof Error) expect(there.stack).toBe(error.stack);
});

test('whoever waits is told what came, or that nothing will', async () => {
  const waiting = createWaiting<string | null>();
  const [first, second, third] = [waiting.open(), waiting.open(), waiting.open()];
  waiting.close(second.id, 'second');
  waiting.close(second.id, 'again');
  waiting.closeAll(null);
  waiting.close(third.id, 'late');
  expect(await Promise.all([first.value, second.value, third.value])).toEqual([null, 'second', null]);
});
