import type { Day, Period } from '../../core/period.ts';
import type { Span } from '../../core/span.ts';

export type PeriodPrecision = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'span';

export interface PeriodReading {
  readonly period: Period;
  readonly span: Span;
  readonly precision: PeriodPrecision;
  /** Name of the matcher that read it. */
  readonly rule: string;
}

export interface PeriodContext {
  /** The day the text was printed, or today for a question; null when unknown: then nothing relative can be read. */
  readonly anchor: Day | null;
  /** News speaks of the past and writes names with capitals; questions are typed as they come. */
  readonly tense: 'news' | 'question';
  /** What the text spoke of just before: "four days earlier" counts from there. */
  readonly running: Period | null;
  /** The whole text, for a look at what stands around a match. */
  readonly text: string;
}

/** One way print writes a period: a pattern without nested quantifiers, and what its match means. */
export interface PeriodMatcher {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (
    match: RegExpExecArray,
    context: PeriodContext,
  ) => { readonly period: Period; readonly precision: PeriodPrecision } | null;
}
