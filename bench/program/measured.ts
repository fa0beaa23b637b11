import { z } from 'zod';

const row = z.object({
  what: z.string(),
  /** Milliseconds of processor of all threads, one for each time. */
  times: z.array(z.number()),
});

/** What one run over one archive took. */
export const measured = z.object({
  rows: z.array(row),
  /** Highest resident memory of the process, in bytes: until all was answered, and when digests had been planned too. */
  peak: z.object({ answering: z.number(), planning: z.number() }),
  /** The longest that nothing else could be done while an article came in, in milliseconds of the wall. */
  longestLanding: z.number(),
});

export type Measured = z.output<typeof measured>;
