import { z } from 'zod';
import type { Prepare } from './statements.ts';

const ENTER = 'INSERT INTO search_terms (term) SELECT value FROM json_each(?)';
/** In the order in which they are asked for. */
const NUMBERS = `SELECT json_group_array(t.number ORDER BY j.key) AS numbers
  FROM json_each(?) j LEFT JOIN search_terms t ON t.term = j.value`;

const numbersRow = z.object({
  numbers: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.int().nullable())),
});

/** The words of news are soon all known; a text of made-up words must not fill the memory. */
const MOST_KNOWN = 50_000;

/** A number is never given to another term, so what a connection has seen stays true unless its transaction fails. */
const known = new WeakMap<Prepare, Map<string, number>>();

const knownOf = (prepare: Prepare): Map<string, number> => {
  const before = known.get(prepare);
  if (before !== undefined && before.size < MOST_KNOWN) return before;
  const fresh = new Map<string, number>();
  known.set(prepare, fresh);
  return fresh;
};

/** To be called when a transaction is rolled back: its new terms never got their numbers. */
export const forgetTermNumbers = (prepare: Prepare): void => {
  known.delete(prepare);
};

const lookUp = (prepare: Prepare, terms: readonly string[]): readonly (number | null)[] =>
  numbersRow.parse(prepare(NUMBERS).get(JSON.stringify(terms))).numbers;

/** The numbers of terms, new ones among them; within a transaction. */
export const termNumbers = (prepare: Prepare, terms: Iterable<string>): ReadonlyMap<string, number> => {
  const numbers = knownOf(prepare);
  const learn = (asked: readonly string[]): readonly string[] => {
    const missing: string[] = [];
    for (const [i, number] of lookUp(prepare, asked).entries()) {
      const term = asked[i] ?? '';
      if (number === null) missing.push(term);
      else numbers.set(term, number);
    }
    return missing;
  };
  const asked = [...terms].filter(term => !numbers.has(term));
  const fresh = asked.length === 0 ? [] : learn(asked);
  if (fresh.length === 0) return numbers;
  prepare(ENTER).run(JSON.stringify(fresh));
  learn(fresh);
  return numbers;
};
