import { type EntryOf, makeTranscript, type TranscriptOf } from '../transcript.ts';

/**
 * A call of the bot (`what` is its method, `body` its parameters), an update that it fetched, or one that was delivered to
 * it (`what` is the update's kind, `callback_query`).
 */
type Kind = 'call' | 'update' | 'webhook';

export interface Transcript extends TranscriptOf<Kind> {
  /** Calls in order, of one method where it is given; getUpdates only when asked for by name. */
  readonly calls: (method?: string) => readonly EntryOf<Kind>[];
}

export const transcript = (): Transcript => {
  const made = makeTranscript<Kind>();
  return {
    ...made,
    calls: method =>
      made.entries.filter(
        ({ kind, what }) =>
          kind === 'call' && (method === undefined ? what !== 'getUpdates' : what === method),
      ),
  };
};
