import type { Clock } from './core/clock.ts';
import { type Failure, ok, type Result } from './core/result.ts';
import type { Freeze } from './digest/ports.ts';
import { nextDue } from './digest/schedule.ts';
import { lastDigest } from './digest/state.ts';
import type { Address, DigestAdmin } from './query/digests.ts';
import type { Settings } from './shell/settings.ts';
import { WORDS } from './shell/words.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Store } from './store/ports.ts';
import { asWriter } from './writer.ts';

export interface DigestAdminParts {
  readonly store: Pick<Store, 'subscriptions' | 'outbox' | 'watches' | 'lease'>;
  readonly settings: Pick<Settings, 'database' | 'zone'>;
  /** The real one, also for a question of another time: what is written happens now. */
  readonly clock: Pick<Clock, 'now'>;
  /** How messages are drawn; null where this program sends none. */
  readonly freeze: Freeze | null;
}

const NEEDS_DATABASE: Failure = { fault: 'input', message: WORDS.digestsNeedDatabase };

/** Changes who gets a digest, in the store. */
export const createDigestAdmin = ({ store, settings, clock, freeze }: DigestAdminParts): DigestAdmin => {
  const { subscriptions, outbox } = store;
  const now = (): string => clock.now().toISOString();
  const write = <T>(work: () => Saved<T>): Result<T> =>
    settings.database === null ? { ok: false, error: NEEDS_DATABASE } : asWriter(store, clock, work);
  return {
    zone: settings.zone,
    last: address => lastDigest(address, store),
    subscribe: (address, { time, zone, filters }, by) => {
      const { platform, channel, thread } = address;
      const next = nextDue(time, zone, now()).at;
      const saved = write(() =>
        subscriptions.put({ platform, channel, thread, time, zone, filters, nextDue: next, addedBy: by }),
      );
      return saved.ok ? ok({ became: saved.value, next }) : saved;
    },
    end: (address, reason) => write(() => subscriptions.end(address, reason)),
    pause: (address, reason) => write(() => subscriptions.pause(address, reason)),
    resume: (address: Address) => {
      const known = subscriptions.get(address);
      if (known === null) return ok(false);
      return write(() => subscriptions.resume(address, nextDue(known.time, known.zone, now()).at));
    },
    again: id => write(() => outbox.again(id, now())),
    watch: (address, wish, by) => {
      const { platform, channel, thread } = address;
      return write(() => store.watches.add({ platform, channel, thread, wish, added: now(), addedBy: by }));
    },
    unwatch: (address, id) => write(() => store.watches.remove(id, address, now())),
    send: (address, answer) => {
      if (freeze === null) return ok(false);
      const { platform, channel, thread } = address;
      const at = now();
      const planned = write(() =>
        outbox.plan([
          {
            address: { platform, channel, thread },
            occasion: `test/${at}`,
            bodies: freeze(platform, answer, { crosspost: false }),
            at,
            notBefore: at,
            nextDue: null,
          },
        ]),
      );
      return planned.ok ? ok(true) : planned;
    },
  };
};
