import { type Fields, fieldsOf, given, listOf, numberOf, textOf } from '../json.ts';
import { compose, entityFields, TEXT } from './compose.ts';
import { hears } from './hears.ts';
import type { Around } from './membership.ts';
import { menuFor } from './methods/commands.ts';
import type { Room } from './room.ts';
import { buttonsOf, type Shown, saidIn, show } from './shown.ts';
import { type Account, ANONYMOUS, type Chat, put, showChat, showMember, showUser } from './world.ts';

export interface Where {
  /** The private chat with the bot unless said. */
  readonly in?: Room;
  readonly thread?: number;
  readonly replyTo?: Shown;
}

export interface Pressed {
  /** What popped up; empty where nothing did. */
  readonly toast: string;
  readonly alert: boolean;
  /** The message that changed or came; null where the answer was the toast alone. */
  readonly shown: Shown | null;
}

export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly query: string;
  /** The message that it sends. */
  readonly message: Fields;
}

/** Somebody who talks with the bot. */
export interface Person {
  readonly account: Account;
  /** The private chat with the bot. */
  readonly chat: Chat;
  /** Writes and waits for nothing; gives the message as the bot may get it. */
  readonly writes: (text: string, where?: Where) => Fields;
  /** Changes a message of their own. */
  readonly edits: (message: Fields, text: string, where?: Where) => void;
  /** Writes, and waits for the bot's next message there; for one of which `until` holds. */
  readonly says: (
    text: string,
    where?: Where & { readonly until?: (shown: Shown) => boolean },
  ) => Promise<Shown>;
  /** Presses the button with this label and waits until the press is answered and shows something. */
  readonly presses: (shown: Shown, label: string) => Promise<Pressed>;
  /** Presses and waits for nothing; gives the query's id. */
  readonly taps: (shown: Shown, label: string) => string;
  readonly inline: (query: string, chatType?: string) => Promise<readonly InlineResult[]>;
  /** Sends an inline result into a chat. */
  readonly picks: (result: InlineResult, room?: Room) => Shown;
  /** Opens the private chat by a deep link. */
  readonly starts: (payload?: string) => Promise<Shown>;
  readonly blocks: () => void;
  readonly unblocks: () => void;
  /** What the bot said in the private chat. */
  readonly sees: () => readonly Shown[];
  /** The bot's commands as offered here. */
  readonly menu: (room?: Room) => readonly Fields[];
}

const look = (shown: readonly Shown[]): Map<string, string> =>
  new Map(shown.map(each => [String(each.id), JSON.stringify(each.message)]));

