import type { Postings, TermIndex } from './ports.ts';
import type { Asked } from './ranking.ts';
import { createStandIns } from './stand-ins.ts';

type Held = Pick<Asked, 'number' | 'postings'>;

/** What one question reads of an index; each term once. */
interface LookUp {
  /** The articles that hold a term. */
  readonly postings: (term: string) => Postings;
  /** The terms asked for, with their weights; for one that no article holds, the nearest ones that occur. */
  readonly asked: (weights: ReadonlyMap<string, number>) => readonly Asked[];
}

const UNKNOWN: Held = {
  number: 0,
  postings: { docs: new Uint32Array(), counts: new Uint8Array(), lengths: new Uint16Array() },
};

/** Gives a new look-up for each question, since the index grows between them. */
export const createLookUp = (
  index: Pick<TermIndex, 'termNumber' | 'postings' | 'termsAfter'>,
): (() => LookUp) => {
  const standIns = createStandIns(index);
  return () => {
    const known = new Map<string, Held>();
    const read = (term: string): Held => {
      const number = index.termNumber(term);
      return number === null ? UNKNOWN : { number, postings: index.postings(number) };
    };
    const held = (term: string): Held => {
      const found = known.get(term) ?? read(term);
      known.set(term, found);
      return found;
    };
    return {
      postings: term => held(term).postings,
      asked: weights =>
        [...weights].flatMap(([term, weight]) =>
          held(term).postings.docs.length > 0
            ? [{ term, weight, ...held(term) }]
            : standIns(term).map(([near, share]) => ({ term: near, weight: weight * share, ...held(near) })),
        ),
    };
  };
};
