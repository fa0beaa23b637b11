import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';

/** Who writes: the program's name for itself, and the process it is. */
export interface Holder {
  readonly name: string;
  readonly pid: number;
  readonly host: string;
}

export interface Lease extends Holder {
  readonly taken: Instant;
  readonly renewed: Instant;
  readonly expires: Instant;
  /** Higher with every taking. */
  readonly fence: number;
}

/**
 * One writer a file. A store without the lease reads; all its writes fail as `not-writer`. A lease that has expired may
 * still be written under, until another process has taken it over.
 */
export interface LeaseStore {
  /**
   * Takes the lease for this store, or renews its own.
   * @param gone whether the present holder is known to have ended; its lease is then taken at once
   * @returns a failure that says who holds it, while that lease has not expired
   */
  readonly take: (
    holder: Holder,
    at: Instant,
    seconds: number,
    gone?: (holder: Holder) => boolean,
  ) => Saved<Lease>;
  /** To be done well before it expires; a store may leave it as it is when a twentieth of its time has not gone by. */
  readonly renew: (at: Instant, seconds: number) => Saved<Lease>;
  /** Gives it back; without one nothing happens. */
  readonly release: (at: Instant) => Saved<null>;
  /** Who took it last, whether or not it has expired; null when nobody ever did. */
  readonly current: () => Lease | null;
}