export const makePerson = (around: Around, account: Account, chat: Chat, patience: number): Person => {
  const { world, updates } = around;
  const { transcript, clock, me } = world;
  const blocking = (blocked: boolean) => (): void => {
    const member = (status: 'member' | 'kicked'): Fields =>
      showMember(chat, me, { status, anonymous: false });
    const old = member(chat.blocked ? 'kicked' : 'member');
    chat.blocked = blocked;
    updates.push('my_chat_member', {
      chat: showChat(chat),
      from: showUser(account),
      date: world.seconds(),
      old_chat_member: old,
      new_chat_member: member(blocked ? 'kicked' : 'member'),
    });
  };
  const author = (where: Chat): Fields => {
    if (where.type === 'channel') return { sender_chat: showChat(where), by_person: true };
    if (where.members.get(account.id)?.anonymous === true)
      return { from: showUser(ANONYMOUS), sender_chat: showChat(where) };
    return { from: showUser(account) };
  };
  const deliver = (where: Chat, message: Fields): Fields => {
    const { by_person: _, ...shown } = message;
    if (hears(world, where, message))
      updates.push(where.type === 'channel' ? 'channel_post' : 'message', shown);
    return shown;
  };
  const writes: Person['writes'] = (text, { in: room, thread, replyTo } = {}) => {
    const where = room?.chat ?? chat;
    if (where === chat && chat.blocked) blocking(false)();
    where.started = true;
    const made = compose(text, { mode: undefined, limit: TEXT, dropped: () => undefined });
    const reply = replyTo === undefined ? undefined : where.messages.get(replyTo.id);
    const { reply_to_message: _, ...answered } = reply ?? {};
    const topic = thread ?? replyTo?.thread ?? undefined;
    return deliver(
      where,
      put(world, where, {
        ...author(where),
        message_thread_id: topic,
        is_topic_message: topic === undefined ? undefined : true,
        reply_to_message: reply === undefined ? undefined : given(answered),
        text: made.text,
        entities: entityFields(made.entities),
      }),
    );
  };
  const says: Person['says'] = (text, where = {}) => {
    const at = where.in?.chat ?? chat;
    const before = look(saidIn(at, me.id));
    const { message_thread_id: thread } = writes(text, where);
    return transcript.until(
      () =>
        saidIn(at, me.id).find(
          shown =>
            before.get(String(shown.id)) !== JSON.stringify(shown.message) &&
            (thread === undefined || shown.thread === thread) &&
            (where.until?.(shown) ?? true),
        ),
      `an answer to "${text}"`,
      patience,
    );
  };
  const query = (kind: 'callback' | 'inline'): string => {
    const id = String(4_000_000_000 + world.number());
    world.queries.set(id, { kind, id, at: clock.now(), answer: null });
    return id;
  };
  const answerTo = (id: string): Fields | null => world.queries.get(id)?.answer ?? null;
  const taps: Person['taps'] = (shown, label) => {
    const all = buttonsOf(shown.message).flat();
    const button =
      all.find(({ text }) => text === label) ?? all.find(({ text }) => textOf(text).includes(label));
    if (button === undefined)
      throw new Error(`There is no button ${label}; there are ${shown.buttons.flat().join(', ')}`);
    if (button.callback_data === undefined) throw new Error(`${label} calls nothing back`);
    const id = query('callback');
    const inline = shown.message.inline_message_id;
    const live = shown.chat.messages.get(shown.id) ?? shown.message;
    updates.push(
      'callback_query',
      given({
        id,
        from: showUser(account),
        ...(inline === undefined ? { message: live } : { inline_message_id: inline }),
        chat_instance: String(shown.chat.id),
        data: button.callback_data,
      }),
    );
    return id;
  };
  const picks: Person['picks'] = (result, room) => {
    const where = room?.chat ?? chat;
    const inlineId = `inline-${world.number()}`;
    const { id: _, title: __, description: ___, ...content } = result.message;
    const message = put(world, where, { ...author(where), via_bot: showUser(me), ...content });
    world.inline.set(inlineId, message);
    // The bot hears what is sent by way of it, in every chat that it is in.
    if (where === chat || where.members.has(me.id)) updates.push('message', message);
    const withMarkup = message.reply_markup === undefined ? undefined : inlineId;
    updates.push(
      'chosen_inline_result',
      given({
        result_id: result.id,
        from: showUser(account),
        inline_message_id: withMarkup,
        query: result.query,
      }),
    );
    return show(where, { ...message, inline_message_id: inlineId });
  };
  const edits: Person['edits'] = (message, text, { in: room } = {}) => {
    const where = room?.chat ?? chat;
    const live = where.messages.get(numberOf(message.message_id));
    if (live === undefined) throw new Error('There is no such message');
    const made = compose(text, { mode: undefined, limit: TEXT, dropped: () => undefined });
    delete live.entities;
    Object.assign(
      live,
      given({ text: made.text, entities: entityFields(made.entities), edit_date: world.seconds() }),
    );
    if (hears(world, where, live)) updates.push('edited_message', live);
  };
  return {
    account,
    edits,
    chat,
    writes,
    says,
    taps,
    picks,
    presses: (shown, label) => {
      const before = look([...saidIn(shown.chat, me.id)]);
      const pressed = JSON.stringify(shown.chat.messages.get(shown.id));
      const id = taps(shown, label);
      const changed = (): Shown | null => {
        const found = saidIn(shown.chat, me.id).find(
          each => before.get(String(each.id)) !== JSON.stringify(each.message),
        );
        const live = shown.chat.messages.get(shown.id);
        if (live !== undefined && JSON.stringify(live) !== pressed) return show(shown.chat, live);
        return found ?? null;
      };
      return transcript.until(
        () => {
          const answer = answerTo(id);
          const now = changed();
          const toast = textOf(answer?.text);
          if (answer === null || (now === null && toast === '')) return null;
          return { toast, alert: answer.alert === true, shown: now };
        },
        `an answer to the press of "${label}"`,
        patience,
      );
    },
    inline: async (text, chatType = 'private') => {
      const id = query('inline');
      const asked: Fields = { id, from: showUser(account), query: text, offset: '', chat_type: chatType };
      updates.push('inline_query', asked);
      const answer = await transcript.until(() => answerTo(id), `results for "${text}"`, patience);
      return listOf(answer.results)
        .map(fieldsOf)
        .map(message => ({
          id: textOf(message.id),
          title: textOf(message.title),
          description: textOf(message.description),
          text: textOf(message.text),
          query: text,
          message,
        }));
    },
    starts: payload => says(payload === undefined ? '/start' : `/start ${payload}`),
    blocks: blocking(true),
    unblocks: blocking(false),
    sees: () => saidIn(chat, me.id),
    menu: room => menuFor(world, room?.chat ?? chat, account),
  };
};
