import { type Fields, fieldsOf, type Json, numberOf } from '../json.ts';
import { ApiError, bad, forbidden } from './problem.ts';
import type { Chat, Right, World } from './world.ts';

const KIND: Readonly<Record<Chat['type'], string>> = {
  private: 'private chat',
  group: 'group chat',
  supergroup: 'supergroup chat',
  channel: 'channel chat',
};

export const chatOf = (world: World, value: Json | undefined): Chat => {
  if (value === undefined || value === '') throw bad('chat_id is empty');
  const found =
    typeof value === 'string' && value.startsWith('@')
      ? [...world.chats.values()].find(
          ({ username, type }) =>
            type !== 'private' && username?.toLowerCase() === value.slice(1).toLowerCase(),
        )
      : world.chats.get(Number(value));
  if (found === undefined) throw bad('chat not found');
  return found;
};

/** The chat, where the bot may read it. */
export const memberOf = (world: World, value: Json | undefined): Chat => {
  const chat = chatOf(world, value);
  if (chat.migratedTo !== null)
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  if (chat.type === 'private') {
    if (chat.blocked) throw forbidden('bot was blocked by the user');
    if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
    return chat;
  }
  const status = chat.members.get(world.me.id)?.status ?? 'left';
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${KIND[chat.type]}`);
  if (status === 'left') throw forbidden(`bot is not a member of the ${KIND[chat.type]}`);
  return chat;
};

const REFUSED: Readonly<Record<Right, string>> = {
  send_text: 'not enough rights to send text messages to the chat',
  send_photos: 'not enough rights to send photos to the chat',
  send_documents: 'not enough rights to send documents to the chat',
  pin_messages: 'not enough rights to manage pinned messages in the chat',
  post_messages: 'need administrator rights in the channel chat',
  delete_messages: "message can't be deleted",
};

export const needs = (world: World, chat: Chat, right: Right): void => {
  const admin = ['administrator', 'creator'].includes(chat.members.get(world.me.id)?.status ?? '');
  const lacks =
    chat.denied.includes(right) ||
    (chat.type === 'channel' && (!admin || chat.denied.includes('post_messages'))) ||
    (right === 'pin_messages' && chat.type !== 'private' && !admin);
  if (lacks) throw bad(REFUSED[chat.type === 'channel' ? 'post_messages' : right]);
};

/** The topic and the message that a new message answers to. */
export const placeOf = (chat: Chat, params: Fields): Fields => {
  const thread = params.message_thread_id === undefined ? null : numberOf(params.message_thread_id);
  const topic = thread === null ? undefined : chat.topics.get(thread);
  if (thread !== null && topic === undefined) throw bad('message thread not found');
  if (topic?.closed === true) throw bad('TOPIC_CLOSED');
  const place: Fields = thread === null ? {} : { message_thread_id: thread, is_topic_message: true };
  const reply = fieldsOf(params.reply_parameters);
  if (reply.message_id === undefined) return place;
  const answered = chat.messages.get(numberOf(reply.message_id));
  if (answered === undefined) {
    if (reply.allow_sending_without_reply === true) return place;
    throw bad('message to be replied not found');
  }
  const { reply_to_message: _, by_person: __, ...shown } = answered;
  const inherited: Fields =
    thread === null && shown.message_thread_id !== undefined
      ? { message_thread_id: shown.message_thread_id, is_topic_message: true }
      : {};
  return { ...inherited, ...place, reply_to_message: shown };
};
