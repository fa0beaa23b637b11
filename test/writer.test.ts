import { expect, test } from 'vitest';
import { openStore } from '../src/store/sqlite.ts';
import { createBoard } from '../src/threads/board.ts';
import { createWriter, shareWriter, type Writer } from '../src/writer.ts';

const clock = { now: () => new Date('2026-01-01T00:00:00.000Z') };

const parts = (): { readonly first: Writer; readonly second: Writer; readonly isHeld: () => boolean } => {
  const board = createBoard();
  const store = openStore(':memory:', null, board.fence);
  if (!store.ok) throw new Error(store.error.message);
  const { lease } = store.value;
  const part = shareWriter(createWriter(store.value, clock), board);
  // Nothing but who holds the lease may renew it.
  return {
    first: part('sending'),
    second: part('taking'),
    isHeld: () => lease.renew(clock.now().toISOString(), 60).ok,
  };
};

test('a part that ends leaves the right to write to those that go on', () => {
  const { first, second, isHeld } = parts();
  expect([first.hold().ok, second.hold().ok]).toEqual([true, true]);
  first.release();
  expect(isHeld()).toBe(true);
  second.release();
  expect(isHeld()).toBe(false);
});

test('a part that took nothing, or gave it back already, gives nothing back', () => {
  const { first, second, isHeld } = parts();
  expect(first.hold().ok).toBe(true);
  second.release();
  second.release();
  expect(isHeld()).toBe(true);
  first.release();
  first.release();
  expect(isHeld()).toBe(false);
  expect(first.hold().ok).toBe(true);
  expect(isHeld()).toBe(true);
});
