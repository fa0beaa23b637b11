import type { Answer } from '../../src/core/answer.ts';
import type { Surroundings } from '../../src/digest/ports.ts';
import type { Message } from '../../src/store/ports/outbox.ts';
import type { Subscription } from '../../src/store/ports/subscriptions.ts';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { saved } from '../store/keep.ts';

export const answerOf = (text: string): Answer => ({
  question: text,
  title: text,
  refused: false,
  blocks: [{ kind: 'paragraph', content: [text] }],
  text,
  figures: [],
  citations: [],
});

/** Time that stands still until somebody waits. */
export interface MadeUpClock {
  readonly now: () => Date;
  readonly at: (instant: string) => void;
  readonly pass: (milliseconds: number) => void;
}

export const madeUpClock = (start: string): MadeUpClock => {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms),
    at: instant => {
      ms = Date.parse(instant);
    },
    pass: milliseconds => {
      ms += milliseconds;
    },
  };
};

export const HERE = { platform: 'made-up', channel: '1', thread: null };

type Wanted = Parameters<Store['subscriptions']['put']>[0];

export const wanted = (rest: Partial<Wanted> = {}): Wanted => ({
  ...HERE,
  time: '07:30',
  zone: 'Asia/Karachi',
  filters: { places: [], groups: [], minToll: null, quiet: 'skip', crosspost: false },
  nextDue: '2026-03-01T02:30:00.000Z',
  addedBy: 'an admin',
  ...rest,
});

export interface MadeUpHouse extends Surroundings {
  readonly store: Store;
  readonly clock: MadeUpClock;
  readonly troubles: string[];
  readonly bugs: unknown[];
  /** `state: reason` of all messages at an address, parts in order. */
  readonly states: (address?: Pick<Subscription, 'platform' | 'channel' | 'thread'>) => readonly string[];
}

/** A store of its own, whose writer it is, and a clock; whoever waits lets time pass at once. */
export const madeUpHouse = (start: string, file = ':memory:'): MadeUpHouse => {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const clock = madeUpClock(start);
  const holder = { name: 'made up', pid: process.pid, host: 'nowhere' };
  const [troubles, bugs]: [string[], unknown[]] = [[], []];
  const hold: Surroundings['hold'] = () => store.lease.take(holder, clock.now().toISOString(), 60);
  saved(hold());
  return {
    store,
    clock,
    troubles,
    bugs,
    hold,
    now: clock.now,
    pause: async milliseconds => {
      clock.pass(milliseconds);
      await new Promise(resolve => setImmediate(resolve));
    },
    onTrouble: line => troubles.push(line),
    onBug: error => bugs.push(error),
    states: (address = HERE) =>
      store.outbox
        .of(address, 99)
        .map(({ state, reason }: Message) => (reason === null ? state : `${state}: ${reason}`)),
  };
};
