import type { BodyId } from './actor.ts';
import type { ArticleId } from './article.ts';
import type { Bound, FigureId, Measure, Reading, VictimClass } from './figure.ts';
import type { Period } from './period.ts';
import type { PlaceId } from './place.ts';
import type { Span } from './span.ts';

/**
 * A number that print derives from others, and that counts nobody itself: a share ("63% of all deaths"), growth
 * ("rose 73% from 91 to 178") or an average ("seven a day").
 */
export interface Trend {
  readonly id: string;
  readonly article: ArticleId;
  /** The words that print it. */
  readonly span: Span;
  readonly kind: 'share' | 'growth' | 'average';
  /** As printed and never negative: percent, or people or happenings a day. "Doubled" is 100. */
  readonly value: number;
  readonly bound: Bound;
  /** Of growth: which way. Null for a share, an average, and where print does not say. */
  readonly direction: 'up' | 'down' | null;
  /** Share: the whole it is taken of. Average: the total that is spread over the days. Null: not printed. */
  readonly of: FigureId | null;
  /** Growth: the number it starts from. */
  readonly from: FigureId | null;
  /** Share: the part. Growth: the number it arrives at. */
  readonly to: FigureId | null;
  readonly measure: Measure;
  /** In the order of VICTIM_CLASSES; empty when the article does not say. */
  readonly victims: readonly VictimClass[];
  /** What it is about; an average is spread over these days. */
  readonly period: Reading<Period> | null;
  readonly place: Reading<PlaceId> | null;
  readonly body: Reading<BodyId> | null;
  /** The rules that made it, in the order they ran. */
  readonly rules: readonly string[];
}
