import { z } from 'zod';

const times = z.object({
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  slowest: z.number(),
  runs: z.int(),
});

/** What one engine took; times in milliseconds of processor, of all threads. */
const taken = z.object({
  /** Null: it was built before. */
  build: z.number().nullable(),
  search: times,
  /** Adding one article to all of them; null where the index must be built again for it. */
  add: times.nullable(),
  /** Highest resident memory of the process, in bytes. */
  peak: z.number(),
});

/** Or why it was given up, in a few words. */
export const measured = z.union([taken, z.object({ givenUp: z.string() })]);

export type Taken = z.output<typeof taken>;
export type Measured = z.output<typeof measured>;

/** nDCG@10 of each question of a collection, in its order. */
export const ranked = z.array(z.number());
