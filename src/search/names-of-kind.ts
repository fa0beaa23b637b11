import type { Name } from './ports.ts';
import { byWeight, type Entry, type Spelling, spellingsOf } from './spellings.ts';

/** The names of one kind, kept in order while their weights change. */
export interface NamesOfKind {
  /** Adds a name, or puts it in the place of the one with its id; what it was before, if it was there. */
  readonly put: (name: Name) => Name | null;
  readonly drop: (id: string) => Name | null;
  /** Best name first. */
  readonly spellings: () => readonly Spelling[];
  /** Spellings whose length differs from that of a key by at most so many letters, in no order. */
  readonly about: (key: string, most: number) => readonly Spelling[];
}

const byLength = (spellings: readonly Spelling[]): Spelling[][] => {
  const lists: Spelling[][] = [];
  for (const spelling of spellings) {
    const list = lists[spelling.key.length];
    if (list === undefined) lists[spelling.key.length] = [spelling];
    else list.push(spelling);
  }
  return Array.from(lists, list => list ?? []);
};

const sameSpellings = (a: Name, b: Name): boolean =>
  a.name === b.name &&
  a.aliases.length === b.aliases.length &&
  a.aliases.every((alias, i) => alias === b.aliases[i]);

/** Where the spellings of a name stand in an order, or would stand. */
const placeOf = (sorted: readonly Spelling[], name: Name): number => {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = sorted[middle]?.entry.name;
    if (there !== undefined && byWeight(there, name) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Sorting and cutting up wait until somebody asks. A name whose weight alone changed is not folded again. */
export const namesOfKind = (): NamesOfKind => {
  const known = new Map<string, Entry>();
  /** Null: nobody asked yet. From then on kept in order; in one list, which is gone through while somebody types. */
  let sorted: Spelling[] | null = null;
  /** Null: to be made again. */
  let lengths: readonly (readonly Spelling[])[] | null = null;
  const spellings = (): readonly Spelling[] => {
    sorted ??= [...known.values()].sort((a, b) => byWeight(a.name, b.name)).flatMap(spellingsOf);
    return sorted;
  };
  const enter = (entry: Entry): void =>
    void sorted?.splice(placeOf(sorted, entry.name), 0, ...spellingsOf(entry));
  const leave = (entry: Entry): void =>
    void sorted?.splice(placeOf(sorted, entry.name), spellingsOf(entry).length);
  return {
    put: name => {
      const entry = known.get(name.id);
      if (entry === undefined) {
        const fresh = { name, spellings: null };
        known.set(name.id, fresh);
        enter(fresh);
        lengths = null;
        return null;
      }
      const before = entry.name;
      leave(entry);
      entry.name = name;
      if (!sameSpellings(before, name)) {
        entry.spellings = null;
        lengths = null;
      }
      enter(entry);
      return before;
    },
    drop: id => {
      const entry = known.get(id);
      if (entry === undefined) return null;
      known.delete(id);
      leave(entry);
      lengths = null;
      return entry.name;
    },
    spellings,
    about: (key, most) => {
      lengths ??= byLength(spellings());
      return lengths.slice(Math.max(0, key.length - most), key.length + most + 1).flat();
    },
  };
};
