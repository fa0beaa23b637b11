import type { Fetched } from './ingest/fetch/fetched.ts';
import type { Taking, TakingHeard } from './intake/taking.ts';
import { WORDS } from './shell/words.ts';
import type { Board } from './threads/board.ts';
import type { FromIntake, SentWishes, ToIntake } from './threads/messages.ts';
import { errorSent } from './threads/sent-error.ts';
import { startThread, type Thread, type ThreadData } from './threads/thread.ts';
import { createWaiting } from './threads/waiting.ts';

const FILE = new URL('intake-thread.ts', import.meta.url);

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
export const createTakingApart = (data: ThreadData, board: Board): TakingApart => {
  const fetches = createWaiting<Fetched | null>();
  let thread: Thread<ToIntake> | null = null;

  const hear = ({ onVisit, onFile, onTrouble, onBug }: TakingHeard, message: FromIntake): string | null => {
    switch (message.kind) {
      case 'visit':
        onVisit(message.visited);
        return null;
      case 'file':
        onFile(message.name, message.refusals);
        return null;
      case 'trouble':
        onTrouble(message.line);
        return null;
      case 'bug':
        onBug(errorSent(message.error), message.where);
        return null;
      case 'fetched':
        fetches.close(message.id, message.fetched);
        return null;
      case 'ended':
        return '';
      case 'shut':
        return message.why;
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
      let shut = '';
      const mine = startThread<ToIntake, FromIntake>(FILE, 'intake', data, message => {
        const end = hear(heard, message);
        if (end === null) return;
        shut = end;
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
      if (shut !== '') throw new Error(shut);
    },
  };
};
