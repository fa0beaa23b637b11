import { EventEmitter } from 'node:events';
import { at, type Json, textOf } from '../json.ts';

/** One call with its reply, or one update handed over. */
export interface Entry {
  /** Milliseconds of the emulator's clock, when it came in. */
  readonly at: number;
  readonly kind: 'call' | 'update' | 'webhook';
  /** `sendMessage`; of an update its kind, `callback_query`; of a delivery to a webhook the update's kind. */
  readonly what: string;
  /** Parameters of a call, an update as it was handed over. */
  readonly body: Json;
  /** Of a request: what was answered; 0 for a connection that was cut or left hanging. */
  readonly status?: number;
  readonly reply?: Json;
  /** Of a request: set when a fault was injected. */
  readonly fault?: string;
}

/** Something that Telegram's description or its documented rules do not allow. */
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
  /** Gives the violations so far and forgets them: for a test that causes them on purpose. */
  readonly takeViolations: () => readonly Violation[];
  /** Calls in order, of one method where it is given; getUpdates only when asked for by name. */
  readonly calls: (method?: string) => readonly Entry[];
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

const line = ({ kind, what, status, reply, fault }: Entry): string => {
  const refused = textOf(at(reply, 'description'));
  const said = [
    ...(status === undefined ? [] : [`-> ${status}`]),
    ...(refused === '' ? [] : [refused]),
    ...(fault === undefined ? [] : [`(${fault})`]),
  ];
  return [kind, what, ...said].join(' ');
};

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
    takeViolations: () => violations.splice(0),
    changed,
    calls: method =>
      entries.filter(
        ({ kind, what }) =>
          kind === 'call' && (method === undefined ? what !== 'getUpdates' : what === method),
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
