import { nextPrevious } from '../../bot/previous.ts';
import { splitCommand } from '../../core/command.ts';
import { tooFast } from '../common/user-limit.ts';
import { answerAt, askerOf } from './answering.ts';
import { type Context, type Mark, TELEGRAM } from './context.ts';
import { questionOfLink } from './deep-link.ts';
import { type Place, plainLetter } from './letter.ts';
import { chatFacts } from './memory.ts';
import { settingsLetter } from './settings.ts';
import type { Message } from './updates.ts';
import { askingIn } from './whereabouts.ts';
import { WORDS } from './words.ts';

/** Who stands for the administrators of a group that stay unnamed. */
const ANONYMOUS_ADMIN = 1_087_968_824;

export const isAnonymousAdmin = ({ from, sender_chat, chat }: Message): boolean =>
  from?.id === ANONYMOUS_ADMIN && sender_chat?.id === chat.id;

const OWN_COMMANDS = ['start', 'settings'];

type Me = Context['me'];

const isMe = (name: string, { username }: Me): boolean => name.toLowerCase() === username.toLowerCase();

/** What is left of a text without what mentions the bot; null when nothing does. */
const withoutMention = ({ text = '', entities }: Message, me: Me): string | null => {
  const mention = entities.find(
    ({ type, offset, length }) => type === 'mention' && isMe(text.slice(offset + 1, offset + length), me),
  );
  if (mention === undefined) return null;
  const { offset, length } = mention;
  return `${text.slice(0, offset)} ${text.slice(offset + length)}`.trim();
};

/** What a message asks of this bot; null when it is meant for somebody else. */
export const questionIn = (message: Message, me: Me, commands: readonly string[]): string | null => {
  const { text, chat, reply_to_message: reply } = message;
  if (text === undefined || message.via_bot?.id === me.id) return null;
  if (message.from?.is_bot === true && !isAnonymousAdmin(message)) return null;
  const whole = text.trim();
  const to = /^\/[^\s@]*@(\S+)/.exec(whole)?.[1];
  if (to !== undefined && !isMe(to, me)) return null;
  const name = splitCommand(whole)?.name;
  if (chat.type === 'private' || to !== undefined) return whole;
  if (chat.type === 'channel') return null;
  // A command that names no bot reaches all of a group.
  if (name !== undefined) return commands.includes(name) || OWN_COMMANDS.includes(name) ? whole : null;
  return withoutMention(message, me) ?? (reply?.from?.id === me.id ? whole : null);
};

const placeOf = ({ chat, message_id, message_thread_id: thread, is_topic_message }: Message): Place => ({
  chat: String(chat.id),
  thread: is_topic_message && thread !== undefined ? thread : null,
  reply: chat.type === 'private' ? null : message_id,
});

const whoAsks = ({ from, sender_chat, chat }: Message): string =>
  String(sender_chat?.id ?? from?.id ?? chat.id);

/** "/start" and what a link put behind it, as a question. */
const started = (question: string, context: Context): string => {
  const command = splitCommand(question);
  if (command?.name !== 'start') return question;
  return (command.words === '' ? null : questionOfLink(command.words.trim(), context.asking)) ?? '/help';
};

const moved = (
  { chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: Message,
  context: Context,
): boolean => {
  if (to === undefined && from === undefined) return false;
  const [before, after] = to === undefined ? [from, chat.id] : [chat.id, to];
  context.memory.move(String(before), String(after));
  context.log.info({ platform: TELEGRAM, from: before, to: after }, 'the group became a supergroup');
  return true;
};

/** In a private chat nobody does: anybody may write to a bot there. */
const managesGroup = async (message: Message, { isAdmin }: Context): Promise<boolean> => {
  const { chat, from } = message;
  if (chat.type === 'private') return false;
  return isAnonymousAdmin(message) || (from !== undefined && (await isAdmin(chat.id, from.id)));
};

/** What may change the whole chat is for those who manage it. */
const settings = async (message: Message, place: Place, context: Context, mark: Mark): Promise<void> => {
  const may = message.chat.type === 'private' || (await managesGroup(message, context));
  const letter = may ? settingsLetter(place.chat, context.memory) : plainLetter(WORDS.adminsAlone);
  await context.sender.post(place, letter, mark);
};

/** Answers what is written to the bot. */
export const handleMessage = async (message: Message, context: Context, mark: Mark): Promise<void> => {
  const { asking, isNew, limit, memory, metrics, previous, sender, me } = context;
  if (moved(message, context)) return;
  const typed = questionIn(
    message,
    me,
    asking.commands.map(({ name }) => name),
  );
  if (typed === null) return;
  const [place, who] = [placeOf(message), whoAsks(message)];
  const facts = chatFacts(memory, place.chat);
  // Who writes to the bot can be written to again.
  if (facts.suspended !== null) memory.saveChat(place.chat, { ...facts, suspended: null });
  const now = asking.now();
  const limited = limit(who);
  if (!limited.ok) {
    metrics.answered(TELEGRAM, 'limited', 0);
    // Once a minute: whoever writes faster than can be read must not be answered faster.
    if (isNew(`limited ${who} ${Math.floor(now.getTime() / 60_000)}`))
      await sender.post(place, plainLetter(tooFast(limited.seconds)), mark);
    return;
  }
  const command = splitCommand(typed);
  if (command?.name === 'settings') return settings(message, place, context, mark);
  if (command?.name === 'start' && command.words === '') {
    await sender.post(place, plainLetter(WORDS.welcome), mark);
    return;
  }
  const question = started(typed, context) || '/help';
  const key = `${place.chat} ${place.thread ?? ''} ${who}`;
  const before = previous.get(key);
  previous.set(key, nextPrevious(question, before));
  // A command says all that it asks, but for a number that speaks of the answer before.
  const isWhole = question.startsWith('/') && !/^\/why(?:@\S+)?\s+\[?\d+\]?$/.test(question);
  const asked = { question, instant: now.toISOString(), previous: isWhole ? null : before };
  const asker = await askerOf(question, who, () => managesGroup(message, context), context);
  const here = askingIn(asker, message.chat.type, place, context.rights);
  await answerAt(place, asked, context, mark, here);
};
