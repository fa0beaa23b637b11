import type { Citation } from '../../core/answer.ts';
import type { Asked } from './asking.ts';

/**
 * What asks how a citation was read. A question that rests on the one before it cannot be named in words, so the place
 * of the citation is.
 */
export const whyQuestion = (asked: Asked, citation: Citation): Asked => ({
  ...asked,
  question:
    asked.previous === null
      ? `/why ${citation.n} of ${asked.question}`
      : `/why ${citation.article}#${citation.start}`,
  previous: null,
});

/** Whether a question is itself one that asks how something was read. */
export const isWhy = (question: string): boolean => /^\/?why\b/i.test(question);
