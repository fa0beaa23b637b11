/** A stretch of an article's text: half-open, in UTF-16 units. `text.slice(start, end)` is what was printed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const printed = (text: string, span: Span): string => text.slice(span.start, span.end);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The smallest span that holds all of them. */
export const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(span => span.start)),
  end: Math.max(...spans.map(span => span.end)),
});
