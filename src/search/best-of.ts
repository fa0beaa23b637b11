/** So many come first; most questions need no more. */
const HELPING = 64;
const MORE = 8;

/** Scores that differ by less may be the same once they are rounded. */
const NEARLY = 1 - 1e-7;

/** A score that at least so many reach, and not many more. Passes over each score once, and sorts few. */
const scoreOfRank = (scores: Float64Array, docs: Uint32Array, rank: number): number => {
  const best = new Float64Array(2 * rank);
  let [held, cut] = [0, 0];
  for (const doc of docs) {
    const score = scores[doc] ?? 0;
    if (score <= cut) continue;
    best[held++] = score;
    if (held < best.length) continue;
    best.sort().copyWithin(0, rank);
    cut = best[0] ?? 0;
    held = rank;
  }
  return held < rank ? 0 : (best.subarray(0, held).sort()[held - rank] ?? 0);
};

/**
 * Docs by their scores, a helping at a time: each in a helping scores more than all in those that come after, by more
 * than rounding could hide. Within one they have no order.
 * @param scores by doc
 * @param among leaves some out, of those that are still to come; asked before each helping
 */
export function* helpings(
  scores: Float64Array,
  docs: Uint32Array,
  among: (docs: Uint32Array) => Uint32Array = all => all,
): Generator<Uint32Array, void, void> {
  let rest = among(docs);
  for (let size = HELPING; rest.length > 0; size *= MORE) {
    const cut = rest.length <= size ? 0 : scoreOfRank(scores, rest, size) * NEARLY;
    yield rest.filter(doc => (scores[doc] ?? 0) >= cut);
    rest = cut === 0 ? new Uint32Array() : among(rest.filter(doc => (scores[doc] ?? 0) < cut));
  }
}
