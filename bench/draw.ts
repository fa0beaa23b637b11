/** Whole numbers from 0 up to what is asked for, the same for the same seed. */
export type Draw = (below: number) => number;

/** Mulberry32: the same numbers on every machine. */
export const drawFrom = (seed: number): Draw => {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const FINE = 2 ** 30;

/** A rank from 0 that follows Zipf: 0 often, the last hardly ever. */
export const rankBelow = (draw: Draw, count: number): number =>
  Math.min(count - 1, Math.floor((count + 1) ** (draw(FINE) / FINE)) - 1);

export const pickFrom = <T>(draw: Draw, list: readonly T[]): T => {
  const one = list[draw(list.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
};

/** The first of a list often, the last hardly ever. */
export const pickByRank = <T>(draw: Draw, list: readonly T[]): T => {
  const one = list[rankBelow(draw, list.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
};
