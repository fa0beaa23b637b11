import type { Postings, TermIndex } from './ports.ts';
import type { Asked } from './ranking.ts';
import { createStandIns } from './stand-ins.ts';

/** What one question reads of an index; each term once. */
interface LookUp {
  readonly postings: (term: string) => Postings;
  /** The terms asked for, with their weights; for one that no article holds, the nearest ones that occur. */
  readonly asked: (weights: ReadonlyMap<string, number>) => readonly Asked[];
}

/** Gives a new look-up for each question, since the index grows between them. */
export const createLookUp = (index: Pick<TermIndex, 'postings' | 'termWords'>): (() => LookUp) => {
  const standIns = createStandIns(index);
  return () => {
    const known = new Map<string, Postings>();
    const postings = (term: string): Postings => {
      const read = known.get(term) ?? index.postings(term);
      known.set(term, read);
      return read;
    };
    const lookUp = (term: string, weight: number): Asked => ({ term, weight, postings: postings(term) });
    return {
      postings,
      asked: weights =>
        [...weights].flatMap(([term, weight]) =>
          postings(term).docs.length > 0
            ? [lookUp(term, weight)]
            : standIns(term).map(([near, share]) => lookUp(near, weight * share)),
        ),
    };
  };
};
