import { type Fields, given, numberOf } from '../../json.ts';
import { membershipUpdate } from '../membership.ts';
import { bad } from '../problem.ts';
import { chatOf, memberOf } from '../target.ts';
import { showChat, showMember, showUser } from '../world.ts';
import type { Methods } from './call.ts';

const GIFTS: Fields = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

/** What the bot asks of itself, of chats and of who is in them. */
export const chats: Methods = {
  getMe: ({ world }) => ({
    ...showUser(world.me),
    can_join_groups: true,
    can_read_all_group_messages: !world.privacy,
    supports_inline_queries: true,
  }),
  getChat: ({ world, params }) => {
    const chat = memberOf(world, params.chat_id);
    const pinned = chat.pinned === null ? undefined : chat.messages.get(chat.pinned);
    return given({
      ...showChat(chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: GIFTS,
      pinned_message: pinned,
    });
  },
  getChatMember: ({ world, params }) => {
    const chat = memberOf(world, params.chat_id);
    const user = world.users.get(numberOf(params.user_id));
    if (user === undefined) throw bad('PARTICIPANT_ID_INVALID');
    return showMember(chat, user, chat.members.get(user.id) ?? { status: 'left', anonymous: false });
  },
  getChatAdministrators: ({ world, params }) => {
    const chat = memberOf(world, params.chat_id);
    if (chat.type === 'private') throw bad('there are no administrators in the private chat');
    return [...chat.members].flatMap(([id, member]) => {
      const user = world.users.get(id);
      return user !== undefined && ['creator', 'administrator'].includes(member.status)
        ? [showMember(chat, user, member)]
        : [];
    });
  },
  leaveChat: ({ world, params, updates }) => {
    const chat = chatOf(world, params.chat_id);
    if (chat.type === 'private') throw bad("chat is a private chat and can't be left");
    membershipUpdate({ world, updates }, chat, world.me, 'left');
    return true;
  },
};
