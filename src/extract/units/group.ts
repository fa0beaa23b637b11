import type { Quantity, VictimClass } from '../../core/figure.ts';

/**
 * How a group of people is printed. `counted`: "five soldiers". `one`: "a policeman". `definite`: "the officer",
 * "his wife", "both attackers". `named`: "Malik Khan". `bare`: "civilians", "the soldiers". `elliptic`: "three others",
 * "31" – the noun stands elsewhere. `loose`: a number with a noun nobody listed, a person only if something happens to it.
 */
export type PeopleForm = 'counted' | 'one' | 'definite' | 'named' | 'bare' | 'elliptic' | 'loose';

export interface People {
  readonly form: PeopleForm;
  /** null for `bare`: nobody counted them. */
  readonly quantity: Quantity | null;
  readonly side: VictimClass | null;
  /** The noun as listed ("soldier"); null when there is none. */
  readonly noun: string | null;
  readonly plural: boolean;
  /** "another five", "five others": on top of a figure before. */
  readonly more: boolean;
  /** "five of his men", "eight of the wounded". */
  readonly partitive: boolean;
  /** What an adjective before the noun says of them: "two wounded soldiers". */
  readonly adjective: 'fatalities' | 'injuries' | null;
  /** Indexes of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
}
