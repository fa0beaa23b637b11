import type { Failure, Result } from '../../core/result.ts';

/**
 * Why nothing was written. `disk-full` passes when there is space again, `busy` when the other process is done;
 * `not-writer`: this store has no lease, or another process took it over; `broken`: the file or the disk is.
 */
export interface WriteFailure extends Failure {
  readonly kind: 'disk-full' | 'busy' | 'not-writer' | 'broken';
}

/** What a write gives back. After a failure the file is as it was before, and the next write may succeed. */
export type Saved<T> = Result<T, WriteFailure>;
