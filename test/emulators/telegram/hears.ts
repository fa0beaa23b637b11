import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type { Chat, World } from './world.ts';

/** Whether the bot is told of a message: in groups with privacy mode only of what is meant for it. */
export const hears = ({ me, privacy }: World, chat: Chat, message: Fields): boolean => {
  if (chat.type === 'private') return true;
  const status = chat.members.get(me.id)?.status ?? 'left';
  if (status === 'left' || status === 'kicked') return false;
  if (!privacy || chat.type === 'channel' || status === 'administrator') return true;
  if (fieldsOf(fieldsOf(message.reply_to_message).from).id === me.id) return true;
  const text = textOf(message.text);
  return listOf(message.entities)
    .map(fieldsOf)
    .some(({ type, offset, length }) => {
      const piece = text.slice(numberOf(offset), numberOf(offset) + numberOf(length));
      const [command = '', to] = piece.split('@');
      const meant = to?.toLowerCase() === me.username?.toLowerCase();
      return type === 'mention'
        ? meant
        : type === 'bot_command' && command !== '' && (to === undefined || meant);
    });
};
