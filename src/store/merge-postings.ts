import { z } from 'zod';
import { blockOf, hexPosting } from './postings.ts';
import type { Prepare } from './statements.ts';
import { boundsOf, waitingBetween } from './waiting-postings.ts';

/**
 * A round takes what waits into the blocks in so many steps, one for each article that comes in: then as many wait on
 * average, and each step writes one stretch of a block where a whole article would write to all of it.
 */
const STEPS = 32;

const STATE = 'SELECT partly, below, bounds FROM search_merge';
const KEEP_STATE = 'UPDATE search_merge SET partly = :partly, below = :below, bounds = :bounds';
const WAITING = 'SELECT doc, postings FROM search_waiting WHERE doc <= ? ORDER BY doc';
const ALL_WAITING = 'SELECT doc, postings FROM search_waiting ORDER BY doc';
const MERGED = 'DELETE FROM search_waiting WHERE doc <= ?';
/** One statement for all postings: two for each took most of the time of an import. */
const PUT = `INSERT INTO search_postings (block, term, postings)
  SELECT j.value ->> 0, j.value ->> 1, unhex(j.value ->> 2) FROM json_each(?) j WHERE true
  ON CONFLICT DO UPDATE SET postings = CAST(postings || excluded.postings AS BLOB)`;

const stateRow = z.object({
  partly: z.int(),
  below: z.int(),
  bounds: z
    .string()
    .transform(text => JSON.parse(text))
    .pipe(z.array(z.int())),
});

type State = z.infer<typeof stateRow>;

const waitingRow = z.object({ doc: z.int(), postings: z.instanceof(Uint8Array) });

type WaitingRow = z.infer<typeof waitingRow>;

/** What begins once all that waited before stands in the blocks; null when nothing waits. */
const nextRound = (prepare: Prepare): State | null => {
  const waiting = prepare(ALL_WAITING)
    .all()
    .map(row => waitingRow.parse(row));
  const last = waiting.at(-1);
  if (last === undefined) return null;
  const packed = waiting.map(({ postings }) => postings);
  return { partly: last.doc, below: 0, bounds: [...boundsOf(packed, STEPS)] };
};

/** By block and term, in their order, what is to be added. */
const additions = (waiting: readonly WaitingRow[], from: number, to: number) => {
  const blocks = Map.groupBy(waiting, ({ doc }) => blockOf(doc));
  return [...blocks].flatMap(([block, articles]) => {
    const byTerm = new Map<number, string>();
    for (const { postings } of articles)
      for (const { term, posting } of waitingBetween(postings, from, to))
        byTerm.set(term, (byTerm.get(term) ?? '') + hexPosting(posting));
    return [...byTerm].toSorted(([a], [b]) => a - b).map(([term, hex]) => [block, term, hex] as const);
  });
};

/**
 * Takes so many steps of merging what waits into the blocks, within a transaction.
 * @param articles that came in
 */
export const mergePostings = (prepare: Prepare, articles: number): void => {
  let state = stateRow.parse(prepare(STATE).get());
  const before = state;
  for (let left = articles; left > 0; ) {
    if (state.bounds.length === 0) {
      const next = nextRound(prepare);
      if (next === null) break;
      state = next;
    }
    const steps = Math.min(left, state.bounds.length);
    const to = state.bounds[steps - 1] ?? 0;
    const waiting = prepare(WAITING)
      .all(state.partly)
      .map(row => waitingRow.parse(row));
    prepare(PUT).run(JSON.stringify(additions(waiting, state.below, to)));
    left -= steps;
    state = { ...state, below: to, bounds: state.bounds.slice(steps) };
    if (state.bounds.length > 0) continue;
    prepare(MERGED).run(state.partly);
    state = { partly: 0, below: 0, bounds: [] };
  }
  if (state !== before) prepare(KEEP_STATE).run({ ...state, bounds: JSON.stringify(state.bounds) });
};
