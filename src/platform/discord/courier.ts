import { createHash } from 'node:crypto';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Courier, Delivery } from '../../digest/ports.ts';
import { later, laterBy } from '../common/later.ts';
import type { Log } from '../common/log.ts';
import { CODES } from './api.ts';
import { createBudget } from './budget.ts';
import { DISCORD } from './context.ts';
import { type Fault, postFault } from './faults.ts';
import { wasPosted } from './posted.ts';
import { WORDS } from './words.ts';

type Letter = Parameters<Courier['deliver']>[0];

interface CourierParts {
  readonly token: string;
  /** Address of the API, for tests; null for Discord's own. */
  readonly api: string | null;
  readonly now: () => Date;
  readonly log: Log;
}

const frozen = z.union([
  z.object({ forms: z.array(z.looseObject({})).min(1) }),
  z.object({ crosspost: z.int().positive() }),
]);

const posted = z.object({ id: z.string() });

const REQUEST_TIMEOUT = 15_000;
const TOKEN_REFUSED = 60_000;
/** Discord knows a repeated nonce for some minutes; as long as it is trusted to. */
const NONCE_LIFE = 180_000;
const NONCE_CHARACTERS = 25;

/** The same for each attempt at one message, and for no other. */
const nonceOf = ({ platform, channel, thread, occasion, part }: Letter): string =>
  createHash('sha256')
    .update(JSON.stringify([platform, channel, thread, occasion, part]))
    .digest('base64url')
    .slice(0, NONCE_CHARACTERS);

const readBody = (body: string): z.infer<typeof frozen> | null => {
  try {
    return frozen.parse(JSON.parse(body));
  } catch {
    return null;
  }
};

/** Brings digests to Discord, beside the gateway: it needs no session. A repeat is known by its nonce. */
export const createDiscordCourier = ({ token, api, now, log }: CourierParts): Courier => {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: REQUEST_TIMEOUT,
    // A wait is kept on the disk, where it outlives the process.
    rejectOnRateLimit: () => true,
    ...(api === null ? {} : { api }),
  }).setToken(token);
  const budget = createBudget(() => now().getTime());

  const failed = (fault: Fault, message: Letter): Delivery => {
    switch (fault.kind) {
      case 'wait':
        return later(now(), fault.milliseconds, WORDS.asksToWait, { all: fault.all });
      case 'unauthorized':
        log.error({ platform: DISCORD }, WORDS.tokenRefused);
        return later(now(), TOKEN_REFUSED, WORDS.tokenRefused, { all: true });
      case 'unsent':
        return laterBy(now(), message, WORDS.unreachable, false);
      case 'doubt':
        return laterBy(now(), message, WORDS.noReceipt(fault.words), true);
      case 'closed':
        return { kind: 'closed', reason: fault.words };
      case 'form':
      case 'refused':
        return { kind: 'refused', reason: fault.words };
    }
  };

  const crosspost = async (message: Letter, part: number): Promise<Delivery> => {
    const id = message.before[part - 1] ?? null;
    if (id === null) return { kind: 'refused', reason: WORDS.nothingToPassOn };
    try {
      await rest.post(Routes.channelMessageCrosspost(message.thread ?? message.channel, id));
      return { kind: 'sent', posted: id };
    } catch (error) {
      const fault = postFault(error);
      if (fault.kind === 'refused' && fault.code === CODES.alreadyCrossposted)
        return { kind: 'sent', posted: id };
      // What cannot be passed on was posted all the same: the channel is sound.
      return failed(fault.kind === 'closed' ? { ...fault, kind: 'refused' } : fault, message);
    }
  };

  const post = async (message: Letter, forms: readonly object[]): Promise<Delivery> => {
    const path = Routes.channelMessages(message.thread ?? message.channel);
    const sent = { nonce: nonceOf(message), enforce_nonce: true };
    let fault: Fault = { kind: 'unsent' };
    for (const form of forms) {
      try {
        const { id } = posted.parse(await rest.post(path, { body: { ...form, ...sent } }));
        return { kind: 'sent', posted: id };
      } catch (error) {
        fault = postFault(error);
        if (fault.kind !== 'form') break;
        log.warn({ platform: DISCORD, err: error }, 'a digest was refused; it is sent in a plainer form');
      }
    }
    return failed(fault, message);
  };

  /** @returns what is known of an attempt that is older than its nonce; null when it surely did not arrive */
  const olderAttempt = async (message: Letter, forms: readonly object[]): Promise<Delivery | null> => {
    const { begun } = message;
    if (begun === null || now().getTime() - Date.parse(begun) < NONCE_LIFE) return null;
    try {
      const path = Routes.channelMessages(message.thread ?? message.channel);
      const found = wasPosted(
        await rest.get(path, { query: new URLSearchParams({ limit: '100' }) }),
        forms,
        begun,
      );
      if (found === 'no') return null;
      return found === 'unknown'
        ? { kind: 'uncertain', reason: WORDS.cannotTell }
        : { kind: 'sent', posted: found.id };
    } catch (error) {
      const fault = postFault(error);
      return fault.kind === 'closed' || fault.kind === 'refused'
        ? { kind: 'uncertain', reason: WORDS.cannotTell }
        : failed(fault, message);
    }
  };

  return {
    platform: DISCORD,
    lapsed: 'pending',
    ready: budget.take,
    deliver: async message => {
      const body = readBody(message.body);
      if (body === null) return { kind: 'refused', reason: WORDS.unreadable };
      if ('crosspost' in body) return crosspost(message, body.crosspost);
      return (await olderAttempt(message, body.forms)) ?? (await post(message, body.forms));
    },
  };
};
