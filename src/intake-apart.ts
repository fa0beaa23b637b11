import type { Fetched } from './ingest/fetch/fetched.ts';
import type { Taking, TakingHeard } from './intake/taking.ts';
import { WORDS } from './shell/words.ts';
import type { Board } from './threads/board.ts';
import type { FromIntake, SentWishes, ToIntake } from './threads/messages.ts';
import { errorSent } from './threads/sent-error.ts';
import { startThread, type Thread, type ThreadData } from './threads/thread.ts';
import { createWaiting } from './threads/waiting.ts';

/** What takes articles in, in a thread of its own, and fetches for others. */
export interface TakingApart extends Taking {
  readonly fetch: (address: string, wishes: SentWishes) => Promise<Fetched>;
}

const notFetched = (url: string): Fetched => ({
  kind: 'failed',
  code: 'stopped',
  reason: WORDS.intakeStarts,
  status: null,
  url,
});

/** Each run is one life of the thread: it rejects with what ended it, or when it could not be opened. */
export const createTakingApart = (data: Omit<ThreadData, 'part'>, board: Board): TakingApart => {
  const fetches = createWaiting<Fetched | null>();
  let thread: Thread<ToIntake> | null = null;

  const hear = (
    { onVisit, onFile, onTrouble, onBug }: TakingHeard,
    message: Exclude<FromIntake, { kind: 'ended' | 'shut' }>,
  ): void => {
    switch (message.kind) {
      case 'visit':
        onVisit(message.visited);
        break;
      case 'file':
        onFile(message.name, message.refusals);
        break;
      case 'trouble':
        onTrouble(message.line);
        break;
      case 'bug':
        onBug(errorSent(message.error), message.where);
        break;
      case 'fetched':
        fetches.close(message.id, message.fetched);
    }
  };

  return {
    state: board.taking,
    fetch: async (address, wishes) => {
      if (thread === null) return notFetched(address);
      const { id, value } = fetches.open();
      thread.post({ kind: 'fetch', id, address, wishes });
      return (await value) ?? notFetched(address);
    },
    run: async (signal, heard) => {
      let shut: string | null = null;
      const mine = startThread<ToIntake, FromIntake>({ ...data, part: 'intake' }, message => {
        if (message.kind !== 'ended' && message.kind !== 'shut') return hear(heard, message);
        if (message.kind === 'shut') shut = message.why;
        void mine.end();
      });
      thread = mine;
      const stop = (): void => mine.post({ kind: 'stop' });
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      const why = await mine.ended;
      signal.removeEventListener('abort', stop);
      thread = null;
      fetches.closeAll(null);
      board.setTaking('no');
      board.ended(['taking']);
      if (why !== null) throw why;
      if (shut !== null) throw new Error(shut);
    },
  };
};
