import type { MessagePort } from 'node:worker_threads';
import { standingClock } from './core/clock.ts';
import type { Asker } from './core/command.ts';
import type { Indexing } from './corpus.ts';
import type { Fetched } from './ingest/fetch/fetched.ts';
import type { Fetcher } from './ingest/fetch/fetcher.ts';
import { openApp } from './open-app.ts';
import { createPlanning } from './planning.ts';
import { createBoard } from './threads/board.ts';
import type { FromAnswers, SentAsker, ToAnswers } from './threads/messages.ts';
import { sentError } from './threads/sent-error.ts';
import type { ThreadData } from './threads/thread.ts';
import { createWaiting } from './threads/waiting.ts';

/** The thread in which the bots' questions are answered and their digests planned, see `answers-life.ts`. */
export const serveAnswers = async (
  port: MessagePort,
  { settings, articles, board: memory }: ThreadData,
): Promise<void> => {
  const send = (message: FromAnswers): void => port.postMessage(message);
  const bugOf =
    (of: 'answers' | 'planning') =>
    (error: unknown, where: string): void =>
      send({ kind: 'bug', of, error: sentError(error), where });
  const [lacking, fetches] = [createWaiting<readonly string[]>(), createWaiting<Fetched>()];

  /** Pages are fetched by the thread that takes articles in, which knows how long each host is to be left alone. */
  const fetcher: Fetcher = {
    get: (address, { signal: _, ...wishes } = {}) => {
      const { id, value } = fetches.open();
      send({ kind: 'fetch', id, address, wishes });
      return value;
    },
    close: async () => {},
  };
  const onIndexing = (total: number): Indexing => {
    send({ kind: 'indexing', total });
    return {
      received: () => {},
      lineDone: () => send({ kind: 'indexed' }),
      end: () => send({ kind: 'index-whole' }),
    };
  };
  const choices = { articles, json: false, clock: null };
  const board = createBoard(memory);
  const opened = await openApp(settings, choices, bugOf('answers'), onIndexing, {
    board,
    sharing: { turn: board.turn(false), durable: 'at-once' },
    fetching: { use: work => work(fetcher) },
  });
  if (!opened.ok) return send({ kind: 'shut', why: opened.error.message });
  const { answer, completeOption, digests, refusals, warm, close } = opened.value;

  const askerOf = (of: number, { at, ...asker }: SentAsker): Asker => {
    const missing = (): Promise<readonly string[]> => {
      const { id, value } = lacking.open();
      send({ kind: 'missing', id, of });
      return value;
    };
    return at === undefined ? asker : { ...asker, at: { ...at, missing } };
  };
  const complete: typeof completeOption = (...asked) => {
    try {
      return completeOption(...asked);
    } catch (error) {
      bugOf('answers')(error, asked[1]);
      return [];
    }
  };

  const planning = createPlanning(digests);
  let [stop, planned] = [new AbortController(), Promise.resolve()];
  const plan = async (): Promise<void> => {
    const onTrouble = (line: string): void => send({ kind: 'trouble', line });
    await planning.run(stop.signal, { onTrouble, onBug: bugOf('planning') });
    send({ kind: 'planned' });
  };
  let isEnding = false;
  const end = async (): Promise<void> => {
    isEnding = true;
    stop.abort();
    await planned;
    close();
    send({ kind: 'ended' });
  };

  const take = async (message: ToAnswers): Promise<void> => {
    switch (message.kind) {
      case 'ask': {
        const { id, asked, asker } = message;
        const { question, instant, previous } = asked;
        const who = asker === null ? undefined : askerOf(id, asker);
        const clock = standingClock(settings.zone, instant);
        return send({ kind: 'answer', id, answer: await answer(question, clock, previous, who) });
      }
      case 'complete':
        return send({ kind: 'names', id: message.id, names: complete(message.option, message.typed) });
      case 'missing':
        return lacking.close(message.id, message.names);
      case 'fetched':
        return fetches.close(message.id, message.fetched);
      case 'plan':
        stop = new AbortController();
        planned = plan();
        return;
      case 'stop-planning':
        return stop.abort();
      case 'end':
        return end();
    }
  };
  // What is thrown here ends the thread, and is told by whoever started it.
  port.on('message', (message: ToAnswers) => void take(message));
  send({ kind: 'open', refusals });
  // Nobody waits for it here as the first who asks would.
  setImmediate(() => {
    try {
      if (!isEnding) warm();
    } catch (error) {
      bugOf('answers')(error, 'before the first question');
    }
  });
};
