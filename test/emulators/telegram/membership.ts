import type { Updates } from './updates.ts';
import { type Account, type Chat, type Status, showChat, showMember, showUser, type World } from './world.ts';

/** The world, and the way to tell the bot of it. */
export interface Around {
  readonly world: World;
  readonly updates: Updates;
}

/** The bot's place in a chat changes, and it is told so. */
export const membershipUpdate = (
  { world, updates }: Around,
  chat: Chat,
  by: Account,
  status: Status,
): void => {
  const before = chat.members.get(world.me.id) ?? { status: 'left', anonymous: false };
  const old = showMember(chat, world.me, before);
  const after = { status, anonymous: false };
  chat.members.set(world.me.id, after);
  updates.push('my_chat_member', {
    chat: showChat(chat),
    from: showUser(by),
    date: world.seconds(),
    old_chat_member: old,
    new_chat_member: showMember(chat, world.me, after),
  });
  world.transcript.changed();
};
