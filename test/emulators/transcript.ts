import { EventEmitter } from 'node:events';
import { at, type Json, textOf } from './json.ts';

/** One request with its reply, or one message handed over; `Kind` is how it went. */
export interface EntryOf<Kind extends string> {
  /** Milliseconds of the emulator's clock, when it came in. */
  readonly at: number;
  readonly kind: Kind;
  readonly what: string;
  readonly body: Json;
  /** Of a request: what was answered; 0 for a connection that was cut or left hanging. */
  readonly status?: number;
  readonly reply?: Json;
  /** Of a request: set when a fault was injected. */
  readonly fault?: string;
}

/** Something that the platform's description or its documented rules do not allow. */
interface Violation {
  /** Who is at fault: the program that is tested, or the emulator itself. */
  readonly by: 'client' | 'emulator';
  readonly what: string;
  readonly problem: string;
}

/** All that was said, in order. */
export interface TranscriptOf<Kind extends string> {
  readonly entries: readonly EntryOf<Kind>[];
  /** Must be empty after every test. */
  readonly violations: readonly Violation[];
  /** Gives the violations so far and forgets them: for a test that causes them on purpose. */
  readonly takeViolations: () => readonly Violation[];
  readonly record: (entry: EntryOf<Kind>) => void;
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

const line = ({ kind, what, status, reply, fault }: EntryOf<string>): string => {
  const refused = textOf(at(reply, 'description'));
  const said = [
    ...(status === undefined ? [] : [`-> ${status}`]),
    ...(refused === '' ? [] : [refused]),
    ...(fault === undefined ? [] : [`(${fault})`]),
  ];
  return [kind, what, ...said].join(' ');
};

export const makeTranscript = <Kind extends string>(): TranscriptOf<Kind> => {
  const entries: EntryOf<Kind>[] = [];
  const violations: Violation[] = [];
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  const changed = (): void => {
    changes.emit('change');
  };
  return {
    entries,
    violations,
    takeViolations: () => violations.splice(0),
    changed,
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
          const wrong = violations.map(({ what: where, problem }) => `${where}: ${problem}`).join('\n  ');
          const also = wrong === '' ? '' : `\nand violations\n  ${wrong}`;
          reject(new Error(`${what}: not within ${deadline} ms; the last entries are\n  ${last}${also}`));
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
