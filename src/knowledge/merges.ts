import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pair = z
  .tuple([z.string().min(1), z.string().min(1)])
  .refine(([a, b]) => a !== b, 'two different reports');

export const mergesSchema = z.strictObject({
  note: z.string(),
  apart: z.array(pair),
  together: z.array(pair),
});

/** What people decided about reports by hand, by report id; in each pair the order says nothing. */
export interface MergeOrders {
  /** Never one incident, whatever they have in common. */
  readonly apart: readonly (readonly [string, string])[];
  /** One incident, whatever they differ in. */
  readonly together: readonly (readonly [string, string])[];
}

/** Corrections to the merging of incidents, from data/merges.json; a file that does not fit its schema ends the start. */
export const loadMerges = (): MergeOrders => {
  const file = new URL('../../data/merges.json', import.meta.url);
  const { apart, together } = mergesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { apart, together };
};
