/**
 * Of the 50 requests a second that Discord lets a bot make, those that are left to answers are not taken. Answers to
 * interactions do not count; those to mentions do.
 */
const MOST = 40;
const WITHIN = 1_050;

export interface Budget {
  /** Milliseconds until something may be sent; at 0 it is taken as sent. */
  readonly take: () => number;
}

/** @param now milliseconds since the epoch */
export const createBudget = (now: () => number): Budget => {
  let sent: readonly number[] = [];
  return {
    take: () => {
      const at = now();
      const first = sent.length < MOST ? undefined : sent.at(-MOST);
      if (first !== undefined && first + WITHIN > at) return first + WITHIN - at;
      sent = [...sent, at].slice(-MOST);
      return 0;
    },
  };
};
