import type { Instant } from '../core/clock.ts';
import type { Plan } from '../store/ports/outbox.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { Address, Subscription } from '../store/ports/subscriptions.ts';
import { dueDays, expiryOf } from './days.ts';
import type { Compose, DigestStore, Freeze, Surroundings } from './ports.ts';
import type { Due } from './schedule.ts';
import { WORDS } from './words.ts';

/** How one digest comes to be. */
interface Making {
  readonly store: DigestStore;
  readonly compose: Compose;
  readonly freeze: Freeze;
}

export interface PlannerParts extends Making, Surroundings {}

/** Subscriptions that are planned in one transaction. */
const BATCH = 25;
/** Looked at in one go. */
const ROUND = 1_000;
/** Milliseconds between rounds, after a digest could not be composed, and while another process writes. */
const EVERY = 5_000;
const AFTER_BUG = 60_000;

const addressOf = ({ platform, channel, thread }: Address): Address => ({ platform, channel, thread });

const keyOf = ({ platform, channel, thread }: Address): string => JSON.stringify([platform, channel, thread]);

const mergedPlan = (address: Address, { day, at }: Due, now: Instant): Plan => ({
  address,
  occasion: day,
  bodies: [],
  at: now,
  notBefore: now,
  digest: { outcome: 'merged', until: at, merges: '' },
  nextDue: null,
});

/** What is to be written for one subscription; the last plan moves it on. */
const plansFor = async (
  subscription: Subscription,
  now: Date,
  { store, compose, freeze }: Making,
): Promise<readonly Plan[]> => {
  const address = addressOf(subscription);
  const at = now.toISOString();
  const { merged, told, next } = dueDays(subscription, now);
  const plans = merged.map(due => mergedPlan(address, due, at));
  if (told === null)
    return plans.map((plan, i) => (i === plans.length - 1 ? { ...plan, nextDue: next } : plan));
  const { until, late } = told;
  const since = store.outbox.told(address);
  const { answer, empty } = await compose({ subscription, since, until, late, test: false });
  const { quiet, crosspost } = subscription.filters;
  const isQuiet = empty && quiet === 'skip';
  const digest = { outcome: isQuiet ? 'quiet' : 'posted', until, merges: WORDS.merged(told.day) } as const;
  const bodies = isQuiet ? [] : freeze(address.platform, answer, { crosspost });
  return [
    ...plans,
    {
      address,
      occasion: told.day,
      bodies,
      at,
      notBefore: at,
      expires: expiryOf(told),
      digest,
      nextDue: next,
    },
  ];
};

export interface Planner {
  /** Plans all that is due. @returns how many messages are new */
  readonly round: (signal: AbortSignal) => Promise<number>;
  /** Rounds until the signal aborts. Never rejects. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/** Composes what is due and freezes it. Each day of each address is planned once, whoever plans and however often. */
export const createPlanner = (parts: PlannerParts): Planner => {
  const { store, now, pause, hold, onTrouble, onBug } = parts;
  const failed = new Map<string, number>();
  let trouble: string | null = null;

  const written = <T>(saved: Saved<T>): T | null => {
    const line = saved.ok ? null : saved.error.message;
    // Said once, however long it lasts.
    if (line !== null && line !== trouble) onTrouble(line);
    trouble = line;
    return saved.ok ? saved.value : null;
  };

  const planned = async (subscription: Subscription): Promise<readonly Plan[]> => {
    const key = keyOf(subscription);
    try {
      const plans = await plansFor(subscription, now(), parts);
      failed.delete(key);
      return plans;
    } catch (error) {
      // One digest that cannot be composed holds up no other; it stays due.
      failed.set(key, now().getTime() + AFTER_BUG);
      onBug(error, WORDS.notComposed(subscription.channel));
      return [];
    }
  };

  const isAsItWas = (subscription: Subscription | undefined): boolean =>
    subscription !== undefined &&
    JSON.stringify(store.subscriptions.get(subscription)) === JSON.stringify(subscription);

  /** @returns how many messages are new; null when they could not be written */
  const plan = async (due: readonly Subscription[], signal: AbortSignal): Promise<number | null> => {
    let count = 0;
    for (let i = 0; i < due.length && !signal.aborted; i += BATCH) {
      const composed: (readonly Plan[])[] = [];
      const batch = due.slice(i, i + BATCH);
      for (const each of batch) composed.push(await planned(each));
      // Somebody may have changed, paused or ended it while it was composed.
      const plans = composed.filter((_, n) => isAsItWas(batch[n])).flat();
      const made = plans.length === 0 ? 0 : written(store.outbox.plan(plans));
      if (made === null) return null;
      count += made;
      // Whoever asks something meanwhile is answered.
      await pause(0, signal);
    }
    return count;
  };

  const round = async (signal: AbortSignal): Promise<number> => {
    let count = 0;
    while (!signal.aborted && written(hold()) !== null) {
      const at = now();
      const due = store.subscriptions
        .due(at.toISOString(), ROUND + failed.size)
        .filter(each => (failed.get(keyOf(each)) ?? 0) <= at.getTime());
      const made = due.length === 0 ? null : await plan(due, signal);
      if (made === null) break;
      count += made;
    }
    return count;
  };

  return {
    round,
    run: async signal => {
      while (!signal.aborted) {
        try {
          await round(signal);
        } catch (error) {
          onBug(error, 'planning');
        }
        await pause(EVERY, signal);
      }
    },
  };
};
