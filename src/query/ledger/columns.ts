import type { Pool } from './pool.ts';

/** The number of a value in a column: one more than that in its pool; 0 for none. */
export const numberOf = (entry: { readonly at: number } | null): number =>
  entry === null ? 0 : entry.at + 1;

/** Whether each value of a pool passes, by its number in a column; null: all do, also where there is none. */
export const passing = <T>(pool: Pool<T>, test: ((value: T) => boolean) | null): Uint8Array =>
  test === null
    ? new Uint8Array(pool.values().length + 1).fill(1)
    : Uint8Array.from([0, ...pool.values().map(value => (test(value) ? 1 : 0))]);

/** Where a value cannot be had. */
export const NOT_TO_BE_HAD = -1;

/** What is said of each value of a pool, by its number in a column. */
export const pointsOf = <T>(
  pool: Pool<T>,
  say: (value: T) => number | null,
  none: number | null,
): Int16Array =>
  Int16Array.from([none ?? NOT_TO_BE_HAD, ...pool.values().map(value => say(value) ?? NOT_TO_BE_HAD)]);
