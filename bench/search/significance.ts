import { drawFrom } from '../draw.ts';

const SEED = 3;
const SHUFFLES = 10_000;

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * How far two engines are apart over the same questions, and how often chance alone would set them as far apart: Fisher's
 * randomisation test, which swaps their results question by question. The same for the same numbers.
 */
export const paired = (
  ours: readonly number[],
  theirs: readonly number[],
): { readonly difference: number; readonly p: number } => {
  const apart = ours.map((one, i) => one - (theirs[i] ?? 0));
  const difference = meanOf(apart);
  const unequal = apart.filter(one => one !== 0);
  const reached = Math.abs(difference) * apart.length - 1e-9;
  const draw = drawFrom(SEED);
  let asFar = 0;
  for (let n = 0; n < SHUFFLES; n++) {
    let sum = 0;
    for (const one of unequal) sum += draw(2) === 0 ? one : -one;
    if (Math.abs(sum) >= reached) asFar++;
  }
  return { difference, p: (asFar + 1) / (SHUFFLES + 1) };
};
