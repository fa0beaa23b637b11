/** Number of letters to add, drop or change to make one word the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const MAX_NEAREST = 2;

/** Names that the typed one may stand for: those it begins, or within a third of its letters; nearest first. */
export const nearestNames = (typed: string, names: readonly string[]): readonly string[] =>
  names
    .map(name => ({ name, far: name.startsWith(typed) ? 0 : distance(typed, name) }))
    .filter(({ name, far }) => far <= Math.max(typed.length, name.length) / 3)
    .sort((a, b) => a.far - b.far)
    .slice(0, MAX_NEAREST)
    .map(({ name }) => name);
