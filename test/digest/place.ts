import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createPlanner } from '../../src/digest/planner.ts';
import type { Compose, Courier, Surroundings } from '../../src/digest/ports.ts';
import { createSender } from '../../src/digest/sender.ts';
import { createDiscordCourier } from '../../src/platform/discord/courier.ts';
import { createApi } from '../../src/platform/telegram/api.ts';
import { keptBudget } from '../../src/platform/telegram/budget.ts';
import { createTelegramCourier } from '../../src/platform/telegram/courier.ts';
import { freeze } from '../../src/render/freeze.ts';
import type { Address } from '../../src/store/ports/subscriptions.ts';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { saved } from '../store/keep.ts';
import { answerOf, wanted } from './made-up.ts';

/** Time that passes as on the wall, so many times as fast. */
export interface PlaceClock {
  readonly now: () => number;
}

interface PlaceParts {
  readonly clock: PlaceClock;
  readonly speed: number;
  readonly courier: (now: () => Date, store: Store) => Courier;
  readonly file?: string;
  /** The process that this one stands for. */
  readonly pid?: number;
  /** Parts of each digest. */
  readonly parts?: number;
}

/** The machinery over one emulator, in this process. */
export interface Place {
  readonly store: Store;
  readonly courier: Courier;
  readonly bugs: unknown[];
  readonly subscribe: (address: Address) => void;
  /** Plans what is due. */
  readonly plan: () => Promise<number>;
  /** Sends until everything pending is dealt with. */
  readonly send: () => Promise<void>;
  /** Resolves when nothing is to be sent. */
  readonly drained: () => Promise<void>;
  /** Sends until it is told to stop. */
  readonly sendOn: (signal: AbortSignal) => Promise<void>;
  readonly states: (address: Address) => readonly string[];
}

const log = pino({ level: 'silent' });

export const openPlace = (given: PlaceParts): Place => {
  const { clock, speed, file = ':memory:', pid = process.pid, parts = 1 } = given;
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const now = (): Date => new Date(Math.floor(clock.now()));
  const courier = given.courier(now, store);
  const bugs: unknown[] = [];
  const surroundings: Surroundings = {
    now,
    pause: (milliseconds, signal) =>
      sleep(milliseconds / speed, undefined, { signal }).catch(() => undefined),
    hold: () => store.lease.take({ name: 'made up', pid, host: 'nowhere' }, now().toISOString(), 60),
    onTrouble: () => undefined,
    onBug: error => bugs.push(error),
  };
  const compose: Compose = ({ late }) => ({
    answer: answerOf(`a made-up digest, ${late === 'late' ? 'a late one' : 'in time'}`),
    empty: false,
  });
  const planner = createPlanner({
    ...surroundings,
    store,
    compose,
    freeze: (platform, answer, options) =>
      Array.from({ length: parts }, (_, i) => answerOf(`${answer.text}, part ${i + 1}`)).flatMap(each =>
        freeze(platform, each, options),
      ),
  });
  const sender = createSender({ ...surroundings, store, courier });
  const drained = async (): Promise<void> => {
    for (;;) {
      const { pending, sending } = store.outbox.counts();
      if (pending + sending === 0) return;
      await sleep(2);
    }
  };
  return {
    store,
    courier,
    drained,
    bugs,
    sendOn: sender.run,
    subscribe: address => {
      saved(surroundings.hold());
      saved(store.subscriptions.put(wanted({ ...address, nextDue: now().toISOString() })));
    },
    plan: () => planner.round(new AbortController().signal),
    send: async () => {
      const stop = new AbortController();
      const ended = sender.run(stop.signal);
      await drained();
      stop.abort();
      await ended;
    },
    states: address => store.outbox.of(address, 99).map(({ state }) => state),
  };
};

export const discordCourier =
  ({ api, token }: { readonly api: string; readonly token: string }) =>
  (now: () => Date): Courier =>
    createDiscordCourier({ api, token, now, log });

export const telegramCourier =
  ({ apiRoot, token }: { readonly apiRoot: string; readonly token: string }) =>
  (now: () => Date, store: Store): Courier =>
    createTelegramCourier({
      api: createApi(token, apiRoot, new AbortController().signal),
      budget: keptBudget(store.telegram, now),
      memory: store.telegram,
      now,
      log,
      refused: () => undefined,
    });
