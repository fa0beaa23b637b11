import { type Period, periodsOverlap } from '../../core/period.ts';
import { type PlaceId, placeWithin } from '../../core/place.ts';
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

/** A period over more months stands beside all others of its zone: it would fill every month's shelf. */
const MOST_MONTHS = 3;

/** Months of a report; null where it may be of any. */
const shelves = (days: Period | null): readonly string[] | null => {
  if (days === null) return null;
  const years = Number(days.to.slice(0, 4)) - Number(days.from.slice(0, 4));
  if (years > 1) return null;
  const months = monthsOf(days);
  return months.length > MOST_MONTHS ? null : months;
};

interface Entry {
  readonly view: ReportView;
  readonly place: PlaceId;
  /** Null: it may be of any day. */
  readonly days: Period | null;
  /** Null: it stands beside all others of its zone. */
  readonly months: readonly string[] | null;
}

/** A shelf for each month, and one for what may be of any. */
type Zone = Map<string, Set<Entry>>;

const ANY = '';

const countryOf = (place: PlaceId): string => place.split('/', 1)[0] ?? place;

/** Reports of two provinces never tell of the same happening; those of a country as a whole stand by themselves. */
const zoneOf = (place: PlaceId): string => place.split('/', 2).join('/');

const entryOf = (view: ReportView): Entry | null => {
  const place = view.report.place?.value;
  if (place === undefined) return null;
  const days = daysMeant(view);
  return { view, place, days, months: shelves(days) };
};

const mayMeet = (a: Entry, b: Entry): boolean =>
  a.view !== b.view &&
  (a.days === null || b.days === null || periodsOverlap(a.days, b.days)) &&
  (placeWithin(a.place, b.place) || placeWithin(b.place, a.place));

const shelfAt = <K, V>(shelves: Map<K, V>, key: K, make: () => V): V => {
  const known = shelves.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  shelves.set(key, fresh);
  return fresh;
};

/** Reports by place and month, to find the few that can tell of the same happening as another without a look at all. */
export interface Neighbours {
  readonly add: (view: ReportView) => void;
  readonly remove: (view: ReportView) => void;
  /** Reports whose place contains this one's, or lies in it, and whose days may be the same; without itself, each once. */
  readonly of: (view: ReportView) => ReadonlySet<ReportView>;
}

export const createNeighbours = (): Neighbours => {
  const zones = new Map<string, Zone>();
  const ofCountry = new Map<string, Set<string>>();
  const entries = new Map<ReportView, Entry>();

  const shelvesOf = ({ place, months }: Entry): Set<Entry>[] => {
    const name = zoneOf(place);
    const zone = shelfAt(zones, name, (): Zone => new Map());
    shelfAt(ofCountry, countryOf(place), () => new Set<string>()).add(name);
    return (months ?? [ANY]).map(month => shelfAt(zone, month, () => new Set<Entry>()));
  };

  /** The zones whose places may contain this one or lie in it. */
  const zonesAround = (place: PlaceId): Iterable<string> => {
    const [country, zone] = [countryOf(place), zoneOf(place)];
    return zone === country ? (ofCountry.get(country) ?? []) : [country, zone];
  };

  return {
    add: view => {
      const entry = entryOf(view);
      if (entry === null) return;
      entries.set(view, entry);
      for (const shelf of shelvesOf(entry)) shelf.add(entry);
    },
    remove: view => {
      const entry = entries.get(view);
      if (entry === undefined) return;
      entries.delete(view);
      for (const shelf of shelvesOf(entry)) shelf.delete(entry);
    },
    of: view => {
      const found = new Set<ReportView>();
      const mine = entries.get(view);
      if (mine === undefined) return found;
      for (const name of zonesAround(mine.place)) {
        const zone: Zone = zones.get(name) ?? new Map();
        const sets = mine.months === null ? [...zone.values()] : [ANY, ...mine.months].map(m => zone.get(m));
        for (const entry of sets.flatMap(set => [...(set ?? [])]))
          if (mayMeet(mine, entry)) found.add(entry.view);
      }
      return found;
    },
  };
};
