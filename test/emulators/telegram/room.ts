import { type Around, membershipUpdate } from './membership.ts';
import { type Shown, saidIn } from './shown.ts';
import {
  type Account,
  type Chat,
  type Membership,
  makeChat,
  put,
  type Right,
  showChat,
  showUser,
} from './world.ts';

/** A group, a supergroup or a channel, with what may be done to it. */
export interface Room {
  readonly id: number;
  readonly chat: Chat;
  /** What the bot said here, oldest first, as it looks now. */
  readonly said: () => readonly Shown[];
  /** Lets a person in; `member` unless said. */
  readonly join: (person: { readonly account: Account }, membership?: Partial<Membership>) => void;
  /** Takes rights from the bot, all others it has. */
  readonly deny: (...rights: readonly Right[]) => void;
  /** The bot is thrown out, let in again, made an administrator, or restricted to what it is not denied. */
  readonly kick: () => void;
  readonly remove: () => void;
  readonly invite: () => void;
  readonly promote: () => void;
  readonly restrict: (...rights: readonly Right[]) => void;
  /** Makes a supergroup of a group, as Telegram does: two service messages, a new id. */
  readonly migrate: (options?: { readonly silent?: boolean }) => Room;
  /** Opens a topic; gives its thread. */
  readonly topic: (name: string) => number;
  readonly closeTopic: (thread: number) => void;
}

const copyOf = ({ world }: Around, chat: Chat): Chat => {
  const next = makeChat({
    id: -1_002_000_000_000 - world.number(),
    type: 'supergroup',
    title: chat.title,
  });
  for (const [id, member] of chat.members) next.members.set(id, member);
  world.chats.set(next.id, next);
  return next;
};

export const makeRoom = (around: Around, chat: Chat, owner: Account): Room => {
  const { world, updates } = around;
  const becomes = (status: Membership['status']) => (): void => membershipUpdate(around, chat, owner, status);
  const service = (where: Chat, fields: Parameters<typeof put>[2], silent: boolean): void => {
    const message = put(world, where, { from: showUser(owner), ...fields });
    if (!silent) updates.push(where.type === 'channel' ? 'channel_post' : 'message', message);
  };
  return {
    id: chat.id,
    chat,
    said: () => saidIn(chat, world.me.id),
    join: (person, membership = {}) => {
      chat.members.set(person.account.id, { status: 'member', anonymous: false, ...membership });
    },
    deny: (...rights) => {
      chat.denied = rights;
    },
    kick: becomes('kicked'),
    remove: becomes('left'),
    invite: () => {
      becomes('member')();
      service(chat, { new_chat_members: [showUser(world.me)] }, chat.type === 'channel');
    },
    promote: becomes('administrator'),
    restrict: (...rights) => {
      chat.denied = rights;
      membershipUpdate(around, chat, owner, 'restricted');
    },
    migrate: ({ silent = false } = {}) => {
      const next = copyOf(around, chat);
      service(chat, { migrate_to_chat_id: next.id }, silent);
      chat.migratedTo = next.id;
      service(next, { migrate_from_chat_id: chat.id, sender_chat: showChat(next) }, silent);
      return makeRoom(around, next, owner);
    },
    topic: name => {
      const thread = world.messageId(chat);
      chat.topics.set(thread, { name, closed: false });
      return thread;
    },
    closeTopic: thread => {
      const topic = chat.topics.get(thread);
      if (topic !== undefined) topic.closed = true;
    },
  };
};
