import { type EntryOf, makeTranscript, type TranscriptOf } from '../transcript.ts';

/**
 * A request (`what` is `POST /channels/1/messages`), a message received or sent over the gateway (`IDENTIFY`,
 * `INTERACTION_CREATE`), or what became of its connection (`close 4004`).
 */
type Kind = 'rest' | 'received' | 'sent' | 'gateway';

export interface Transcript extends TranscriptOf<Kind> {
  /** Requests in order, as `POST /channels/1/messages`; of one kind, where a part of that is given. */
  readonly requests: (part?: string | RegExp) => readonly EntryOf<Kind>[];
}

export const transcript = (): Transcript => {
  const made = makeTranscript<Kind>();
  return {
    ...made,
    requests: part =>
      made.entries.filter(
        ({ kind, what }) =>
          kind === 'rest' &&
          (part === undefined || (typeof part === 'string' ? what.includes(part) : part.test(what))),
      ),
  };
};
