import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Questions asked before, oldest first; kept for the arrow keys. */
export interface History {
  readonly load: () => readonly string[];
  readonly add: (question: string) => void;
}

export const MAX_HISTORY = 500;

/** Only the person who asked may read what was asked. */
const PRIVATE_FILE = { mode: 0o600 };

/** A history for a session alone. */
export const noHistory: History = { load: () => [], add: () => {} };

/**
 * A history in a file, one question a line, the last {@link MAX_HISTORY} kept. Where the file cannot be read or written
 * the session goes on without: a chat is worth more than its history.
 */
export const fileHistory = (path: string): History => ({
  load: () => {
    try {
      const lines = readFileSync(path, 'utf8')
        .split('\n')
        .filter(line => line !== '');
      const kept = lines.slice(-MAX_HISTORY);
      if (kept.length < lines.length) writeFileSync(path, `${kept.join('\n')}\n`, PRIVATE_FILE);
      return kept;
    } catch {
      return [];
    }
  },
  add: question => {
    const line = question.replace(/[\r\n]+/g, ' ').trim();
    if (line === '') return;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      appendFileSync(path, `${line}\n`, PRIVATE_FILE);
    } catch {
      // A home that cannot be written to costs the history, nothing else.
    }
  },
});
