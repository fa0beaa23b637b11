/** One of the different values of a field, and its number among them. */
export interface Entry<T> {
  readonly at: number;
  readonly value: T;
}

/** The different values of a field: a hundred thousand figures share a few thousand periods, places and kinds. */
export interface Pool<T> {
  readonly of: (value: T) => Entry<T>;
  readonly get: (at: number) => Entry<T>;
  readonly values: () => readonly T[];
}

/** @param given the first values, each once; they get the numbers in their order */
export const createPool = <T>(keyOf: (value: T) => string, given: readonly T[] = []): Pool<T> => {
  const entries: Entry<T>[] = [];
  const byKey = new Map<string, Entry<T>>();
  const add = (value: T, key: string): Entry<T> => {
    const entry = { at: entries.length, value };
    entries.push(entry);
    byKey.set(key, entry);
    return entry;
  };
  for (const value of given) add(value, keyOf(value));
  return {
    of: value => {
      const key = keyOf(value);
      return byKey.get(key) ?? add(value, key);
    },
    get: at => {
      const entry = entries[at];
      if (entry === undefined) throw new RangeError(`no value ${at} in a pool of ${entries.length}`);
      return entry;
    },
    values: () => entries.map(({ value }) => value),
  };
};
