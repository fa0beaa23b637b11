import { type Period, periodsOverlap } from '../../core/period.ts';
import type { PlaceId } from '../../core/place.ts';
import { daysMeant } from './fits.ts';
import type { ReportView } from './view.ts';

/** Calendar months from the first day's to the last day's, `YYYY-MM`. */
const monthsOf = ({ from, to }: Period): string[] => {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
};

/** A period over more months stands beside all others of its place: it would fill every month's shelf. */
const MOST_MONTHS = 3;

/** Months of a report; null where it may be of any. */
const shelves = (days: Period | null): readonly string[] | null => {
  if (days === null) return null;
  const years = Number(days.to.slice(0, 4)) - Number(days.from.slice(0, 4));
  if (years > 1) return null;
  const months = monthsOf(days);
  return months.length > MOST_MONTHS ? null : months;
};

interface Shelf {
  readonly all: Set<ReportView>;
  readonly anyMonth: Set<ReportView>;
  readonly byMonth: Map<string, Set<ReportView>>;
}

/** The place and all that contains it, from the country down. */
const chain = (place: PlaceId): PlaceId[] => {
  const steps = place.split('/');
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'));
};

const shelfOf = (shelves: Map<string, Shelf>, key: string): Shelf => {
  const known = shelves.get(key);
  if (known !== undefined) return known;
  const fresh: Shelf = { all: new Set(), anyMonth: new Set(), byMonth: new Map() };
  shelves.set(key, fresh);
  return fresh;
};

const put = (shelf: Shelf, view: ReportView, months: readonly string[] | null): void => {
  shelf.all.add(view);
  if (months === null) shelf.anyMonth.add(view);
  for (const month of months ?? []) {
    const there = shelf.byMonth.get(month);
    if (there === undefined) shelf.byMonth.set(month, new Set([view]));
    else there.add(view);
  }
};

const take = (shelf: Shelf, view: ReportView, months: readonly string[] | null): void => {
  shelf.all.delete(view);
  shelf.anyMonth.delete(view);
  for (const month of months ?? []) shelf.byMonth.get(month)?.delete(view);
};

/** Reports by place and month, to find the few that can tell of the same happening as another without a look at all. */
export interface Neighbours {
  readonly add: (view: ReportView) => void;
  readonly remove: (view: ReportView) => void;
  /** Reports whose place contains this one's, or lies in it, and whose days may be the same; without itself, each once. */
  readonly of: (view: ReportView) => ReadonlySet<ReportView>;
}

export const createNeighbours = (): Neighbours => {
  /** By a place: the reports of just this place. */
  const here = new Map<PlaceId, Shelf>();
  /** By a place: those of it and of all it contains. */
  const inside = new Map<PlaceId, Shelf>();
  const days = new Map<ReportView, Period | null>();

  const from = (
    shelf: Shelf | undefined,
    view: ReportView,
    months: readonly string[] | null,
    found: Set<ReportView>,
  ): void => {
    if (shelf === undefined) return;
    const mine = days.get(view) ?? null;
    const sets =
      months === null
        ? [shelf.all]
        : [shelf.anyMonth, ...months.flatMap(month => shelf.byMonth.get(month) ?? [])];
    for (const set of sets)
      for (const other of set) {
        const theirs = days.get(other) ?? null;
        if (mine === null || theirs === null || periodsOverlap(mine, theirs)) found.add(other);
      }
  };

  return {
    add: view => {
      const place = view.report.place?.value;
      if (place === undefined) return;
      const meant = daysMeant(view);
      days.set(view, meant);
      const months = shelves(meant);
      put(shelfOf(here, place), view, months);
      for (const outer of chain(place)) put(shelfOf(inside, outer), view, months);
    },
    remove: view => {
      const place = view.report.place?.value;
      if (place === undefined || !days.has(view)) return;
      const months = shelves(days.get(view) ?? null);
      take(shelfOf(here, place), view, months);
      for (const outer of chain(place)) take(shelfOf(inside, outer), view, months);
      days.delete(view);
    },
    of: view => {
      const place = view.report.place?.value;
      const found = new Set<ReportView>();
      if (place === undefined || !days.has(view)) return found;
      const months = shelves(days.get(view) ?? null);
      from(inside.get(place), view, months, found);
      for (const outer of chain(place).slice(0, -1)) from(here.get(outer), view, months, found);
      found.delete(view);
      return found;
    },
  };
};
