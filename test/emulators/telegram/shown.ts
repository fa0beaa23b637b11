import { type Fields, fieldsOf, type Json, listOf, numberOf, textOf } from '../json.ts';
import type { Upload } from './facts.ts';
import type { Chat } from './world.ts';

/** A piece of text with a form of its own. */
export interface Piece {
  /** `bold`, `text_link`, `expandable_blockquote`, `pre` and on. */
  readonly type: string;
  readonly text: string;
  readonly url?: string;
}

/** A message as the person sees it. */
export interface Shown {
  readonly id: number;
  readonly chat: Chat;
  readonly thread: number | null;
  /** The message that it answers. */
  readonly replyTo: number | null;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Labels, row by row. */
  readonly buttons: readonly (readonly string[])[];
  /** Whether a page may be shown below the text. */
  readonly preview: boolean;
  readonly edited: boolean;
  /** What can be saved of it; null where there is no file. */
  readonly file: Upload | null;
  /** The message as the Bot API has it. */
  readonly message: Fields;
}

const richText = (value: Json | undefined): string =>
  listOf(fieldsOf(value).blocks)
    .map(block => textOf(fieldsOf(block).text))
    .join('\n');

export const buttonsOf = (message: Fields): readonly (readonly Fields[])[] =>
  listOf(fieldsOf(message.reply_markup).inline_keyboard).map(row => listOf(row).map(fieldsOf));

export const show = (chat: Chat, live: Fields): Shown => {
  const message = structuredClone(live);
  const text =
    message.rich_message === undefined
      ? textOf(message.text ?? message.caption)
      : richText(message.rich_message);
  const pieces = listOf(message.entities ?? message.caption_entities)
    .map(fieldsOf)
    .map((entity): Piece => {
      const from = numberOf(entity.offset);
      return {
        type: textOf(entity.type),
        text: text.slice(from, from + numberOf(entity.length)),
        ...(entity.url === undefined ? {} : { url: textOf(entity.url) }),
      };
    });
  const hasLink = pieces.some(({ type }) => type === 'url' || type === 'text_link');
  return {
    id: numberOf(message.message_id),
    chat,
    thread: message.message_thread_id === undefined ? null : numberOf(message.message_thread_id),
    replyTo:
      message.reply_to_message === undefined ? null : numberOf(fieldsOf(message.reply_to_message).message_id),
    text,
    pieces,
    buttons: buttonsOf(message).map(row => row.map(({ text: label }) => textOf(label))),
    preview: hasLink && fieldsOf(message.link_preview_options).is_disabled !== true,
    edited: message.edit_date !== undefined,
    file: chat.files.get(numberOf(message.message_id)) ?? null,
    message,
  };
};

/** What the bot said in a chat, oldest first, as it looks now. */
export const saidIn = (chat: Chat, bot: number): readonly Shown[] =>
  [...chat.messages.values()]
    .filter(
      message =>
        fieldsOf(message.from).id === bot ||
        (chat.type === 'channel' &&
          fieldsOf(message.sender_chat).id === chat.id &&
          message.by_person === undefined),
    )
    .map(message => show(chat, message));
