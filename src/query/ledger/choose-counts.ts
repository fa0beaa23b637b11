import { NOT_TO_BE_HAD, numberOf, passing, pointsOf } from './columns.ts';
import type { HeldFigure } from './held-figure.ts';
import type { Pools } from './hold.ts';
import type { CountPoints, CountTests } from './ledger.ts';
import { addTo } from './lists.ts';

/** Of each figure the numbers of its values: a look through them touches little memory. */
interface Columns {
  readonly kinds: Uint32Array;
  readonly periods: Uint32Array;
  readonly places: Uint32Array;
}

const columnsOf = (figures: readonly HeldFigure[]): Columns => {
  const kinds = new Uint32Array(figures.length);
  const periods = new Uint32Array(figures.length);
  const places = new Uint32Array(figures.length);
  for (const [i, { head }] of figures.entries()) {
    kinds[i] = numberOf(head.kind);
    periods[i] = numberOf(head.period);
    places[i] = numberOf(head.place);
  }
  return { kinds, periods, places };
};

/** A look through all counts of a ledger by the values that many of them share. */
export interface Choice {
  /** Those that pass, in their order. */
  readonly where: (tests: CountTests) => HeldFigure[];
  /** By their points, the fewest first. */
  readonly byPoints: (points: CountPoints) => readonly (readonly [number, readonly HeldFigure[]])[];
}

export const choiceAmong = (
  figures: readonly HeldFigure[],
  pools: Pick<Pools, 'figureKinds' | 'periods' | 'places'>,
): Choice => {
  let made: Columns | null = null;
  const columns = (): Columns => {
    made ??= columnsOf(figures);
    return made;
  };
  return {
    where: ({ kind, period, place }) => {
      const { kinds, periods, places } = columns();
      const isKind = passing(pools.figureKinds, kind);
      const isPeriod = passing(pools.periods, period);
      const isPlace = passing(pools.places, place);
      return figures.filter(
        (_, i) =>
          isPeriod[periods[i] ?? 0] === 1 && isPlace[places[i] ?? 0] === 1 && isKind[kinds[i] ?? 0] === 1,
      );
    },
    byPoints: ({ kind, period, place }) => {
      const { kinds, periods, places } = columns();
      const ofKind = pointsOf(pools.figureKinds, kind, null);
      const ofPeriod = pointsOf(pools.periods, period, period(null));
      const ofPlace = pointsOf(pools.places, place, place(null));
      const groups = new Map<number, HeldFigure[]>();
      for (const [i, figure] of figures.entries()) {
        const one = ofKind[kinds[i] ?? 0] ?? NOT_TO_BE_HAD;
        const two = ofPeriod[periods[i] ?? 0] ?? NOT_TO_BE_HAD;
        const three = ofPlace[places[i] ?? 0] ?? NOT_TO_BE_HAD;
        if (one !== NOT_TO_BE_HAD && two !== NOT_TO_BE_HAD && three !== NOT_TO_BE_HAD)
          addTo(groups, one + two + three, figure);
      }
      return [...groups].sort(([a], [b]) => a - b);
    },
  };
};
