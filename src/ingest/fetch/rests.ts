import type { Clock } from '../../core/clock.ts';
import type { Answer } from './exchange.ts';
import type { RetryLater } from './fetched.ts';
import { retryAfter } from './headers.ts';
import { WORDS } from './words.ts';

/** Hosts that said "too many requests" and for how long they are left alone. */
export interface Rests {
  readonly note: (url: URL, answer: Answer) => void;
  /** Null when the host may be asked. */
  readonly of: (url: URL) => RetryLater | null;
}

/** However long a host asks for, in milliseconds: it may have meant one page. */
const LONGEST_REST = 24 * 3_600_000;

/** 429 is about who asks, not about what is asked for: it holds for the whole host. 503 holds for its page alone. */
export const createRests = (clock: Clock): Rests => {
  const until = new Map<string, number>();
  return {
    note: ({ hostname }, { status, headers }) => {
      const now = clock.now();
      const after = status === 429 ? retryAfter(headers, now) : null;
      if (after !== null) until.set(hostname, now.getTime() + Math.min(after * 1000, LONGEST_REST));
    },
    of: url => {
      const left = (until.get(url.hostname) ?? 0) - clock.now().getTime();
      if (left <= 0) {
        until.delete(url.hostname);
        return null;
      }
      return {
        kind: 'retry-later',
        after: Math.ceil(left / 1000),
        reason: WORDS.hostAsked,
        url: url.href,
      };
    },
  };
};
