import type { Bound, Measure } from '../../core/figure.ts';
import type { Trend } from '../../core/trend.ts';
import type { SentenceFacts } from '../sentence/facts.ts';
import type { Knowledge } from '../vocabulary.ts';

/** A trend as its sentence prints it, still without the figures it is reckoned from. */
export interface TrendDraft {
  readonly rule: string;
  readonly kind: Trend['kind'];
  readonly value: number;
  readonly bound: Bound;
  readonly direction: Trend['direction'];
  /** What is counted; null where only a figure beside it says so ("2,546 fatalities, a 66% increase"). */
  readonly measure: Measure | null;
  /** Words that print it. */
  readonly from: number;
  readonly to: number;
  /** Words in which the whole of a share may be counted: "of the 2,546 fatalities". */
  readonly whole: { readonly from: number; readonly to: number } | null;
}

/** One way print states a trend. Bounded: it looks a few words around each number. */
export interface TrendMatcher {
  readonly name: string;
  readonly read: (facts: SentenceFacts, knowledge: Knowledge) => readonly TrendDraft[];
}
