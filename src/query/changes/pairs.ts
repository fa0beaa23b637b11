import type { Figure } from '../../core/figure.ts';
import { compareFigures, type Stated } from '../compare.ts';
import type { IncidentView } from '../incidents/incident.ts';

/** Two bodies that count the same and agree on it, or do not. */
export interface Pair {
  readonly kind: 'agree' | 'disagree';
  readonly a: Figure;
  readonly b: Figure;
  /** The incident that both speak of; null for counts over a period. */
  readonly view: IncidentView | null;
}

/** @returns null where the two count different things */
export const pairOf = (a: Stated, b: Stated, view: IncidentView | null): Pair | null => {
  const { kind } = compareFigures(a, b, view !== null);
  return kind === 'agree' || kind === 'disagree' ? { kind, a: a.figure, b: b.figure, view } : null;
};
