import { z } from 'zod';

/** Telegram sends more with every version: only what is used is asked for here. */
const user = z.object({ id: z.number(), is_bot: z.boolean().default(false) });

const chat = z.object({ id: z.number(), type: z.enum(['private', 'group', 'supergroup', 'channel']) });

const entity = z.object({ type: z.string(), offset: z.number(), length: z.number() });

/** What somebody may send that is no text. */
export const MEDIA = [
  'animation',
  'audio',
  'contact',
  'document',
  'location',
  'photo',
  'sticker',
  'video',
  'video_note',
  'voice',
] as const;

const medium = z.unknown().optional();

const message = z.object({
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().default(false),
  from: user.optional(),
  sender_chat: z.object({ id: z.number() }).optional(),
  chat,
  text: z.string().optional(),
  entities: z.array(entity).default([]),
  via_bot: user.optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
  migrate_to_chat_id: z.number().optional(),
  migrate_from_chat_id: z.number().optional(),
  animation: medium,
  audio: medium,
  contact: medium,
  document: medium,
  location: medium,
  photo: medium,
  sticker: medium,
  video: medium,
  video_note: medium,
  voice: medium,
});

const callback = z.object({
  id: z.string(),
  from: user,
  /** A message that is too old to be shown still has these. */
  message: z
    .object({
      message_id: z.number(),
      chat,
      message_thread_id: z.number().optional(),
      is_topic_message: z.boolean().default(false),
    })
    .optional(),
  data: z.string().optional(),
});

const inline = z.object({ id: z.string(), from: user, query: z.string() });

const member = z.object({
  chat,
  new_chat_member: z.object({
    status: z.string(),
    is_member: z.boolean().optional(),
    can_send_messages: z.boolean().optional(),
  }),
});

const update = z.object({
  update_id: z.number(),
  message: message.optional(),
  channel_post: message.optional(),
  callback_query: callback.optional(),
  inline_query: inline.optional(),
  my_chat_member: member.optional(),
});

export type Update = z.infer<typeof update>;
export type Message = z.infer<typeof message>;
export type Callback = z.infer<typeof callback>;
export type InlineQuery = z.infer<typeof inline>;
export type Member = z.infer<typeof member>;

/** The kinds of updates that Telegram is asked to send. */
export const ALLOWED_UPDATES = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
];

/** @returns null for what is malformed */
export const readUpdate = (data: unknown): Update | null => {
  const read = update.safeParse(data);
  return read.success ? read.data : null;
};

const numbered = z.object({ update_id: z.number() });

/** The id of an update whatever else is wrong with it; null when it has none. */
export const updateId = (data: unknown): number | null => {
  const read = numbered.safeParse(data);
  return read.success ? read.data.update_id : null;
};

/** Who the bot is, as getMe says. */
export const readMe = z.object({ id: z.number(), username: z.string() });

/** What must be dealt with in order: the updates of a chat, and those of a person who types an inline query. */
export const lineOfUpdate = ({
  message: sent,
  channel_post,
  callback_query,
  inline_query,
  my_chat_member,
}: Update): string => {
  if (inline_query !== undefined) return `inline ${inline_query.from.id}`;
  return String((sent ?? channel_post ?? callback_query?.message ?? my_chat_member)?.chat.id ?? 'none');
};
