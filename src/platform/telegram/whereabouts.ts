import { z } from 'zod';
import type { Asker, Whereabouts } from '../../core/command.ts';
import type { Api } from './api.ts';
import { WORDS } from './words.ts';

const membership = z.object({
  status: z.string(),
  can_send_messages: z.boolean().optional(),
  can_post_messages: z.boolean().optional(),
});

/** What the bot lacks to write in a chat; nothing is known where Telegram does not say, and then the first send tells. */
export const rightsCheck =
  (api: Pick<Api, 'call'>, me: number) =>
  async (chat: string): Promise<readonly string[]> => {
    try {
      const asked = { chat_id: Number(chat), user_id: me };
      const found = membership.parse(await api.call('getChatMember', asked, 5_000));
      if (['left', 'kicked'].includes(found.status)) return [WORDS.membership];
      return found.can_send_messages === false || found.can_post_messages === false
        ? [WORDS.sendMessages]
        : [];
    } catch {
      return [];
    }
  };

type Rights = (chat: string) => Promise<readonly string[]>;

/** Where a message was written, for what is posted there later; null in private, where nobody manages a chat. */
const whereaboutsIn = (
  type: string,
  { chat, thread }: { readonly chat: string; readonly thread: number | null },
  rights: Rights,
): Whereabouts | null =>
  type === 'private'
    ? null
    : {
        platform: 'telegram',
        channel: chat,
        thread: thread === null ? null : String(thread),
        announces: false,
        missing: () => rights(chat),
      };

/** Who asks, with where they do. */
export const askingIn = (
  asker: Asker,
  type: string,
  place: { readonly chat: string; readonly thread: number | null },
  rights: Rights,
): Asker => {
  const at = whereaboutsIn(type, place, rights);
  return at === null ? asker : { ...asker, at };
};
