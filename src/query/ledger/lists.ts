/** Where a value belongs in a sorted list, behind its equals. */
const placeOf = <T>(sorted: readonly T[], value: T, compare: (a: T, b: T) => number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, value) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** From so many on, one sort of all takes less time than to look for the place of each. */
const MOST_ONE_BY_ONE = 500;

/** A sorted list without some of its members and with others; the list itself stays as it is. */
export const resorted = <T>(
  sorted: readonly T[],
  gone: ReadonlySet<T>,
  fresh: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] => {
  const left = gone.size === 0 ? [...sorted] : sorted.filter(each => !gone.has(each));
  if (fresh.length > MOST_ONE_BY_ONE) return [...left, ...fresh].sort(compare);
  for (const each of fresh) left.splice(placeOf(left, each, compare), 0, each);
  return left;
};

export const addTo = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const there = lists.get(key);
  if (there === undefined) lists.set(key, [value]);
  else there.push(value);
};
