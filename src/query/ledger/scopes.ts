import type { Stated } from '../compare.ts';
import type { HeldFigure } from './held-figure.ts';
import { addTo } from './lists.ts';

/** Counts of bodies by what they count, to find those of one body that may replace one another. */
export interface Scopes {
  readonly add: (figure: HeldFigure) => void;
  readonly remove: (figure: HeldFigure) => void;
  /** Those of the same body, measure, place and period, itself among them: the rest is left to the comparison. */
  readonly of: (figure: HeldFigure) => readonly Stated[];
}

const isComparable = ({ head: { kind } }: HeldFigure): boolean =>
  kind.value.scope === 'aggregate' && kind.value.body !== null;

const NONE = '';

const isOneScope = ({ head: a }: HeldFigure, { head: b }: HeldFigure): boolean =>
  a.kind.value.measure === b.kind.value.measure &&
  a.kind.value.body?.value === b.kind.value.body?.value &&
  a.period?.value.value.to === b.period?.value.value.to;

export const createScopes = (figures: readonly HeldFigure[]): Scopes => {
  /** By place, then by the first day: one word made of all they have in common would have to be made for each. */
  const byPlace = new Map<string, Map<string, HeldFigure[]>>();

  const shelves = ({ head }: HeldFigure): Map<string, HeldFigure[]> => {
    const place = head.place?.value.value ?? NONE;
    const there = byPlace.get(place) ?? new Map<string, HeldFigure[]>();
    byPlace.set(place, there);
    return there;
  };
  const dayOf = ({ head }: HeldFigure): string => head.period?.value.value.from ?? NONE;
  const add = (figure: HeldFigure): void => {
    if (isComparable(figure)) addTo(shelves(figure), dayOf(figure), figure);
  };
  for (const figure of figures) add(figure);
  return {
    add,
    remove: figure => {
      const shelf = shelves(figure);
      const left = (shelf.get(dayOf(figure)) ?? []).filter(each => each !== figure);
      if (left.length === 0) shelf.delete(dayOf(figure));
      else shelf.set(dayOf(figure), left);
    },
    of: figure =>
      isComparable(figure)
        ? (shelves(figure).get(dayOf(figure)) ?? [])
            .filter(each => isOneScope(each, figure))
            .map(each => ({ figure: each, published: each.head.version.published }))
        : [],
  };
};
