/**
 * Loaded into every thread of a bot before its own modules. A thread that is sent one of these words ends as threads do: by
 * an error that nobody catches, or by a leave without a word.
 */
import { parentPort, threadName } from 'node:worker_threads';

const ERROR = 'zzthrow';
const EXIT = 'zzexit';
const MEMORY = 'zzmemory';
/** An error too, but of one thread alone: what fetches pages is told their address. */
const FETCH = 'zzfetch';

const fill = (): never => {
  const all: number[][] = [];
  for (;;) all.push(Array.from({ length: 100_000 }, () => all.length));
};

parentPort?.on('message', (message: unknown) => {
  const sent = JSON.stringify(message);
  if (sent.includes(EXIT)) process.exit(7);
  if (sent.includes(MEMORY)) fill();
  if (sent.includes(ERROR) || (threadName === 'intake' && sent.includes(FETCH)))
    throw new Error(`a made-up end of the thread ${threadName}`);
});
