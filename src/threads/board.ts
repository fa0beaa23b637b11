import type { TakingIn } from '../core/taking-in.ts';
import type { Fence } from '../store/ports/lease.ts';

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
}

/** One number each, of 4 bytes. */
const [FENCE, NEEDS, TAKING] = [0, 1, 2];
const BYTES = 12;

/** Fences begin at 1. */
const NONE = 0;

/** @param memory of another thread's board; without it a new one */
export const createBoard = (memory: SharedArrayBuffer = new SharedArrayBuffer(BYTES)): Board => {
  const cells = new Int32Array(memory);
  return {
    memory,
    fence: {
      read: () => Atomics.load(cells, FENCE) || null,
      write: fence => void Atomics.store(cells, FENCE, fence ?? NONE),
      isNeeded: () => Atomics.load(cells, NEEDS) !== 0,
    },
    need: (part, needs) => {
      const bit = 1 << PARTS.indexOf(part);
      const before = needs ? Atomics.or(cells, NEEDS, bit) : Atomics.and(cells, NEEDS, ~bit);
      return (before & bit) !== 0;
    },
    taking: () => STATES[Atomics.load(cells, TAKING)] ?? 'no',
    setTaking: state => void Atomics.store(cells, TAKING, STATES.indexOf(state)),
  };
};
