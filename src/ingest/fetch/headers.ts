/** Headers of an answer as undici gives them: lower case, repeated ones as a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Servers name whole numbers of seconds; more than a year is as good as a year. */
const MOST_SECONDS = 366 * 24 * 3600;

/** The value of a header, repeated ones joined as HTTP does; null when there is none. */
export const headerOf = (headers: Headers, name: string): string | null => {
  const value = headers[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
};

const seconds = (digits: string): number => Math.min(Number(digits), MOST_SECONDS);

/** Milliseconds since 1970 of an HTTP date in any of its three forms, or of what servers write instead; null when none. */
const instantOf = (date: string): number | null => {
  const instant = Date.parse(date);
  return Number.isNaN(instant) ? null : instant;
};

const secondsUntil = (instant: number, now: number): number =>
  Math.min(Math.max(0, Math.ceil((instant - now) / 1000)), MOST_SECONDS);

/** Seconds to wait by Retry-After, given as seconds or as a date; null when it is absent or cannot be read. */
export const retryAfter = (headers: Headers, now: Date): number | null => {
  const value = headerOf(headers, 'retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return seconds(value);
  // Date.parse takes "-5" and "1.5" for years.
  const instant = /[a-z]/i.test(value) ? instantOf(value) : null;
  return instant === null ? null : secondsUntil(instant, now.getTime());
};

const directivesOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header
      .toLowerCase()
      .split(',')
      .map(part => part.split('='))
      .map(([name = '', value = '']) => [name.trim(), value.trim().replaceAll('"', '')]),
  );

/**
 * Seconds for which an answer counts as fresh (RFC 9111 for a private cache): max-age less Age, else Expires less Date.
 * @returns null when the server says nothing of it, 0 when it forbids keeping it
 */
export const freshFor = (headers: Headers, now: Date): number | null => {
  const directives = directivesOf(headerOf(headers, 'cache-control') ?? '');
  if (directives.has('no-store') || directives.has('no-cache')) return 0;
  const maxAge = directives.get('max-age') ?? '';
  const age = headerOf(headers, 'age')?.trim() ?? '';
  if (/^\d+$/.test(maxAge)) return Math.max(0, seconds(maxAge) - (/^\d+$/.test(age) ? seconds(age) : 0));
  const expires = headerOf(headers, 'expires');
  if (expires === null) return null;
  // "Expires: 0" and other bad dates mean that it is stale already.
  const until = /[a-z]/i.test(expires) ? instantOf(expires) : null;
  if (until === null) return 0;
  const sent = instantOf(headerOf(headers, 'date') ?? '') ?? now.getTime();
  return secondsUntil(until, sent);
};

/** Content-Length in bytes; null when it is absent or no number. */
export const contentLength = (headers: Headers): number | null => {
  const value = headerOf(headers, 'content-length') ?? '';
  return /^\d+$/.test(value) ? Number(value) : null;
};
