import { type Fields, given, type Json, numberOf } from '../json.ts';
import type { EmulatorClock } from './clock.ts';
import type { Upload } from './facts.ts';
import type { Transcript } from './transcript.ts';

export interface Account {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

export type Status = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

/** Rights that may be taken from the bot; all are there unless said. */
export type Right =
  | 'send_text'
  | 'send_photos'
  | 'send_documents'
  | 'pin_messages'
  | 'post_messages'
  | 'delete_messages';

export interface Membership {
  status: Status;
  anonymous: boolean;
}

/** A chat as the server knows it. */
export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title: string;
  readonly username?: string;
  readonly forum: boolean;
  /** Topics of a forum by their thread; closed ones take no messages. */
  readonly topics: Map<number, { readonly name: string; closed: boolean }>;
  readonly members: Map<number, Membership>;
  /** Rights that the bot lacks here. */
  denied: readonly Right[];
  /** Of a private chat: whether the person began it, and whether they blocked the bot. */
  started: boolean;
  blocked: boolean;
  migratedTo: number | null;
  readonly messages: Map<number, Fields>;
  pinned: number | null;
  /** What was uploaded, by the message that shows it. */
  readonly files: Map<number, Upload>;
}

export interface Query {
  readonly kind: 'callback' | 'inline';
  readonly id: string;
  readonly at: number;
  /** What was answered; null while it waits. */
  answer: Fields | null;
}

export interface World {
  readonly clock: EmulatorClock;
  readonly transcript: Transcript;
  readonly me: Account;
  readonly users: Map<number, Account>;
  readonly chats: Map<number, Chat>;
  readonly queries: Map<string, Query>;
  /** Messages sent by way of inline mode, by inline_message_id. */
  readonly inline: Map<string, Fields>;
  /** Command lists by scope and language. */
  readonly commands: Map<string, Json>;
  /** Whether the bot hears only what is meant for it in groups. */
  privacy: boolean;
  readonly number: () => number;
  readonly messageId: (chat: Chat) => number;
  readonly seconds: () => number;
}

/** Who speaks for an administrator that stays anonymous. */
export const ANONYMOUS: Account = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export const makeWorld = (clock: EmulatorClock, transcript: Transcript, me: Account): World => {
  let count = 1000;
  let shared = 0;
  const own = new Map<number, number>();
  return {
    clock,
    transcript,
    me,
    users: new Map([[me.id, me]]),
    chats: new Map(),
    queries: new Map(),
    inline: new Map(),
    commands: new Map(),
    privacy: true,
    number: () => ++count,
    messageId: chat => {
      if (chat.type === 'private' || chat.type === 'group') return ++shared;
      const next = (own.get(chat.id) ?? 0) + 1;
      own.set(chat.id, next);
      return next;
    },
    seconds: () => Math.floor(clock.now() / 1000),
  };
};

export const makeChat = (about: {
  readonly id: number;
  readonly type: Chat['type'];
  readonly title: string;
  readonly username?: string | undefined;
  readonly forum?: boolean | undefined;
}): Chat => ({
  id: about.id,
  type: about.type,
  title: about.title,
  ...(about.username === undefined ? {} : { username: about.username }),
  forum: about.forum ?? false,
  topics: new Map(),
  members: new Map(),
  denied: [],
  started: false,
  blocked: false,
  migratedTo: null,
  messages: new Map(),
  pinned: null,
  files: new Map(),
});

export const showUser = (user: Account): Fields =>
  given({
    id: user.id,
    is_bot: user.is_bot,
    first_name: user.first_name,
    username: user.username,
    language_code: user.language_code,
  });

export const showChat = (chat: Chat): Fields =>
  given({
    id: chat.id,
    type: chat.type,
    ...(chat.type === 'private' ? { first_name: chat.title } : { title: chat.title }),
    username: chat.username,
    is_forum: chat.forum ? true : undefined,
  });

/** Rights of an administrator, as the description lists them. */
const allRights = (chat: Chat): Fields =>
  given({
    can_be_edited: false,
    can_manage_chat: true,
    can_delete_messages: !chat.denied.includes('delete_messages'),
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_post_messages: chat.type === 'channel' ? !chat.denied.includes('post_messages') : undefined,
    can_edit_messages: chat.type === 'channel' ? true : undefined,
    can_pin_messages: chat.type === 'channel' ? undefined : !chat.denied.includes('pin_messages'),
    can_manage_topics: chat.type === 'supergroup' ? false : undefined,
  });

const restrictions = (chat: Chat): Fields => ({
  is_member: true,
  can_send_messages: !chat.denied.includes('send_text'),
  can_send_audios: true,
  can_send_documents: !chat.denied.includes('send_documents'),
  can_send_photos: !chat.denied.includes('send_photos'),
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_react_to_messages: true,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: true,
  can_pin_messages: !chat.denied.includes('pin_messages'),
  can_manage_topics: false,
  until_date: 0,
});

export const showMember = (chat: Chat, user: Account, { status, anonymous }: Membership): Fields => ({
  status,
  user: showUser(user),
  ...(status === 'creator' ? { is_anonymous: anonymous } : {}),
  ...(status === 'administrator' ? { is_anonymous: anonymous, ...allRights(chat) } : {}),
  ...(status === 'restricted' ? restrictions(chat) : {}),
  ...(status === 'kicked' ? { until_date: 0 } : {}),
});

/** Puts a message into its chat; the fields that every message has come by themselves. */
export const put = (world: World, chat: Chat, fields: Readonly<Record<string, Json | undefined>>): Fields => {
  const message = given({
    message_id: world.messageId(chat),
    date: world.seconds(),
    chat: showChat(chat),
    ...fields,
  });
  chat.messages.set(numberOf(message.message_id), message);
  return message;
};
