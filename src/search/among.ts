/** Whether a doc is among rising ones. */
export const isAmong = (docs: Uint32Array, doc: number): boolean => {
  let [from, to] = [0, docs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((docs[middle] ?? 0) < doc) from = middle + 1;
    else to = middle;
  }
  return docs[from] === doc;
};
