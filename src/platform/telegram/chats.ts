import { z } from 'zod';
import type { Api } from './api.ts';
import type { Context } from './context.ts';
import { TELEGRAM } from './context.ts';
import { chatFacts } from './memory.ts';
import type { Member } from './updates.ts';
import { WORDS } from './words.ts';

/** Milliseconds for which it is remembered who manages a chat. */
const ADMIN_LIFE = 60_000;
const MOST_ADMINS = 1_000;

const member = z.object({ status: z.string() });

/** Whether somebody manages a chat; nobody does when Telegram does not say. */
export const adminCheck = (api: Api, now: () => number): Context['isAdmin'] => {
  const known = new Map<string, { readonly is: boolean; readonly until: number }>();
  return async (chat, user) => {
    const key = `${chat} ${user}`;
    const held = known.get(key);
    if (held !== undefined && held.until > now()) return held.is;
    try {
      const found = member.parse(await api.call('getChatMember', { chat_id: chat, user_id: user }, 5_000));
      const is = ['creator', 'administrator'].includes(found.status);
      known.delete(key);
      known.set(key, { is, until: now() + ADMIN_LIFE });
      const [oldest] = known.keys();
      if (known.size > MOST_ADMINS && oldest !== undefined) known.delete(oldest);
      return is;
    } catch {
      return false;
    }
  };
};

/** Why the bot may not write, by what it now is in a chat; null when it may. */
const reasonOf = ({ chat, new_chat_member: now }: Member): string | null => {
  if (now.status === 'kicked' || now.status === 'left')
    return chat.type === 'private' ? WORDS.blocked : WORDS.kicked;
  const isMute = now.status === 'restricted' && (now.can_send_messages === false || now.is_member === false);
  return isMute ? WORDS.silenced : null;
};

/** The bot came, went, or its rights changed: the chat's settings stay either way. */
export const handleMember = (event: Member, { memory, log }: Context): void => {
  const chat = String(event.chat.id);
  const [facts, suspended] = [chatFacts(memory, chat), reasonOf(event)];
  if (facts.suspended === suspended) return;
  memory.saveChat(chat, { ...facts, suspended });
  log.info({ platform: TELEGRAM, chat, suspended }, 'what the bot may do in a chat has changed');
};
