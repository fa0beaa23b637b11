import { type Shingles, shingles, similarity } from '../text/shingles.ts';

/**
 * From this share of common shingles on, two passages are one text printed twice. Edited wire copies share a third;
 * independent accounts of one happening share next to nothing.
 */
const COPY = 0.25;

/** Whether two passages, by their shingles, are near-verbatim copies: a wire story printed fifteen times has one origin. */
export const isCopy = (a: Shingles, b: Shingles): boolean => similarity(a, b) >= COPY;

/** Somebody's word on something: who said it, and the passage that prints it. */
export interface Testimony {
  /** Null when the article does not say who. */
  readonly body: string | null;
  readonly article: string;
  readonly passage: string;
}

/** One word of one body, however often printed; copies of one text; the same article. */
const sameOrigin = (a: Testimony, b: Testimony): boolean =>
  a.article === b.article
    ? a.body === b.body
    : (a.body !== null && a.body === b.body) || isCopy(shingles(a.passage), shingles(b.passage));

/** Groups of testimonies that go back to one origin, in the order given. */
export const originsOf = <T extends Testimony>(testimonies: readonly T[]): T[][] => {
  const groups: T[][] = [];
  for (const each of testimonies) {
    const mine = groups.filter(group => group.some(other => sameOrigin(each, other)));
    const merged = [...mine.flat(), each];
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
};
