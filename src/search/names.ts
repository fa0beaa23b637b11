import { editDistance } from './distance.ts';
import { type NamesOfKind, namesOfKind } from './names-of-kind.ts';
import type { Name, NameIndex, NameKind } from './ports.ts';
import { bitsIn, byWeight, keyOf, lettersOf, type Spelling, slipsAllowed, spellingsOf } from './spellings.ts';

/** What became of names: those that are new or have other weights, and those that are gone. */
export interface NameChanges {
  readonly put: readonly Name[];
  readonly gone: readonly Pick<Name, 'kind' | 'id'>[];
}

/** Names at each rank, 0 the best; null is none. */
type RankOf = (spelling: Spelling) => number | null;

/** Names in the order of how well they fit, each once, at its best fit. */
const bestFitting = (spellings: readonly Spelling[], rankOf: RankOf): Name[] => {
  const groups: Set<Name>[] = [];
  for (const spelling of spellings) {
    const rank = rankOf(spelling);
    if (rank === null) continue;
    groups[rank] ??= new Set();
    groups[rank].add(spelling.entry.name);
  }
  return [...new Set(groups.flatMap(group => [...(group ?? [])].sort(byWeight)))];
};

/** The same for kinds whose spellings come best name first, as far as anybody asked. */
const firstFitting = (kinds: readonly (readonly Spelling[])[], limit: number, rankOf: RankOf): Name[] => {
  const groups: Name[][] = [];
  for (const spellings of kinds) {
    const ofKind: Set<Name>[] = [];
    for (const spelling of spellings) {
      const rank = rankOf(spelling);
      if (rank === null) continue;
      ofKind[rank] ??= new Set();
      if (ofKind[rank].size < limit) ofKind[rank].add(spelling.entry.name);
    }
    for (const [rank, names] of ofKind.entries())
      if (names !== undefined) groups[rank] = [...(groups[rank] ?? []), ...names];
  }
  return [...new Set(groups.flatMap(group => (group ?? []).sort(byWeight)))].slice(0, limit);
};

/** All that the corpus holds comes before what it does not: a whole name, its beginning, an alias's, a later word, and once more. */
const UNHELD = 4;

/** "Soldiers" and "last month" can be asked whatever the articles hold. */
const isHeld = ({ kind, weight }: Name): boolean => weight > 0 || kind === 'period' || kind === 'victims';

/** An index of names that are kept up to date from one question to the next. */
export interface ChangingNames extends NameIndex {
  readonly change: (changes: NameChanges) => void;
}

/**
 * Names by their beginnings and by their near misses. Spellings of the kinds asked for are looked through for each question,
 * for a near miss those of about its length: that takes a few milliseconds for tens of thousands. Folding them waits for the
 * first question.
 */
export const createNameIndex = (names: Iterable<Name>): ChangingNames => {
  const kinds = new Map<NameKind, NamesOfKind>();
  const ofKind = (kind: NameKind): NamesOfKind => {
    const known = kinds.get(kind) ?? namesOfKind();
    kinds.set(kind, known);
    return known;
  };
  /** By spelling, names with a weight. */
  const held = new Map<string, Map<string, Name>>();
  const holdKey = ({ kind, id }: Pick<Name, 'kind' | 'id'>): string => `${kind} ${id}`;
  const keysOf = (name: Name): Iterable<string> =>
    spellingsOf({ name, spellings: null }).map(({ key }) => key);
  const letGo = (name: Name | null): void => {
    if (name === null || name.weight === 0) return;
    for (const key of keysOf(name)) {
      const there = held.get(key);
      there?.delete(holdKey(name));
      if (there?.size === 0) held.delete(key);
    }
  };
  const hold = (name: Name): void => {
    if (name.weight === 0) return;
    for (const key of keysOf(name)) {
      const there = held.get(key) ?? new Map<string, Name>();
      held.set(key, there.set(holdKey(name), name));
    }
  };
  const change = ({ put, gone }: NameChanges): void => {
    for (const { kind, id } of gone) letGo(ofKind(kind).drop(id));
    for (const name of put) {
      letGo(ofKind(name.kind).put(name));
      hold(name);
    }
  };
  change({ put: [...names], gone: [] });
  const asked = (wanted: readonly NameKind[]): readonly NamesOfKind[] => [...new Set(wanted)].map(ofKind);
  return {
    change,
    complete: (prefix, wanted, limit) => {
      const key = keyOf(prefix);
      const inside = ` ${key}`;
      const letters = lettersOf(key);
      const rankOf: RankOf = spelling => {
        if ((spelling.letters & letters) !== letters) return null;
        const later = isHeld(spelling.entry.name) ? 0 : UNHELD;
        if (spelling.key.startsWith(key))
          return later + (spelling.key.length === key.length ? 0 : spelling.own ? 1 : 2);
        return spelling.key.includes(inside) ? later + 3 : null;
      };
      const lists = asked(wanted).map(kind => kind.spellings());
      return firstFitting(lists, limit, rankOf);
    },
    nearest: (typed, wanted, limit) => {
      const key = keyOf(typed);
      if (key === '') return [];
      const letters = lettersOf(key);
      const most = slipsAllowed(key);
      const rankOf: RankOf = spelling => {
        // A slip changes at most two of the letters that occur.
        if (bitsIn(spelling.letters ^ letters) > 2 * most) return null;
        const distance = editDistance(key, spelling.key, most);
        return distance > most ? null : distance;
      };
      const near = asked(wanted).flatMap(kind => kind.about(key, most));
      return bestFitting(near, rankOf).slice(0, limit);
    },
    named: (typed, wanted) =>
      [...(held.get(keyOf(typed))?.values() ?? [])]
        .filter(({ kind }) => wanted.includes(kind))
        .sort(byWeight),
  };
};
