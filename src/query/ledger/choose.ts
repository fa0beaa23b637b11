import type { HeldFigure } from './held-figure.ts';
import type { CountPoints, CountTests } from './ledger.ts';
import { onceForEach } from './pool.ts';

/** Those that pass, in their order. */
export const countsWhere = (
  figures: readonly HeldFigure[],
  { kind, period, place }: CountTests,
): HeldFigure[] => {
  const [isKind, isPeriod, isPlace] = [
    onceForEach(kind),
    period === null ? null : onceForEach(period),
    place === null ? null : onceForEach(place),
  ];
  return figures.filter(
    ({ head }) =>
      (isPeriod === null || (head.period !== null && isPeriod(head.period))) &&
      (isPlace === null || (head.place !== null && isPlace(head.place))) &&
      isKind(head.kind),
  );
};

/** By their points, the fewest first. */
export const countsByPoints = (
  figures: readonly HeldFigure[],
  { kind, period, place }: CountPoints,
): readonly (readonly [points: number, figures: readonly HeldFigure[]])[] => {
  const [ofKind, ofPeriod, ofPlace] = [onceForEach(kind), onceForEach(period), onceForEach(place)];
  const [noPeriod, noPlace] = [period(null), place(null)];
  const groups = new Map<number, HeldFigure[]>();
  for (const figure of figures) {
    const { head } = figure;
    const parts = [
      ofKind(head.kind),
      head.period === null ? noPeriod : ofPeriod(head.period),
      head.place === null ? noPlace : ofPlace(head.place),
    ];
    if (parts.includes(null)) continue;
    const points = parts.reduce((sum: number, each) => sum + (each ?? 0), 0);
    const group = groups.get(points);
    if (group === undefined) groups.set(points, [figure]);
    else group.push(figure);
  }
  return [...groups].sort(([a], [b]) => a - b);
};
