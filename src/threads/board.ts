import type { TakingIn } from '../core/taking-in.ts';
import type { Fence } from '../store/ports/lease.ts';
import type { Turn } from '../store/ports/sharing.ts';

/** What of a running bot needs the right to write for long. Each ends at its own time. */
const PARTS = ['sending', 'planning', 'taking'] as const;

export type WritingPart = (typeof PARTS)[number];

const STATES: readonly TakingIn[] = ['no', 'here', 'waits', 'fails'];

/** What all threads of one program see at once: under which fence they write, which parts need it, what the intake does. */
export interface Board {
  /** To be handed to a thread, which makes its own board of it. */
  readonly memory: SharedArrayBuffer;
  readonly fence: Fence;
  /** Says whether a part needs the right to write. @returns whether it did before */
  readonly need: (part: WritingPart, needs: boolean) => boolean;
  readonly taking: () => TakingIn;
  readonly setTaking: (state: TakingIn) => void;
  /** @param isFirst whether the others let it go first */
  readonly turn: (isFirst: boolean) => Turn;
  /** A thread has ended, and writes no more. */
  readonly ended: (parts: readonly WritingPart[]) => void;
}

/** One number each, of 4 bytes. */
const [FENCE, NEEDS, TAKING, WRITES, WAITS] = [0, 1, 2, 3, 4];
const BYTES = 20;

/** Milliseconds after which a turn is no longer waited for; the lock of the file decides then. */
const PATIENCE = 1_000;

/** Fences begin at 1. */
const NONE = 0;

/** @param memory of another thread's board; without it a new one */
export const createBoard = (memory: SharedArrayBuffer = new SharedArrayBuffer(BYTES)): Board => {
  const cells = new Int32Array(memory);
  const free = (): void => {
    Atomics.store(cells, WRITES, 0);
    Atomics.notify(cells, WRITES, 1);
  };
  /** Waits while a cell is not 0. @returns whether there is time left */
  const whileSet = (cell: number, until: number): boolean => {
    const left = until - performance.now();
    const value = Atomics.load(cells, cell);
    if (value !== 0 && left > 0) Atomics.wait(cells, cell, value, left);
    return left > 0;
  };
  const need: Board['need'] = (part, needs) => {
    const bit = 1 << PARTS.indexOf(part);
    const before = needs ? Atomics.or(cells, NEEDS, bit) : Atomics.and(cells, NEEDS, ~bit);
    return (before & bit) !== 0;
  };
  return {
    memory,
    fence: {
      read: () => Atomics.load(cells, FENCE) || null,
      write: fence => void Atomics.store(cells, FENCE, fence ?? NONE),
      isNeeded: () => Atomics.load(cells, NEEDS) !== 0,
    },
    need,
    taking: () => STATES[Atomics.load(cells, TAKING)] ?? 'no',
    setTaking: state => void Atomics.store(cells, TAKING, STATES.indexOf(state)),
    ended: parts => {
      for (const part of parts) need(part, false);
      free();
    },
    turn: isFirst => {
      let isMine = false;
      return {
        take: () => {
          const until = performance.now() + PATIENCE;
          if (isFirst) Atomics.add(cells, WAITS, 1);
          else while (Atomics.load(cells, WAITS) !== 0 && whileSet(WAITS, until));
          for (;;) {
            isMine = Atomics.compareExchange(cells, WRITES, 0, 1) === 0;
            if (isMine || !whileSet(WRITES, until)) break;
          }
          if (!isFirst) return;
          Atomics.sub(cells, WAITS, 1);
          Atomics.notify(cells, WAITS);
        },
        give: () => {
          if (isMine) free();
          isMine = false;
        },
      };
    },
  };
};
