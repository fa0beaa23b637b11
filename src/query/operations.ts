import type { Figure, Operations } from '../core/figure.ts';
import { samePeriod } from '../core/period.ts';
import { sameVictims } from './compare.ts';

/** Whether two figures are one body's counts of the same people, place and period, told apart by kind of event at most. */
const isSameButKind = (a: Figure, b: Figure): boolean =>
  a.measure === b.measure &&
  a.scope === b.scope &&
  a.body?.value === b.body?.value &&
  a.place?.value === b.place?.value &&
  sameVictims(a.victims, b.victims) &&
  (a.period === null || b.period === null
    ? a.period === b.period
    : samePeriod(a.period.value, b.period.value));

/**
 * Figures of the kind of event a question asks for. A body that counts that kind apart ("175 in militant attacks" of "254
 * people") is asked for that count alone; one that does not say which kind it counts stays, except where only operations
 * of the forces are asked for: those nobody means who leaves it unsaid.
 */
export const ofOperations = (figures: readonly Figure[], asked: Operations | null): Figure[] => {
  if (asked === null) return [...figures];
  return figures.filter(figure => {
    if (figure.scope === 'incident' || figure.operations === asked) return true;
    if (
      asked === 'security-operations' ||
      (asked === 'militant-attacks' && figure.operations === 'security-operations')
    )
      return false;
    return !figures.some(other => other.operations === asked && isSameButKind(other, figure));
  });
};
