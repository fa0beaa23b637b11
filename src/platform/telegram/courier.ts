import { z } from 'zod';
import type { Courier, Delivery } from '../../digest/ports.ts';
import { later, laterBy } from '../common/later.ts';
import type { Log } from '../common/log.ts';
import { type Api, type Fault, faultOf } from './api.ts';
import type { Budget } from './budget.ts';
import { TELEGRAM } from './context.ts';
import type { Memory } from './memory.ts';
import { WORDS } from './words.ts';

type Letter = Parameters<Courier['deliver']>[0];

interface CourierParts {
  readonly api: Api;
  /** The one that answers take from as well. */
  readonly budget: Budget;
  readonly memory: Pick<Memory, 'wait'>;
  readonly now: () => Date;
  readonly log: Log;
  /** To be told when Telegram refuses the token. */
  readonly refused: () => void;
}

const frozen = z.object({ html: z.string(), plain: z.string() });

const posted = z.object({ message_id: z.int() });

const TOKEN_REFUSED = 60_000;

const UNREADABLE = /can't parse|unsupported/i;
/** Refusals of a chat or a topic, and not of what is said there. */
const CLOSED =
  /chat not found|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights|thread not found|TOPIC_(?:CLOSED|DELETED)|deactivated|CHAT_RESTRICTED/i;

const readBody = (body: string): z.infer<typeof frozen> | null => {
  try {
    return frozen.parse(JSON.parse(body));
  } catch {
    return null;
  }
};

/** Brings digests to Telegram, which knows no repeats: what may have arrived is never sent again by itself. */
export const createTelegramCourier = (parts: CourierParts): Courier => {
  const { api, budget, memory, now, log, refused } = parts;

  const held = (chat: string, seconds: number): Delivery => {
    const until = now().getTime() + seconds * 1_000;
    budget.hold(chat, until);
    memory.wait(chat, new Date(until).toISOString());
    log.warn({ platform: TELEGRAM, chat, seconds }, 'Telegram wants a pause');
    return later(now(), seconds * 1_000, WORDS.asksToWait(seconds));
  };

  const failed = (fault: Fault, message: Letter): Delivery => {
    switch (fault.kind) {
      case 'wait':
        return held(message.channel, fault.seconds);
      case 'unauthorized':
        refused();
        return later(now(), TOKEN_REFUSED, WORDS.tokenRefused, { all: true });
      case 'conflict':
      case 'unsent':
        return laterBy(now(), message, WORDS.unreachable, false);
      case 'uncertain':
        return { kind: 'uncertain', reason: WORDS.noReceipt };
      case 'moved':
        return { kind: 'moved', to: fault.to };
      case 'refused': {
        const { code, description } = fault;
        const isClosed = code === 403 || CLOSED.test(description);
        return { kind: isClosed ? 'closed' : 'refused', reason: description };
      }
    }
  };

  /** @returns the id of what was posted, or why nothing is known to be */
  const post = async ({ channel, thread }: Letter, text: object): Promise<string | Fault> => {
    try {
      const sent = await api.call('sendMessage', {
        chat_id: Number(channel),
        ...(thread === null ? {} : { message_thread_id: Number(thread) }),
        ...text,
        link_preview_options: { is_disabled: true },
      });
      // What was answered was posted, also where the answer is in no shape that is known.
      return String(posted.safeParse(sent).data?.message_id ?? '');
    } catch (error) {
      return faultOf(error);
    }
  };

  return {
    platform: TELEGRAM,
    lapsed: 'uncertain',
    ready: ({ channel }) => budget.take(channel),
    deliver: async message => {
      const body = readBody(message.body);
      if (body === null) return { kind: 'refused', reason: WORDS.unreadable };
      let done = await post(message, { text: body.html, parse_mode: 'HTML' });
      if (typeof done !== 'string' && done.kind === 'refused' && UNREADABLE.test(done.description)) {
        log.warn({ platform: TELEGRAM, chat: message.channel }, 'refused; it is sent in a plainer form');
        done = await post(message, { text: body.plain });
      }
      return typeof done === 'string' ? { kind: 'sent', posted: done } : failed(done, message);
    },
  };
};
