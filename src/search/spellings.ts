import { foldWords } from '../core/fold.ts';
import type { Name } from './ports.ts';

/** A name of an index; its weight changes as articles come in. */
export interface Entry {
  name: Name;
  /** Null until somebody asks: most names of a gazetteer never are. */
  spellings: readonly Spelling[] | null;
}

/** A name in one of its spellings. */
export interface Spelling {
  readonly entry: Entry;
  /** Folded words with one blank between. */
  readonly key: string;
  readonly letters: number;
  /** The name as shown, not an alias. */
  readonly own: boolean;
}

/** Most spellings hold nothing that needs folding; to see that first makes the folding of a gazetteer twice as fast. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/i;

export const keyOf = (spelling: string): string =>
  PLAIN.test(spelling) ? spelling.toLowerCase() : foldWords(spelling).join(' ');

/** One bit for each letter that occurs, so that a spelling with quite other letters is passed over without measuring. */
export const lettersOf = (key: string): number => {
  let letters = 0;
  for (let i = 0; i < key.length; i++) letters |= 1 << (key.charCodeAt(i) & 31);
  return letters;
};

export const bitsIn = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** Of a short word nearly every other is a near one: three letters must be right, five may hold one slip, more two. */
export const slipsAllowed = (key: string): number => (key.length <= 3 ? 0 : key.length <= 5 ? 1 : 2);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** More of it in the corpus first, then by name; the id keeps the order the same when even the names agree. */
export const byWeight = (a: Name, b: Name): number =>
  b.weight - a.weight || compare(a.name, b.name) || compare(a.id, b.id);

/** Folded when they are first asked for. */
export const spellingsOf = (entry: Entry): readonly Spelling[] => {
  entry.spellings ??= [...new Set([entry.name.name, ...entry.name.aliases].map(keyOf))]
    .map((key, i) => ({ entry, key, letters: lettersOf(key), own: i === 0 }))
    .filter(({ key }) => key !== '');
  return entry.spellings;
};
