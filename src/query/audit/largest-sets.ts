/**
 * Every set of items that stand beside one another, two by two, and to which no further item could be added; larger sets
 * first, items in the order given. (Bron and Kerbosch 1973: the maximal cliques of a small graph.)
 */
export const largestSets = <T>(items: readonly T[], beside: (a: T, b: T) => boolean): T[][] => {
  const found: number[][] = [];
  const near = items.map((a, i) => items.flatMap((b, j) => (i !== j && beside(a, b) ? j : [])));
  const grow = (chosen: readonly number[], open: readonly number[], closed: readonly number[]): void => {
    if (open.length === 0 && closed.length === 0) found.push([...chosen].sort((a, b) => a - b));
    let [left, done] = [open, closed];
    for (const next of open) {
      const friends = near[next] ?? [];
      grow(
        [...chosen, next],
        left.filter(each => friends.includes(each)),
        done.filter(each => friends.includes(each)),
      );
      left = left.filter(each => each !== next);
      done = [...done, next];
    }
  };
  grow(
    [],
    items.map((_, i) => i),
    [],
  );
  return found
    .sort((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1))
    .map(set => set.flatMap(i => items[i] ?? []));
};
