import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { CODES, codeOf } from './api.ts';

/**
 * What a failed post means. `doubt`: it may have been carried out; `form`: these words may be taken in another form;
 * `closed`: the channel takes nothing now.
 */
export type Fault =
  | { readonly kind: 'wait'; readonly milliseconds: number; readonly all: boolean }
  | { readonly kind: 'unauthorized' | 'unsent' }
  | {
      readonly kind: 'doubt' | 'form' | 'closed' | 'refused';
      readonly words: string;
      readonly code: number | null;
    };

/** Errors of the line before anything was sent. */
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EAI_FAIL'];

/** Who says so has done nothing. */
const UNAVAILABLE = 503;

/** The shortest pause after "too many". */
const LEAST = 250;

const isUnsent = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return UNSENT.includes(error.code);
  return isUnsent(error.cause);
};

const ofReply = ({ status, message }: DiscordAPIError, code: number): Fault => {
  const words = `${message} (${code})`;
  if (status === 401) return { kind: 'unauthorized' };
  if (status === UNAVAILABLE) return { kind: 'unsent' };
  if (status >= 500) return { kind: 'doubt', words, code };
  // Without a code it speaks for something that stands before Discord, and not of the channel.
  if (!(code > 0)) return { kind: 'unsent' };
  if (code === CODES.invalidBody) return { kind: 'form', words, code };
  return { kind: status === 403 || status === 404 ? 'closed' : 'refused', words, code };
};

export const postFault = (error: unknown): Fault => {
  if (error instanceof RateLimitError) {
    const milliseconds = Math.max(LEAST, error.retryAfter, error.sublimitTimeout, error.timeToReset);
    return { kind: 'wait', milliseconds, all: error.global };
  }
  if (error instanceof DiscordAPIError) return ofReply(error, codeOf(error) ?? 0);
  if (error instanceof HTTPError && error.status === UNAVAILABLE) return { kind: 'unsent' };
  if (error instanceof HTTPError)
    return { kind: 'doubt', words: `${error.status} ${error.message}`, code: null };
  return isUnsent(error)
    ? { kind: 'unsent' }
    : { kind: 'doubt', words: error instanceof Error ? error.message : String(error), code: null };
};
