/**
 * The same reading, made once for each word of a line however often it is asked for. A line is read to its end before
 * the next one is begun, so only the last one is kept.
 * @param read must depend on its line, its word and what it looks things up in, and on nothing else
 */
export const oncePerWord = <L extends object, K, T>(
  read: (line: L, from: number, source: K) => T | null,
): ((line: L, from: number, source: K) => T | null) => {
  let lastLine: L | null = null;
  let lastSource: K | null = null;
  let known: (T | null | undefined)[] = [];
  return (line, from, source) => {
    if (from < 0) return read(line, from, source);
    if (line !== lastLine || source !== lastSource) {
      lastLine = line;
      lastSource = source;
      known = [];
    }
    const before = known[from];
    if (before !== undefined) return before;
    const found = read(line, from, source);
    known[from] = found;
    return found;
  };
};
