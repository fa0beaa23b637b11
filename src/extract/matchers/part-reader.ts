import type { Measure } from '../../core/figure.ts';
import type { Shape } from '../units/units.ts';
import type { Total } from './running.ts';

/** One way print takes a total apart. `running` is the last total before the match; null when there is none. */
export interface PartReader {
  readonly name: string;
  readonly pattern: RegExp;
  readonly list: string;
  /** Every count must say whose side: the phrase alone would read too much. */
  readonly needsSide?: boolean;
  /** A lone count is no breakdown there. */
  readonly needsList?: boolean;
  /** The group that must be printed for a lone "a soldier" to be a part: "a soldier was among nine killed". */
  readonly single?: string;
  /** Another body's count of the same, and no part of it. */
  readonly alone?: boolean;
  /** It may be larger than the total named last: "is held responsible for about 300". */
  readonly anySize?: boolean;
  readonly measure: (
    shape: Shape,
    at: (group: string) => number | null,
    running: Total | null,
  ) => Measure | null;
}
