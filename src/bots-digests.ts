import { setTimeout as sleep } from 'node:timers/promises';
import { ok } from './core/result.ts';
import { createPlanner } from './digest/planner.ts';
import type { Courier, DigestStore, Machinery, Surroundings } from './digest/ports.ts';
import { createSender } from './digest/sender.ts';
import { watchForAlerts } from './digest/watcher.ts';
import type { Part } from './platform/common/health.ts';
import { createInFlight } from './platform/common/in-flight.ts';
import type { Log } from './platform/common/log.ts';
import type { Metrics } from './platform/common/metrics.ts';
import type { Supervised } from './platform/common/supervise.ts';
import type { Memory } from './platform/telegram/memory.ts';
import type { Saved } from './store/ports/saved.ts';

/** Milliseconds: between renewals of the right to write; a stop waits for what is on its way. */
const RENEW = 10_000;
const GRACE = 8_000;

const NAME = 'digests';

const TELEGRAM = 'telegram';

const pause: Surroundings['pause'] = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** Groups that Telegram says have another id now take their digests along. */
export const movingDigests = (memory: Memory, { subscriptions, outbox }: DigestStore): Memory => ({
  ...memory,
  move: (from, to) => {
    for (const each of subscriptions.list().filter(one => one.platform === TELEGRAM && one.channel === from))
      subscriptions.move(each, { ...each, channel: to });
    // What is planned where there is no digest: alerts.
    outbox.move(
      { platform: TELEGRAM, channel: from, thread: null },
      { platform: TELEGRAM, channel: to, thread: null },
    );
    return memory.move(from, to);
  },
});

interface BotsDigestsParts {
  readonly digests: Machinery;
  readonly couriers: readonly Courier[];
  readonly memory: Pick<Memory, 'move'>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Plans and sends the digests of all platforms beside their bots, while this process is the one that writes. */
export const createBotsDigests = (
  parts: BotsDigestsParts,
): Pick<Supervised, 'name' | 'run'> & { readonly part: Part } => {
  const { digests, couriers, memory, log, metrics } = parts;
  const { store, clock } = digests;
  let held = Number.NEGATIVE_INFINITY;
  let state = { ok: true, detail: 'starting' };
  metrics.outbox(store.outbox.counts);

  const hold = (): Saved<NonNullable<unknown>> => {
    const at = clock.now().getTime();
    if (at - held < RENEW) return ok('held');
    const taken = digests.hold();
    held = taken.ok ? at : Number.NEGATIVE_INFINITY;
    // Another process that writes is no illness: this one waits to take over.
    state = taken.ok
      ? { ok: true, detail: 'sending' }
      : { ok: taken.error.kind === 'not-writer', detail: taken.error.message };
    return taken;
  };
  const surroundings: Surroundings = {
    now: clock.now,
    pause,
    hold,
    onTrouble: line => {
      // Whatever could not be written: whether this process may still write is asked anew.
      held = Number.NEGATIVE_INFINITY;
      log.warn({ part: NAME }, line);
    },
    onBug: (error, where) => {
      metrics.happened(NAME, 'bug');
      log.error({ part: NAME, err: error }, where);
    },
  };
  const sender = (courier: Courier) =>
    createSender({
      ...surroundings,
      store,
      courier,
      onMoved: memory.move,
      onSettled: (message, settlement) => {
        const { platform, channel, planned } = message;
        metrics.happened(platform, `digest ${settlement.state}`);
        if (settlement.state === 'sent')
          metrics.digestSent(platform, (clock.now().getTime() - Date.parse(planned)) / 1_000);
        else log.warn({ platform, channel, state: settlement.state }, settlement.reason);
      },
    });

  return {
    name: NAME,
    part: { name: NAME, state: () => state },
    run: async (signal, up) => {
      const works = createInFlight();
      works.add(createPlanner({ ...surroundings, ...digests, hold }).run(signal));
      works.add(watchForAlerts({ ...surroundings, alerts: digests.alerts }, signal));
      for (const courier of couriers) works.add(sender(courier).run(signal));
      up();
      await new Promise<void>(resolve => {
        if (signal.aborted) return resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      const left = await works.settled(GRACE);
      digests.release();
      if (left > 0) log.warn({ part: NAME }, 'what was on its way is dealt with at the next start');
    },
  };
};
