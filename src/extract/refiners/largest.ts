/** Things told in order, each with its number. Both questions are answered by halving a list, however much was told. */
export interface Told<T> {
  readonly add: (low: number, value: T) => void;
  /** The last one told that is at least so large. */
  readonly last: (low: number) => T | undefined;
  /** The first one told that is at least so large. */
  readonly first: (low: number) => T | undefined;
}

interface Numbered<T> {
  readonly low: number;
  readonly value: T;
}

/** The first index of an ordered list for which a test holds; its length when it holds for none. */
const firstIndex = <T>(list: readonly T[], holds: (one: T) => boolean): number => {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = list[middle];
    if (one !== undefined && holds(one)) to = middle;
    else from = middle + 1;
  }
  return from;
};

export const told = <T>(): Told<T> => {
  /** Those that nothing told later reaches: each smaller than the one before. */
  const unreached: Numbered<T>[] = [];
  /** Those larger than all told before. */
  const records: Numbered<T>[] = [];
  return {
    add: (low, value) => {
      while ((unreached.at(-1)?.low ?? Number.POSITIVE_INFINITY) <= low) unreached.pop();
      unreached.push({ low, value });
      if ((records.at(-1)?.low ?? Number.NEGATIVE_INFINITY) < low) records.push({ low, value });
    },
    last: low => unreached[firstIndex(unreached, one => one.low < low) - 1]?.value,
    first: low => records[firstIndex(records, one => one.low >= low)]?.value,
  };
};
