import { Agent, type Dispatcher } from 'undici';
import type { Guard } from './addresses.ts';
import { readBody } from './body.ts';
import { guardedConnector, type Lookup } from './connect.ts';
import type { Failed, Refused } from './fetched.ts';
import { contentLength, type Headers, headerOf } from './headers.ts';
import { failed, troubleOf } from './troubles.ts';
import { WORDS } from './words.ts';

/** How long a server may take, in milliseconds. */
export interface Timeouts {
  /** To take the connection. */
  readonly connect: number;
  /** From the request to the last of the headers. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly body: number;
  /** For one request from beginning to end: a server that sends a byte now and then is stopped by this. */
  readonly total: number;
}

/** One answer to one request; redirects are not followed. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  /** The body unpacked, for 200 and 203; of other answers it is not read. */
  readonly bytes: Uint8Array;
}

export interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeouts: Timeouts;
}

export interface Exchange {
  /** Asks one URL once, after the guard. Never throws for what a server can do. */
  readonly ask: (url: URL, asked: Asked, signal: AbortSignal) => Promise<Answer | Failed | Refused>;
  readonly close: () => Promise<void>;
}

/** Pages that set many cookies and policies send 20 KB; the limit of undici is 16. */
const MAX_HEADERS = 64_000;

/** Statuses that bring the whole thing that was asked for. 206 is a part, 202 and 204 are none. */
export const isWhole = (status: number): boolean => status === 200 || status === 203;

const readAnswer = async (
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Answer> => {
  // Destroying a body that is not read makes it emit an error of its own.
  body.on('error', () => {});
  try {
    const bytes = isWhole(status)
      ? await readBody(
          body,
          headerOf(headers, 'content-encoding') ?? '',
          contentLength(headers),
          maxBytes,
          signal,
        )
      : new Uint8Array();
    return { kind: 'answer', status, headers, bytes };
  } finally {
    body.destroy();
  }
};

/** Requests on the network behind the guard. @param lookup stands in for DNS, which by itself is the system's */
export const createExchange = (guard: Guard, connectTimeout: number, lookup?: Lookup): Exchange => {
  const agent = new Agent({
    connect: guardedConnector(guard, connectTimeout, lookup),
    maxHeaderSize: MAX_HEADERS,
    allowH2: false,
    // A connection each: between two requests to a host lie seconds, in which servers hang up without a word.
    pipelining: 0,
  });
  const ask: Exchange['ask'] = async (url, { headers, maxBytes, timeouts }, signal) => {
    const total = AbortSignal.timeout(timeouts.total);
    const either = AbortSignal.any([signal, total]);
    let status: number | null = null;
    try {
      const response = await agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        signal: either,
      });
      status = response.statusCode;
      return await readAnswer(response, maxBytes, either);
    } catch (error) {
      if (signal.aborted) return failed(url, 'stopped', WORDS.stopped, status);
      if (total.aborted) return failed(url, 'timeout', WORDS.timeout(timeouts.total / 1000), status);
      return troubleOf(error, url, status);
    }
  };
  return { ask, close: () => agent.destroy() };
};
