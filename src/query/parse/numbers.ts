import type { Span } from '../../core/span.ts';
import { overlaps } from '../../core/span.ts';

const NUMBER = /(?<![\p{L}\p{N}.,/-])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\p{L}\p{N}%]|[.,:/-]\d)/gu;

/** Numbers a question names itself ("is it 10 or 8"), in its order; those of its periods are none. */
export const numbersIn = (text: string, periods: readonly Span[]): number[] => [
  ...new Set(
    [...text.matchAll(NUMBER)].flatMap(match => {
      const span = { start: match.index, end: match.index + match[0].length };
      return periods.some(period => overlaps(period, span)) ? [] : Number(match[0].replaceAll(',', ''));
    }),
  ),
];
