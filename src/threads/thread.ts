import { Worker } from 'node:worker_threads';
import type { Settings } from '../shell/settings.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly part: 'answers' | 'intake';
  readonly settings: Settings;
  /** Folders of articles that the call names. */
  readonly articles: readonly string[];
  /** Memory of the board. */
  readonly board: SharedArrayBuffer;
}

/** A running thread, seen from the one that started it. */
export interface Thread<To> {
  readonly post: (message: To) => void;
  /** Settles when it is gone: with what ended it, or null when it was told to end. Never rejects. */
  readonly ended: Promise<unknown>;
  /** Ends it at once. */
  readonly end: () => Promise<void>;
}

const MAIN = new URL('../thread-main.ts', import.meta.url);

/**
 * Starts a thread. An error in it that nobody caught, or more memory than it may have, ends it and not the program.
 * @param onMessage is told what it sends, in order
 */
export const startThread = <To, From>(data: ThreadData, onMessage: (message: From) => void): Thread<To> => {
  const worker = new Worker(MAIN, { name: data.part, workerData: data });
  let [why, isTold]: [unknown, boolean] = [null, false];
  const ended = new Promise<unknown>(resolve => {
    worker.on('message', onMessage);
    worker.on('error', error => {
      why = error;
    });
    worker.on('exit', code =>
      resolve(isTold ? null : (why ?? new Error(`the thread ended with code ${code}`))),
    );
  });
  return {
    post: message => worker.postMessage(message),
    ended,
    end: async () => {
      isTold = true;
      await worker.terminate();
    },
  };
};
