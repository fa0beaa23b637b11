import { type Answer, isWhole } from './exchange.ts';
import type { Fetched, Place } from './fetched.ts';
import { freshFor, headerOf, retryAfter } from './headers.ts';
import { failed } from './troubles.ts';
import { WORDS } from './words.ts';

/**
 * What an answer that leads nowhere else comes to.
 * @param conditional whether the server was asked for changes only
 */
export const outcomeOf = (answer: Answer, place: Place, conditional: boolean, now: Date): Fetched => {
  const { status, headers, bytes } = answer;
  const validity = {
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
    freshFor: freshFor(headers, now),
  };
  if (isWhole(status))
    return {
      kind: 'fresh',
      ...place,
      status,
      contentType: headerOf(headers, 'content-type'),
      bytes,
      ...validity,
    };
  const url = new URL(place.url);
  if (status === 304)
    return conditional
      ? { kind: 'not-modified', ...place, ...validity }
      : failed(url, 'status', WORDS.notAsked, status);
  if (status === 410) return { kind: 'gone', ...place };
  const after = retryAfter(headers, now);
  if (status === 429 || (status === 503 && after !== null))
    return { kind: 'retry-later', after, reason: WORDS.asked(status), url: place.url };
  return failed(url, 'status', WORDS.status(status), status);
};
