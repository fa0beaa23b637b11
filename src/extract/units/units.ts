import type { Span } from '../../core/span.ts';
import type { PeriodReading } from '../../text/periods.ts';
import type { Knowledge } from '../vocabulary.ts';

import type { Unit } from './unit.ts';
import { unitAt } from './unit-at.ts';
import type { Line } from './words.ts';

export interface Shape {
  readonly line: Line;
  readonly units: readonly Unit[];
  /** The symbols in a row; position i is unit i. */
  readonly letters: string;
}

export const spanOf = (line: Line, from: number, to: number): Span => ({
  start: line.words[from]?.span.start ?? 0,
  end: line.words[to - 1]?.span.end ?? 0,
});

/**
 * Cuts a sentence into units.
 * @param periods periods read in it, with spans of the whole text
 * @param names folded words that the article prints with a capital inside sentences: surnames among them
 */
export const shapeOf = (
  line: Line,
  knowledge: Knowledge,
  periods: readonly PeriodReading[],
  names: ReadonlySet<string>,
): Shape => {
  const units: Unit[] = [];
  for (let i = 0; i < line.words.length; ) {
    const next = unitAt(line, i, knowledge, periods, names);
    units.push(next);
    i = Math.max(next.to, i + 1);
  }
  return { line, units, letters: units.map(u => u.symbol).join('') };
};
