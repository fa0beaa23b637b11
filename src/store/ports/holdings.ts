import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';
import type { AsOf } from './archive.ts';

/** The version of an article that a fact was read from, and when the article was published; null when it does not say. */
interface Held {
  /** For `figureAt` or `reportAt`. */
  readonly key: number;
  readonly version: number;
  readonly published: string | null;
}

export interface HeldReport extends Held {
  readonly report: Report;
}

export interface HeldCount extends Held {
  readonly figure: Figure;
}

/**
 * What incidents and counts are made from, read as it is gone through, which can be done once. `counts` are the figures of more than one incident, and those of single ones
 * that no report of their article tells of.
 */
export interface Holdings {
  readonly reports: Iterable<HeldReport>;
  readonly counts: Iterable<HeldCount>;
}

/** What a reader saw who keeps it in memory. */
export interface Seen {
  readonly revision: number;
  readonly asOf: AsOf;
}

/** For readers who keep the archive in memory and follow it. Versions go by their keys, which are never used twice. */
export interface HoldingStore {
  /** Goes up with every write that changes what articles say, whichever process made it. */
  readonly revision: () => number;
  /** Everything that exists at a moment, or what the given versions then hold; in the order of the archive. */
  readonly holdings: (asOf: AsOf, versions?: readonly number[]) => Holdings;
  /** A figure by its key. @throws RangeError when this version does not hold it any more: its article was read again */
  readonly figureAt: (key: number, version: number) => Figure;
  /** A report by its key. @throws RangeError as `figureAt` does */
  readonly reportAt: (key: number, version: number) => Report;
  /** Versions written, ended or read again since, and those that came or went by the passage of time alone. */
  readonly touched: (seen: Seen, asOf: AsOf) => readonly number[];
}
