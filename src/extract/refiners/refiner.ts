import type { ReadArticle } from '../article/article.ts';
import type { Candidate } from '../article/assemble.ts';
import type { OpenIncident } from '../article/incidents.ts';

/** A refiner takes the figures of an article and gives them back, some changed, some gone. */
export interface Refiner {
  readonly name: string;
  readonly refine: (
    candidates: readonly Candidate[],
    read: ReadArticle,
    incidents: readonly OpenIncident[],
  ) => readonly Candidate[];
}

/** The candidate with some fields of its figure changed, and the rule that did it. */
export const change = (
  candidate: Candidate,
  rule: string,
  fields: Partial<Candidate['figure']>,
): Candidate => ({
  ...candidate,
  figure: { ...candidate.figure, ...fields, rules: [...candidate.figure.rules, rule] },
});
