import { platform, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { systemClock } from './core/clock.ts';
import { createReader, fetcherOf, takingInto } from './open-intake.ts';
import { openStore } from './store/sqlite.ts';
import { createBoard } from './threads/board.ts';
import type { FromIntake, ToIntake } from './threads/messages.ts';
import { sentError } from './threads/sent-error.ts';
import type { ThreadData } from './threads/thread.ts';
import { leaseCheck } from './writer.ts';

/** Whoever waits for an answer goes before what comes in. */
const IN_THE_BACKGROUND = 10;

/** The thread in which the bots' articles are fetched, read and landed, see `intake-apart.ts`. */
export const serveIntake = async (
  port: MessagePort,
  { settings, board: memory }: ThreadData,
): Promise<void> => {
  // Elsewhere it would be of the whole process.
  if (platform() === 'linux') setPriority(IN_THE_BACKGROUND);
  const send = (message: FromIntake): void => port.postMessage(message);
  const clock = systemClock(settings.zone);
  const board = createBoard(memory);
  const sharing = { turn: board.turn(false), durable: 'at-once' } as const;
  const opened = openStore(settings.database ?? ':memory:', leaseCheck(clock), board.fence, sharing);
  if (!opened.ok) return send({ kind: 'shut', why: opened.error.message });
  const store = opened.value;
  const fetching = fetcherOf(settings);
  const { synonyms, reader } = createReader(clock);
  const taking = takingInto({ store, settings, board, isApart: true, synonyms, reader }, fetching);
  const stop = new AbortController();
  const fetch = async ({ id, address, wishes }: Extract<ToIntake, { kind: 'fetch' }>): Promise<void> =>
    send({ kind: 'fetched', id, fetched: await fetching.use(fetcher => fetcher.get(address, wishes)) });
  port.on('message', (message: ToIntake) => {
    if (message.kind === 'stop') stop.abort();
    else void fetch(message);
  });
  await taking.run(stop.signal, {
    onVisit: visited => send({ kind: 'visit', visited }),
    onFile: (name, refusals) => send({ kind: 'file', name, refusals }),
    onTrouble: line => send({ kind: 'trouble', line }),
    onBug: (error, where) => send({ kind: 'bug', error: sentError(error), where }),
  });
  store.close();
  send({ kind: 'ended' });
};
