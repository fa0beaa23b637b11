import type { Clock } from './core/clock.ts';
import type { Courier, DigestStore, Machinery, Surroundings } from './digest/ports.ts';
import { createSender } from './digest/sender.ts';
import { createHolding, type Planning, type PlanningHeard, pause } from './planning.ts';
import type { Part } from './platform/common/health.ts';
import { createInFlight } from './platform/common/in-flight.ts';
import type { Log } from './platform/common/log.ts';
import type { Metrics } from './platform/common/metrics.ts';
import type { Supervised } from './platform/common/supervise.ts';
import type { Memory } from './platform/telegram/memory.ts';

/** Milliseconds that a stop waits for what is on its way. */
const GRACE = 8_000;

const NAME = 'digests';

const TELEGRAM = 'telegram';

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
  readonly store: DigestStore;
  readonly clock: Pick<Clock, 'now'>;
  /** The right to write of who sends. */
  readonly writer: Pick<Machinery, 'hold' | 'release'>;
  readonly planning: Planning;
  readonly couriers: readonly Courier[];
  readonly memory: Pick<Memory, 'move'>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Plans and sends the digests of all platforms beside their bots, while this process is the one that writes. */
export const createBotsDigests = (
  parts: BotsDigestsParts,
): Pick<Supervised, 'name' | 'run'> & { readonly part: Part } => {
  const { store, clock, writer, planning, couriers, memory, log, metrics } = parts;
  let state = { ok: true, detail: 'starting' };
  metrics.outbox(store.outbox.counts);

  const { hold, doubt } = createHolding({ hold: writer.hold, clock }, taken => {
    // Another process that writes is no illness: this one waits to take over.
    state = taken.ok
      ? { ok: true, detail: 'sending' }
      : { ok: taken.error.kind === 'not-writer', detail: taken.error.message };
  });
  const heard: PlanningHeard = {
    onTrouble: line => log.warn({ part: NAME }, line),
    onBug: (error, where) => {
      metrics.happened(NAME, 'bug');
      log.error({ part: NAME, err: error }, where);
    },
  };
  const surroundings: Surroundings = {
    ...heard,
    now: clock.now,
    pause,
    hold,
    onTrouble: line => {
      doubt();
      heard.onTrouble(line);
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
      works.add(planning.run(signal, heard));
      for (const courier of couriers) works.add(sender(courier).run(signal));
      up();
      await new Promise<void>(resolve => {
        if (signal.aborted) return resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      const left = await works.settled(GRACE);
      writer.release();
      if (left > 0) log.warn({ part: NAME }, 'what was on its way is dealt with at the next start');
    },
  };
};
