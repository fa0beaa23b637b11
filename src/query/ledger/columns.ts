import type { Pool } from './pool.ts';

/** The number of a value in a column: one more than that in its pool; 0 for none. */
export const numberOf = (entry: { readonly at: number } | null): number =>
  entry === null ? 0 : entry.at + 1;

/** What is found out of a value, by its number in a column; once for each that occurs. */
export const byNumber = <T, R>(pool: Pool<T>, say: (value: T) => R, none: R): ((number: number) => R) => {
  const known: (R | undefined)[] = [none];
  return number => {
    const found = known[number];
    if (found !== undefined) return found;
    const fresh = say(pool.get(number - 1).value);
    known[number] = fresh;
    return fresh;
  };
};

export const anything = (): boolean => true;
