import { EventEmitter } from 'node:events';
import type { Json } from '../json.ts';

/** One request with its reply, or one message over the gateway. */
export interface Entry {
  readonly at: number;
  readonly kind: 'rest' | 'received' | 'sent' | 'gateway';
  /** `POST /channels/1/messages`, `IDENTIFY`, `INTERACTION_CREATE`, `close 4004`. */
  readonly what: string;
  readonly body: Json;
  /** Of a request: what was answered; 0 for a connection that was cut or left hanging. */
  readonly status?: number;
  readonly reply?: Json;
  /** Of a request: set when a fault was injected. */
  readonly fault?: string;
}

/** Something that Discord's description or its documented rules do not allow. */
export interface Violation {
  /** Who is at fault: the program that is tested, or the emulator itself. */
  readonly by: 'client' | 'emulator';
  readonly what: string;
  readonly problem: string;
}

/** All that was said, in order. */
export interface Transcript {
  readonly entries: readonly Entry[];
  /** Must be empty after every test. */
  readonly violations: readonly Violation[];
  /** Requests in order, as `POST /channels/1/messages`; of one kind, where a part of that is given. */
  readonly requests: (part?: string | RegExp) => readonly Entry[];
  readonly record: (entry: Entry) => void;
  readonly violate: (violation: Violation) => void;
  /** Resolves when the condition holds; rejects after the deadline (default 10 s) with what was said last. */
  readonly until: <T>(
    condition: () => T | null | undefined | false,
    what?: string,
    deadline?: number,
  ) => Promise<T>;
  /** To be called after every change that somebody may wait for. */
  readonly changed: () => void;
  /** Forgets everything. */
  readonly clear: () => void;
}

const DEADLINE = 10_000;

const line = (entry: Entry): string =>
  `${entry.kind} ${entry.what}${entry.status === undefined ? '' : ` -> ${entry.status}`}${entry.fault === undefined ? '' : ` (${entry.fault})`}`;

export const transcript = (): Transcript => {
  const entries: Entry[] = [];
  const violations: Violation[] = [];
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  const changed = (): void => {
    changes.emit('change');
  };
  return {
    entries,
    violations,
    changed,
    requests: part =>
      entries.filter(
        ({ kind, what }) =>
          kind === 'rest' &&
          (part === undefined || (typeof part === 'string' ? what.includes(part) : part.test(what))),
      ),
    record: entry => {
      entries.push(entry);
      changed();
    },
    violate: violation => {
      violations.push(violation);
      changed();
    },
    until: (condition, what = 'a condition', deadline = DEADLINE) =>
      new Promise((resolve, reject) => {
        const done = (): void => {
          clearTimeout(timer);
          changes.off('change', check);
        };
        const check = (): void => {
          const found = condition();
          if (found === null || found === undefined || found === false) return;
          done();
          resolve(found);
        };
        const timer = setTimeout(() => {
          done();
          const last = entries.slice(-12).map(line).join('\n  ');
          reject(new Error(`${what}: not within ${deadline} ms; the last entries are\n  ${last}`));
        }, deadline);
        changes.on('change', check);
        check();
      }),
    clear: () => {
      entries.length = 0;
      violations.length = 0;
    },
  };
};
