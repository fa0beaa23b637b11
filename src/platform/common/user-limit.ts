/** How many questions a person may ask: so many at once, and one more each so many milliseconds. */
export interface Allowance {
  readonly atOnce: number;
  readonly every: number;
}

/** A person asks this much by typing; a script does not. */
export const ALLOWANCE: Allowance = { atOnce: 8, every: 5_000 };

/** Who was not heard of for longest is forgotten first, and by then has the whole allowance again. */
const MOST_USERS = 10_000;

export type Limited = { readonly ok: true } | { readonly ok: false; readonly seconds: number };

/** @returns for each question of a user whether it is answered, or after how many seconds the next one will be */
export const userLimit = (
  now: () => number,
  { atOnce, every }: Allowance = ALLOWANCE,
): ((user: string) => Limited) => {
  /** When the last question that was allowed will have been paid for, in milliseconds. */
  const paid = new Map<string, number>();
  return user => {
    const at = now();
    const owed = Math.max(at, paid.get(user) ?? at) + every;
    const wait = owed - at - atOnce * every;
    if (wait > 0) return { ok: false, seconds: Math.ceil(wait / 1_000) };
    paid.delete(user);
    paid.set(user, owed);
    const [oldest] = paid.keys();
    if (paid.size > MOST_USERS && oldest !== undefined) paid.delete(oldest);
    return { ok: true };
  };
};

/** The kind answer to who asks too fast. */
export const tooFast = (seconds: number): string =>
  `That is faster than I read. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
