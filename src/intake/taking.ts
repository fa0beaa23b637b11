import type { TakingIn } from '../core/taking-in.ts';
import type { Visited } from './visit-state.ts';

/** Told of what comes in. */
export interface TakingHeard {
  readonly onVisit: (visited: Visited) => void;
  readonly onFile: (name: string, refusals: readonly string[]) => void;
  /** Why something could not be kept, in one line. */
  readonly onTrouble: (line: string) => void;
  readonly onBug: (error: unknown, where: string) => void;
}

/** What takes articles in while something else runs. */
export interface Taking {
  readonly state: () => TakingIn;
  /** Until the signal aborts; then what has begun is finished, and the right to write is given back. */
  readonly run: (signal: AbortSignal, heard: TakingHeard) => Promise<void>;
}
