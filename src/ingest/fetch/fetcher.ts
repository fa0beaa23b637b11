import type { Clock } from '../../core/clock.ts';
import type { Guard } from './addresses.ts';
import { ENCODINGS } from './body.ts';
import type { Lookup } from './connect.ts';
import { type Asked, createExchange, type Timeouts } from './exchange.ts';
import type { Fetched } from './fetched.ts';
import { admit } from './guard.ts';
import { outcomeOf } from './outcome.ts';
import { type Ask, follow } from './redirects.ts';
import { createRests } from './rests.ts';
import { createRobots } from './robots.ts';
import { failed } from './troubles.ts';
import { createTurns, type Pause } from './turns.ts';
import { WORDS } from './words.ts';

/** What may be said about one fetch; all of it may be left out. */
export interface Wishes {
  /** ETag and Last-Modified of the last answer: when nothing changed since, the server says so and sends nothing. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Accept header, such as `application/rss+xml, application/xml;q=0.9`. */
  readonly accept?: string;
  /** Bytes of the unpacked body at most; 10 MB unless told. */
  readonly maxBytes?: number;
  readonly timeouts?: Partial<Omit<Timeouts, 'connect'>>;
  /** Stops this fetch; it then comes out as failed, `stopped`. */
  readonly signal?: AbortSignal;
}

export interface Fetcher {
  /**
   * Fetches one address politely: after robots.txt, alone on its host, following redirects. Never throws for what an
   * address or a server can do; whatever came of it has a `kind`, and a `reason` that can be shown.
   */
  readonly get: (address: string, wishes?: Wishes) => Promise<Fetched>;
  /** Stops what is under way, which comes out as failed, `stopped`, and closes all connections. */
  readonly close: () => Promise<void>;
}

export interface FetcherOptions {
  /** Of the program, for the user agent. */
  readonly version: string;
  /** Where the operator can be reached, a web or mail address in ASCII, for the user agent; null when not known. */
  readonly contact: string | null;
  readonly clock: Clock;
  /** `public` unless told; `open-loopback` is for tests. */
  readonly guard?: Guard;
  /**
   * Milliseconds of quiet between two requests to one host; a second unless told, and none with loopback open, where the
   * host is our own.
   */
  readonly gap?: number;
  /** Hosts that are spoken to at once; 6 unless told. */
  readonly parallel?: number;
  readonly timeouts?: Partial<Timeouts>;
  /** Stands in for DNS. */
  readonly lookup?: Lookup;
  /** Stands in for waiting. */
  readonly pause?: Pause;
}

const MAX_BYTES = 10_000_000;

/** RFC 9309 asks that 500 KiB at least be read. */
const MAX_ROBOTS_BYTES = 1_000_000;

const TIMEOUTS: Timeouts = { connect: 10_000, headers: 20_000, body: 20_000, total: 90_000 };

const AGENT = 'Sitrep';

/** A validator as it can be sent back: what else a server sent as one would break the request. */
const isSendable = (validator: string): boolean => /^[\x20-\x7e]{1,1000}$/.test(validator);

const headersOf = (agent: string, { etag, lastModified, accept }: Wishes): Record<string, string> => ({
  'user-agent': agent,
  accept: accept ?? '*/*',
  'accept-encoding': ENCODINGS,
  ...(etag && isSendable(etag) ? { 'if-none-match': etag } : {}),
  ...(lastModified && isSendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
});

/** The work, or the abort if that comes first; what is shared with others goes on without us. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });

/** @returns a fetcher; whoever makes it closes it */
export const createFetcher = (options: FetcherOptions): Fetcher => {
  const { clock, guard = 'public' } = options;
  const gap = options.gap ?? (guard === 'public' ? 1_000 : 0);
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const exchange = createExchange(guard, timeouts.connect, options.lookup);
  const turns = createTurns(options.parallel ?? 6, clock, options.pause);
  const rests = createRests(clock);
  const stop = new AbortController();
  const agent = `${AGENT}/${options.version}${options.contact === null ? '' : ` (+${options.contact})`}`;

  const ask = (url: URL, asked: Asked, quiet: number, signal: AbortSignal): ReturnType<Ask> =>
    turns.take(url.hostname, quiet, signal, async () => {
      const resting = rests.of(url);
      if (resting !== null) return resting;
      const answer = await exchange.ask(url, asked, signal);
      if (answer.kind === 'answer') rests.note(url, answer);
      return answer;
    });

  const robots = createRobots(AGENT, clock, url => {
    const asked = { headers: headersOf(agent, {}), maxBytes: MAX_ROBOTS_BYTES, timeouts };
    return follow(
      url,
      guard,
      hop => ask(hop, asked, gap, stop.signal),
      (answer, place) => outcomeOf(answer, place, false, clock.now()),
    );
  });

  const fetch = (url: URL, wishes: Wishes, signal: AbortSignal): Promise<Fetched> => {
    const headers = headersOf(agent, wishes);
    const asked = {
      headers,
      maxBytes: wishes.maxBytes ?? MAX_BYTES,
      timeouts: { ...timeouts, ...wishes.timeouts },
    };
    const conditional = 'if-none-match' in headers || 'if-modified-since' in headers;
    return follow(
      url,
      guard,
      async hop => {
        const rules = await orAborted(robots(hop), signal);
        if (rules.kind !== 'rules') return rules;
        return rules.allows(hop)
          ? ask(hop, asked, Math.max(gap, rules.gap), signal)
          : { kind: 'refused', code: 'robots', reason: WORDS.robots, url: hop.href };
      },
      (answer, place) => outcomeOf(answer, place, conditional, clock.now()),
    );
  };

  return {
    get: async (address, wishes = {}) => {
      const url = admit(address, undefined, guard);
      if (!(url instanceof URL)) return url;
      const signals = wishes.signal === undefined ? [stop.signal] : [stop.signal, wishes.signal];
      const signal = AbortSignal.any(signals);
      try {
        return await fetch(url, wishes, signal);
      } catch (error) {
        if (signal.aborted) return failed(url, 'stopped', WORDS.stopped);
        throw error;
      }
    },
    close: async () => {
      stop.abort();
      await exchange.close();
    },
  };
};
