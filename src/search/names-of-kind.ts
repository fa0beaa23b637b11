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

/** Sorting and cutting up wait until somebody asks. A name whose weight alone changed is not folded again. */
export const namesOfKind = (): NamesOfKind => {
  const entries = new Map<string, Entry>();
  let order: Entry[] = [];
  /** Null: to be made again. */
  let sorted: readonly Spelling[] | null = null;
  let lengths: readonly (readonly Spelling[])[] | null = null;
  const spellings = (): readonly Spelling[] => {
    // Nearly in order already, which a sort finds out at once.
    sorted ??= order.sort((a, b) => byWeight(a.name, b.name)).flatMap(spellingsOf);
    return sorted;
  };
  return {
    put: name => {
      sorted = null;
      const entry = entries.get(name.id);
      const before = entry?.name ?? null;
      if (entry === undefined || before === null) {
        const fresh = { name, spellings: null };
        entries.set(name.id, fresh);
        order.push(fresh);
        lengths = null;
        return null;
      }
      entry.name = name;
      if (!sameSpellings(before, name)) {
        entry.spellings = null;
        lengths = null;
      }
      return before;
    },
    drop: id => {
      const entry = entries.get(id);
      if (entry === undefined) return null;
      entries.delete(id);
      order = order.filter(each => each !== entry);
      sorted = null;
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
