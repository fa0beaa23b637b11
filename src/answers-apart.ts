import { type Life, type LifeParts, oursToo, startLife } from './answers-life.ts';
import type { Result } from './core/result.ts';
import { type Planning, pause } from './planning.ts';
import type { Asking } from './platform/common/asking.ts';
import type { Part } from './platform/common/health.ts';
import type { Log } from './platform/common/log.ts';
import type { Metrics } from './platform/common/metrics.ts';
import type { Supervised } from './platform/common/supervise.ts';
import type { Board } from './threads/board.ts';

const NAME = 'answers';

/** Milliseconds until planning looks again for a thread, where none could be opened. */
const AFTER_FAILURE = 1_000;

export interface AnswersParts extends LifeParts {
  readonly board: Board;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Answers, completions and the planning of digests, in a thread that is started again when it ends. */
export interface AnswersApart extends Pick<Supervised, 'name' | 'run'>, Pick<Asking, 'ask' | 'complete'> {
  /** Starts the first thread. @returns one line for each text that was not taken in, or why it cannot answer */
  readonly open: () => Promise<Result<readonly string[]>>;
  readonly planning: Planning;
  readonly part: Part;
  /** Ends the first thread where none was run. */
  readonly close: () => Promise<void>;
}

const stops = new WeakMap<AbortSignal, Promise<null>>();

/** Resolves when the signal aborts: one listener a signal, however many threads come and go. */
const aborted = (signal: AbortSignal): Promise<null> => {
  const known = stops.get(signal);
  if (known !== undefined) return known;
  const { promise, resolve } = Promise.withResolvers<null>();
  if (signal.aborted) resolve(null);
  else signal.addEventListener('abort', () => resolve(null), { once: true });
  stops.set(signal, promise);
  return promise;
};

/**
 * What is asked while no thread answers waits for the next one; where that one cannot be opened, or ends, it gets the
 * answer of an error of ours. Nothing is asked twice: it may be what ended the thread.
 */
export const createAnswersApart = (parts: AnswersParts): AnswersApart => {
  const { board, log, metrics } = parts;
  let first: Life | null = null;
  let state = { ok: false, detail: 'starting' };
  /** The life that serves, or the next one; null: it will not. */
  let serving = Promise.withResolvers<Life | null>();
  metrics.watch(NAME, () => state.ok);

  const begin = async (): Promise<Life> => {
    const life = startLife(parts);
    const opened = await life.opened;
    if (opened.ok) return life;
    serving.resolve(null);
    serving = Promise.withResolvers();
    state = { ok: false, detail: opened.error.message };
    throw new Error(opened.error.message);
  };

  return {
    name: NAME,
    part: { name: NAME, state: () => state },
    open: async () => {
      first = startLife(parts);
      return first.opened;
    },
    close: async () => first?.end(),
    run: async (signal, up) => {
      // Nobody waits for a life that will not come.
      void aborted(signal).then(() => serving.resolve(null));
      const life = first ?? (await begin());
      first = null;
      // Before anybody else learns that it ended.
      void life.ended.then(() => {
        serving = Promise.withResolvers();
        if (signal.aborted) serving.resolve(null);
      });
      serving.resolve(life);
      state = { ok: true, detail: 'answering' };
      up();
      await Promise.race([life.ended, aborted(signal)]);
      if (signal.aborted) await life.end();
      const why = await life.ended;
      board.ended(['planning']);
      if (signal.aborted) return;
      state = { ok: false, detail: 'ended by an error; it starts again' };
      metrics.happened(NAME, 'died');
      log.error({ part: NAME, err: why }, 'the thread that answers ended');
      throw why;
    },
    ask: async (asked, asker) => {
      const life = await serving.promise;
      return life === null ? oursToo(asked.question) : await life.ask(asked, asker);
    },
    complete: async (option, typed) => {
      const life = await serving.promise;
      return life === null ? [] : await life.complete(option, typed);
    },
    planning: {
      run: async (signal, heard) => {
        while (!signal.aborted) {
          const life = await Promise.race([serving.promise, aborted(signal)]);
          if (life === null) {
            await pause(AFTER_FAILURE, signal);
            continue;
          }
          const { done, stop } = life.plan(heard);
          await Promise.race([done, aborted(signal)]);
          if (signal.aborted) stop();
          await done;
        }
      },
    },
  };
};
