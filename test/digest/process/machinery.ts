import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { z } from 'zod';
import { createPlanner } from '../../../src/digest/planner.ts';
import type { Courier, DigestStore, Surroundings } from '../../../src/digest/ports.ts';
import { createSender } from '../../../src/digest/sender.ts';
import { createDiscordCourier } from '../../../src/platform/discord/courier.ts';
import { createApi } from '../../../src/platform/telegram/api.ts';
import { keptBudget } from '../../../src/platform/telegram/budget.ts';
import { createTelegramCourier } from '../../../src/platform/telegram/courier.ts';
import { freeze } from '../../../src/render/freeze.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { createWriter } from '../../../src/writer.ts';
import { answerOf } from '../made-up.ts';

/**
 * The machinery of the digests as a process of its own, which sends what is due and ends, or kills itself right at a
 * step. Its task comes as JSON on standard input, which it waits for when it has loaded everything.
 */
const task = z
  .object({
    file: z.string(),
    discord: z.object({ api: z.string(), token: z.string() }),
    telegram: z.object({ api: z.string(), token: z.string() }),
    /** Channels that are subscribed, due at once. */
    channels: z.array(z.object({ platform: z.string(), channel: z.string(), parts: z.int() })),
    /** Where it dies, at which of its passings; null: it lives. */
    kill: z.object({ step: z.string(), passing: z.int() }).nullable(),
  })
  .parse(JSON.parse(await text(process.stdin)));

const now = (): Date => new Date();

let passings = 0;
const step = (name: string): void => {
  if (task.kill?.step !== name) return;
  passings += 1;
  if (passings === task.kill.passing) process.kill(process.pid, 'SIGKILL');
};

const opened = openStore(task.file);
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;

/** The outbox with a step before and after each write. */
const outbox: DigestStore['outbox'] = {
  ...store.outbox,
  plan: plans => {
    step('before planning');
    const done = store.outbox.plan(plans);
    step('planned');
    return done;
  },
  claim: claim => {
    const done = store.outbox.claim(claim);
    if (done.ok && done.value.length > 0) step('claimed');
    return done;
  },
  begin: (...begun) => {
    const done = store.outbox.begin(...begun);
    step('begun');
    return done;
  },
  settle: (...settled) => {
    step('answered');
    const done = store.outbox.settle(...settled);
    step('settled');
    return done;
  },
};

const dying = (courier: Courier): Courier => ({
  ...courier,
  deliver: async (message, signal) => {
    const done = courier.deliver(message, signal);
    await sleep(2);
    step('on its way');
    return done;
  },
});

const [log, never] = [pino({ level: 'silent' }), new AbortController().signal];
const couriers = [
  createDiscordCourier({ ...task.discord, now, log }),
  createTelegramCourier({
    api: createApi(task.telegram.token, task.telegram.api, never),
    budget: keptBudget(store.telegram, now),
    memory: store.telegram,
    now,
    log,
    refused: () => undefined,
  }),
].map(dying);

const writer = createWriter(store, { now });
const surroundings: Surroundings = {
  now,
  hold: writer.hold,
  pause: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
  onTrouble: line => process.stderr.write(`${line}\n`),
  onBug: error => {
    throw error;
  },
};

while (!writer.hold().ok) await sleep(20);
for (const { platform, channel, parts } of task.channels)
  store.subscriptions.put({
    platform,
    channel,
    thread: null,
    time: '07:30',
    zone: 'Asia/Karachi',
    filters: { places: [], groups: [], minToll: parts, quiet: 'say', crosspost: false },
    nextDue: now().toISOString(),
    addedBy: `made up on ${hostname()}`,
  });

const planner = createPlanner({
  ...surroundings,
  store: { ...store, outbox },
  compose: ({ subscription }) => ({
    answer: answerOf(String(subscription.filters.minToll)),
    empty: false,
  }),
  freeze: (platform, answer, options) =>
    Array.from({ length: Number(answer.text) }, (_, i) => `part ${i + 1}`).flatMap(part =>
      freeze(platform, answerOf(part), options),
    ),
});

const stop = new AbortController();
const senders = couriers.map(courier =>
  createSender({ ...surroundings, store: { ...store, outbox }, courier }).run(stop.signal),
);
await planner.round(stop.signal);
for (;;) {
  const { pending, sending } = store.outbox.counts();
  if (pending + sending === 0) break;
  await sleep(5);
}
stop.abort();
await Promise.all(senders);
writer.release();
store.close();
