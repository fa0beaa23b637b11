import { Buffer } from 'node:buffer';
import pino from 'pino';
import type { LogLevel } from './log-level.ts';

/** One line of JSON a call: facts first, then what happened in words. Errors go under `err`. */
export interface Log {
  readonly debug: (facts: object, words: string) => void;
  readonly info: (facts: object, words: string) => void;
  readonly warn: (facts: object, words: string) => void;
  readonly error: (facts: object, words: string) => void;
}

const REDACTED = '[redacted]';

/** Parts of a token that are shorter than this are no secret by themselves, such as the id of a bot. */
const SECRET_PART = 16;

/** The characters of base64 that a text has inside a longer one, whichever of three places it begins at. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map(before => {
    const whole = Buffer.from(`${' '.repeat(before)}${text}`).toString('base64');
    const cut = Math.ceil((before * 4) / 3);
    const bytes = before + Buffer.byteLength(text);
    return whole.slice(cut, Math.floor((bytes * 4) / 3));
  });

const spellings = (secret: string): string[] => {
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = inBase64(secret);
  return [
    secret,
    json,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    ...base64,
    ...base64.map(text => text.replaceAll('+', '-').replaceAll('/', '_')),
    Buffer.from(secret).toString('hex'),
  ];
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Takes secrets out of a text in whatever spelling they stand there: as they are, in an address, in JSON, in base64 or
 * hexadecimal; and their parts, where those are long enough to be secrets themselves.
 */
export const redactor = (secrets: readonly string[]): ((text: string) => string) => {
  const all = secrets
    .flatMap(secret => [secret, ...secret.split(/[.:]/).filter(part => part.length >= SECRET_PART)])
    .filter(secret => secret !== '')
    .flatMap(spellings)
    .toSorted((a, b) => b.length - a.length);
  if (all.length === 0) return text => text;
  const pattern = new RegExp(all.map(escaped).join('|'), 'gi');
  return text => text.replace(pattern, REDACTED);
};

/** @param write takes a finished line, its end included, in which no secret is left */
export const createLog = (
  level: LogLevel,
  redact: (text: string) => string,
  write: (line: string) => void,
): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: line => write(redact(line)) },
  );
