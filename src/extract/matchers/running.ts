import type { Measure } from '../../core/figure.ts';
import type { People } from '../units/group.ts';

/** The total that parts belong to: the last one read, in this sentence or the one before. */
export interface Total {
  readonly measure: Measure;
  readonly low: number | null;
}

/** What the sentences before leave to the one at hand. */
export interface Running {
  /** The last total read; null at the start. */
  readonly total: Total | null;
  /** The last ones read, the newest last: "nine of the 11" points to the 11. */
  readonly totals: readonly Total[];
  /** What the sentence before spoke of without giving its number: "The number of injured went the other way." */
  readonly topic: Measure | null;
  /** Counted people of the sentences before, the latest last: whom "the hostages" points to. */
  readonly people: readonly People[];
}
