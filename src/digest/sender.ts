import type { Message, Settlement } from '../store/ports/outbox.ts';
import type { Saved } from '../store/ports/saved.ts';
import type { Address } from '../store/ports/subscriptions.ts';
import { instantOf } from './days.ts';
import type { Courier, Delivery, DigestStore, Surroundings } from './ports.ts';
import { WORDS } from './words.ts';

export interface SenderParts extends Surroundings {
  readonly store: DigestStore;
  readonly courier: Courier;
  /** Told what became of each attempt that is on the disk. */
  readonly onSettled?: (message: Message, settlement: Settlement) => void;
  /** Told of each channel that goes by another id now. */
  readonly onMoved?: (from: string, to: string) => void;
}

/** Messages on their way at once. */
const WIDTH = 16;
/** Milliseconds: a claim lapses; longer than any attempt takes. */
const CLAIM = 90_000;
/** A budget is waited for so long; a longer wait is kept on the disk. */
const PATIENCE = 10_000;
/** Between looks for what may be sent, and when the right to write is another's, or a write failed. */
const IDLE = 1_000;
const TROUBLED = 2_000;

const addressOf = ({ platform, channel, thread }: Address): Address => ({ platform, channel, thread });

const settlementOf = (delivery: Delivery, message: Message, at: Date): Settlement => {
  const isDoubtful = message.begun !== null;
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', at: at.toISOString(), posted: delivery.posted };
    case 'later': {
      const { notBefore, reason, doubt } = delivery;
      // What an earlier attempt left in doubt, this one did not clear up.
      return { state: 'pending', notBefore, reason, ...(doubt || isDoubtful ? { doubt: true } : {}) };
    }
    case 'moved':
      return {
        state: 'pending',
        notBefore: at.toISOString(),
        reason: WORDS.moved,
        ...(isDoubtful ? { doubt: true } : {}),
      };
    case 'uncertain':
      return { state: 'uncertain', reason: delivery.reason };
    case 'refused':
      return { state: 'dead', reason: delivery.reason };
    case 'closed':
      return { state: 'suspended', reason: delivery.reason };
  }
};

export interface Sender {
  /** Sends what is planned until the signal aborts; then finishes what it began. Never rejects. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/**
 * Sends what is in the outbox to one platform. Whatever ends it between two writes, the next one goes on: nothing is
 * lost, and what may have arrived is repeated only where the platform knows a repeat.
 */
export const createSender = (parts: SenderParts): Sender => {
  const { store, courier, now, pause, hold, onTrouble, onBug, onSettled, onMoved } = parts;
  const { outbox, subscriptions } = store;
  const { platform } = courier;
  const instant = (): string => now().toISOString();
  let trouble: string | null = null;

  /** @returns null when it could not be written */
  const written = <T>(saved: Saved<T>): T | null => {
    const line = saved.ok ? null : saved.error.message;
    if (line !== null && line !== trouble) onTrouble(line);
    trouble = line;
    return saved.ok ? saved.value : null;
  };

  /** What is known must reach the disk: it is tried for as long as the claim holds. */
  const settle = async (message: Message, settlement: Settlement, signal: AbortSignal): Promise<boolean> => {
    const until = Date.parse(message.claimedUntil ?? instant());
    for (;;) {
      const settled = written(outbox.settle(message.id, message.fence, settlement));
      if (settled === true) onSettled?.(message, settlement);
      if (settled !== null || signal.aborted || now().getTime() >= until) return settled === true;
      await pause(TROUBLED, signal);
    }
  };

  /** The group goes by another id: its digest and what is planned go with it. */
  const move = (from: Address, channel: string): void => {
    const to = { ...from, channel };
    if (written(subscriptions.move(from, to)) === true) return;
    if (subscriptions.get(from) !== null && subscriptions.get(to) !== null)
      written(subscriptions.end(from, WORDS.movedOnto));
    else written(outbox.move(from, to));
  };

  const follow = (message: Message, delivery: Delivery): void => {
    const address = addressOf(message);
    if (delivery.kind === 'moved') {
      onMoved?.(address.channel, delivery.to);
      move(address, delivery.to);
    }
    if (delivery.kind === 'later' && delivery.all) written(outbox.delay(platform, delivery.notBefore));
    if (delivery.kind === 'closed') {
      written(outbox.suspend(address, delivery.reason));
      written(subscriptions.pause(address, delivery.reason, true));
    }
    if (delivery.kind === 'sent' && subscriptions.get(address)?.retried === true)
      written(subscriptions.recover(address));
  };

  /** @returns whether it may be sent now; otherwise it was put off */
  const isReady = async (message: Message, signal: AbortSignal): Promise<boolean> => {
    for (;;) {
      if (signal.aborted) break;
      const left = courier.ready(message);
      if (left <= 0) return true;
      if (left > PATIENCE) {
        await settle(message, putOff(message, left, WORDS.budget), signal);
        return false;
      }
      await pause(left, signal);
    }
    await settle(message, putOff(message, 0, WORDS.stopped), signal);
    return false;
  };

  const putOff = (message: Message, milliseconds: number, reason: string): Settlement => ({
    state: 'pending',
    notBefore: instantOf(now().getTime() + milliseconds),
    reason,
    ...(message.begun === null ? {} : { doubt: true }),
  });

  const attempt = async (message: Message, signal: AbortSignal): Promise<void> => {
    try {
      if (!(await isReady(message, signal))) return;
      // Whoever holds a later claim sends it; this one must not.
      if (written(outbox.begin(message.id, message.fence, instant())) !== true) return;
      const delivery = await courier.deliver(message, signal);
      if (await settle(message, settlementOf(delivery, message, now()), signal)) follow(message, delivery);
    } catch (error) {
      // The claim lapses, and is then dealt with as one whose sender ended.
      onBug(error, WORDS.notDelivered(message.channel));
    }
  };

  /** Deals with what others left. @returns null when that could not be written */
  const sweep = (isFirst: boolean): number | null => {
    const at = instant();
    const lapsed = { state: courier.lapsed, reason: WORDS.ended };
    if (written(outbox.lapse(platform, at, lapsed, isFirst)) === null) return null;
    return written(outbox.expire(platform, at, WORDS.tooLate));
  };

  const claim = (limit: number): readonly Message[] | null => {
    const until = instantOf(now().getTime() + CLAIM);
    return limit === 0 ? [] : written(outbox.claim({ platform, at: instant(), until, limit }));
  };

  return {
    run: async signal => {
      const works = new Set<Promise<void>>();
      let swept = Number.NEGATIVE_INFINITY;
      let wake = new AbortController();
      const begin = (message: Message): void => {
        const work: Promise<void> = attempt(message, signal).then(() => {
          works.delete(work);
          wake.abort();
        });
        works.add(work);
      };
      while (!signal.aborted) {
        wake = new AbortController();
        let claimed: readonly Message[] | null = null;
        try {
          const isDue = now().getTime() - swept >= IDLE;
          const isSwept = written(hold()) !== null && (!isDue || sweep(swept < 0) !== null);
          if (isDue && isSwept) swept = now().getTime();
          if (isSwept) claimed = claim(WIDTH - works.size);
        } catch (error) {
          onBug(error, 'sending');
        }
        for (const message of claimed ?? []) begin(message);
        const wait = claimed === null ? TROUBLED : IDLE;
        await pause(wait, AbortSignal.any([signal, wake.signal]));
      }
      await Promise.all(works);
    },
  };
};
