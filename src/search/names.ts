import { foldWords } from '../core/fold.ts';
import { editDistance } from './distance.ts';
import type { Name, NameIndex, NameKind } from './ports.ts';

/** A name in one of its spellings. */
interface Spelling {
  readonly name: Name;
  /** Folded words with one blank between. */
  readonly key: string;
  readonly letters: number;
  /** The name as shown, not an alias. */
  readonly own: boolean;
}

/** Most spellings hold nothing that needs folding; to see that first makes the folding of a gazetteer twice as fast. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/i;

const keyOf = (spelling: string): string =>
  PLAIN.test(spelling) ? spelling.toLowerCase() : foldWords(spelling).join(' ');

/** One bit for each letter that occurs, so that a spelling with quite other letters is passed over without measuring. */
const lettersOf = (key: string): number => {
  let letters = 0;
  for (let i = 0; i < key.length; i++) letters |= 1 << (key.charCodeAt(i) & 31);
  return letters;
};

const bitsIn = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** Of a short word nearly every other is a near one: three letters must be right, five may hold one slip, more two. */
const slipsAllowed = (key: string): number => (key.length <= 3 ? 0 : key.length <= 5 ? 1 : 2);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** More of it in the corpus first, then by name; the id keeps the order the same when even the names agree. */
const byWeight = (a: Name, b: Name): number =>
  b.weight - a.weight || compare(a.name, b.name) || compare(a.id, b.id);

const spellingsOf = (name: Name): Spelling[] =>
  [...new Set([name.name, ...name.aliases].map(keyOf))]
    .map((key, i) => ({ name, key, letters: lettersOf(key), own: i === 0 }))
    .filter(({ key }) => key !== '');

/** Spellings by the length of their keys, each list in the order given. */
const byLength = (spellings: readonly Spelling[]): Spelling[][] => {
  const lists: Spelling[][] = [];
  for (const spelling of spellings) {
    const list = lists[spelling.key.length];
    if (list === undefined) lists[spelling.key.length] = [spelling];
    else list.push(spelling);
  }
  return Array.from(lists, list => list ?? []);
};

/** Names in the order of how well they fit, each once, at its best fit. Rank 0 is the best, null for none. */
const bestFitting = (
  spellings: readonly Spelling[],
  kinds: readonly NameKind[],
  rankOf: (spelling: Spelling) => number | null,
): Name[] => {
  const groups: Set<Name>[] = [];
  for (const spelling of spellings) {
    if (!kinds.includes(spelling.name.kind)) continue;
    const rank = rankOf(spelling);
    if (rank === null) continue;
    groups[rank] ??= new Set();
    groups[rank].add(spelling.name);
  }
  // Spellings may come in the order of their lengths.
  return [...new Set(groups.flatMap(group => [...(group ?? [])].sort(byWeight)))];
};

/** The same for spellings that come best name first, as far as anybody asked: nothing needs to be sorted. */
const firstFitting = (
  spellings: readonly Spelling[],
  kinds: readonly NameKind[],
  limit: number,
  rankOf: (spelling: Spelling) => number | null,
): Name[] => {
  const groups: Set<Name>[] = [];
  for (const spelling of spellings) {
    const rank = rankOf(spelling);
    if (rank === null || !kinds.includes(spelling.name.kind)) continue;
    groups[rank] ??= new Set();
    if (groups[rank].size < limit) groups[rank].add(spelling.name);
  }
  return [...new Set(groups.flatMap(group => [...(group ?? [])]))].slice(0, limit);
};

/** All that the corpus holds comes before what it does not: a whole name, its beginning, an alias's, a later word, and once more. */
const UNHELD = 4;

/** "Soldiers" and "last month" can be asked whatever the articles hold. */
const isHeld = ({ kind, weight }: Name): boolean => weight > 0 || kind === 'period' || kind === 'victims';

/**
 * Names by their beginnings and by their near misses. Spellings are looked through for each question, for a near miss
 * those of about its length: that takes a few milliseconds for tens of thousands. Folding them waits for the first question.
 */
export const createNameIndex = (names: Iterable<Name>): NameIndex => {
  const sorted = [...names].sort(byWeight);
  let folded: readonly Spelling[] | null = null;
  const spellings = (): readonly Spelling[] => {
    folded ??= sorted.flatMap(spellingsOf);
    return folded;
  };
  let lengths: readonly (readonly Spelling[])[] | null = null;
  /** Spellings whose length differs from that of a key by at most so many letters. */
  const about = (key: string, most: number): readonly Spelling[] => {
    lengths ??= byLength(spellings());
    return lengths.slice(Math.max(0, key.length - most), key.length + most + 1).flat();
  };
  const held = new Map<string, Name[]>();
  for (const spelling of sorted.filter(({ weight }) => weight > 0).flatMap(spellingsOf))
    held.set(spelling.key, [...(held.get(spelling.key) ?? []), spelling.name]);
  return {
    complete: (prefix, kinds, limit) => {
      const key = keyOf(prefix);
      const inside = ` ${key}`;
      const letters = lettersOf(key);
      const rankOf = (spelling: Spelling): number | null => {
        if ((spelling.letters & letters) !== letters) return null;
        const later = isHeld(spelling.name) ? 0 : UNHELD;
        if (spelling.key.startsWith(key))
          return later + (spelling.key.length === key.length ? 0 : spelling.own ? 1 : 2);
        return spelling.key.includes(inside) ? later + 3 : null;
      };
      return firstFitting(spellings(), kinds, limit, rankOf);
    },
    nearest: (typed, kinds, limit) => {
      const key = keyOf(typed);
      if (key === '') return [];
      const letters = lettersOf(key);
      const most = slipsAllowed(key);
      const rankOf = (spelling: Spelling): number | null => {
        // A slip changes at most two of the letters that occur.
        if (bitsIn(spelling.letters ^ letters) > 2 * most) return null;
        const distance = editDistance(key, spelling.key, most);
        return distance > most ? null : distance;
      };
      return bestFitting(about(key, most), kinds, rankOf).slice(0, limit);
    },
    named: (typed, kinds) => (held.get(keyOf(typed)) ?? []).filter(({ kind }) => kinds.includes(kind)),
  };
};
