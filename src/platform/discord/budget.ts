/**
 * Milliseconds between two messages: 40 of the 50 requests a second that Discord lets a bot make. The others are left to
 * answers to mentions; answers to interactions do not count. Spread out, so that none come in a bunch.
 */
const PAUSE = 25;

export interface Budget {
  /** Milliseconds until something may be sent; at 0 it is taken as sent. */
  readonly take: () => number;
}

/** @param now milliseconds since the epoch */
export const createBudget = (now: () => number): Budget => {
  let next = 0;
  return {
    take: () => {
      const at = now();
      // A clock that was set back is not waited for.
      if (at < next && next - at <= PAUSE) return next - at;
      next = at + PAUSE;
      return 0;
    },
  };
};
