import { refusal } from './answer/refusal.ts';
import { echo } from './bot/input.ts';
import { WORDS as BOT_WORDS } from './bot/words.ts';
import type { Answer } from './core/answer.ts';
import type { Asker } from './core/command.ts';
import { fail, ok, type Result } from './core/result.ts';
import type { Indexing } from './corpus.ts';
import type { TakingApart } from './intake-apart.ts';
import type { PlanningHeard } from './planning.ts';
import type { Asking } from './platform/common/asking.ts';
import type { FromAnswers, SentAsker, ToAnswers } from './threads/messages.ts';
import { errorSent } from './threads/sent-error.ts';
import { startThread, type ThreadData } from './threads/thread.ts';
import { createWaiting } from './threads/waiting.ts';

export interface LifeParts {
  readonly data: Omit<ThreadData, 'part'>;
  readonly fetch: TakingApart['fetch'];
  readonly onBug: (error: unknown, where: string) => void;
  readonly onIndexing: (total: number) => Indexing;
}

/** The thread that answers, from its start to its end. */
export interface Life {
  /** When it answers: one line for each text that was not taken in; or why it cannot. */
  readonly opened: Promise<Result<readonly string[]>>;
  /** Settles when it is gone: with what ended it, or null when it was told to end. */
  readonly ended: Promise<unknown>;
  readonly ask: Asking['ask'];
  readonly complete: Asking['complete'];
  /** Plans until it is told to stop. */
  readonly plan: (heard: PlanningHeard) => { readonly done: Promise<unknown>; readonly stop: () => void };
  /** Ends it, when everything it writes is written; in the middle of an answer that takes longer than anybody waits. */
  readonly end: () => Promise<void>;
}

/** Milliseconds that a stop waits for a thread. */
const GRACE = 8_000;

/** The same words as for any error of ours. */
export const oursToo = (question: string): Answer => refusal(echo(question), BOT_WORDS.ours);

const sentAsker = ({ at, ...asker }: Asker): SentAsker => {
  if (at === undefined) return asker;
  const { missing: _, ...place } = at;
  return { ...asker, at: place };
};

export const startLife = ({ data, fetch, onBug, onIndexing }: LifeParts): Life => {
  const [answers, names] = [createWaiting<Answer | null>(), createWaiting<readonly string[]>()];
  const askers = new Map<number, Asker>();
  const opened = Promise.withResolvers<Result<readonly string[]>>();
  let planned = Promise.withResolvers<void>();
  let planning: PlanningHeard | null = null;
  let indexing: Indexing | null = null;
  let isOver = false;

  const thread = startThread<ToAnswers, FromAnswers>(
    { ...data, part: 'answers' },
    message => void hear(message),
  );

  const hear = async (message: FromAnswers): Promise<void> => {
    switch (message.kind) {
      case 'open':
        return opened.resolve(ok(message.refusals));
      case 'shut':
        opened.resolve(fail('input', message.why));
        return thread.end();
      case 'ended':
        return thread.end();
      case 'answer':
        return answers.close(message.id, message.answer);
      case 'names':
        return names.close(message.id, message.names);
      case 'bug': {
        const error = errorSent(message.error);
        return message.of === 'planning'
          ? planning?.onBug(error, message.where)
          : onBug(error, message.where);
      }
      case 'trouble':
        return planning?.onTrouble(message.line);
      case 'planned':
        return planned.resolve();
      case 'indexing':
        indexing = onIndexing(message.total);
        return;
      case 'indexed':
        indexing?.received(1);
        return indexing?.lineDone();
      case 'index-whole':
        return indexing?.end();
      case 'missing': {
        const { id, of } = message;
        return thread.post({ kind: 'missing', id, names: (await askers.get(of)?.at?.missing()) ?? [] });
      }
      case 'fetch': {
        const { id, address, wishes } = message;
        return thread.post({ kind: 'fetched', id, fetched: await fetch(address, wishes) });
      }
    }
  };

  const ended = thread.ended.then(why => {
    isOver = true;
    const words = why instanceof Error ? why.message : String(why);
    opened.resolve(fail('us', words));
    answers.closeAll(null);
    names.closeAll([]);
    return why;
  });

  return {
    opened: opened.promise,
    ended,
    ask: async (asked, asker) => {
      if (isOver) return oursToo(asked.question);
      const { id, value } = answers.open();
      if (asker !== undefined) askers.set(id, asker);
      thread.post({ kind: 'ask', id, asked, asker: asker === undefined ? null : sentAsker(asker) });
      const answer = await value;
      askers.delete(id);
      return answer ?? oursToo(asked.question);
    },
    complete: async (option, typed) => {
      if (isOver) return [];
      const { id, value } = names.open();
      thread.post({ kind: 'complete', id, option, typed });
      return value;
    },
    plan: heard => {
      planning = heard;
      planned = Promise.withResolvers();
      thread.post({ kind: 'plan' });
      return {
        done: Promise.race([planned.promise, ended]),
        stop: () => thread.post({ kind: 'stop-planning' }),
      };
    },
    end: async () => {
      thread.post({ kind: 'end' });
      const late = setTimeout(() => void thread.end(), GRACE);
      await ended;
      clearTimeout(late);
    },
  };
};
