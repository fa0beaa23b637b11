import type { Instant } from '../../core/clock.ts';
import type { Saved } from './saved.ts';

/** What a button asks again: the question, the moment of its answer, and the question before it in the chat. */
export interface KeptQuestion {
  readonly question: string;
  readonly instant: Instant;
  readonly previous: string | null;
}

/**
 * Questions that are too long for a button, under ids that are not. An id is made from what it stands for and a row
 * never changes, so two processes cannot disagree about one: keeping needs no lease.
 */
export interface QuestionStore {
  /** @returns its id: 16 characters of [0-9a-f]; the same question has the same one */
  readonly keep: (question: KeptQuestion) => Saved<string>;
  readonly kept: (id: string) => KeptQuestion | null;
}
