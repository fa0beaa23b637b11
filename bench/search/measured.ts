import { z } from 'zod';

const times = z.object({
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  slowest: z.number(),
  runs: z.int(),
});

/** What one engine took; times in milliseconds of processor, of all threads. */
export const measured = z.object({
  build: z.number(),
  search: times,
  /** Adding one article to all of them; null where the index must be built again for it. */
  add: times.nullable(),
  /** Highest resident memory of the process, in bytes. */
  peak: z.number(),
  /** nDCG@10 on the collection; null without one. */
  quality: z.number().nullable(),
});

export type Measured = z.output<typeof measured>;
