import { nextPrevious } from '../../bot/previous.ts';
import { tooFast } from '../common/user-limit.ts';
import { whyQuestion } from '../common/why.ts';
import { answerAt, askInTime } from './answering.ts';
import { type Context, type Mark, plainLetter } from './context.ts';
import { type Press, readPress, type State } from './data.ts';
import { chatFacts } from './memory.ts';
import { drawAnswer, drawSources, drawWhy } from './present.ts';
import type { Letter, Place } from './sender.ts';
import { settingsLetter } from './settings.ts';
import type { Callback } from './updates.ts';
import { WORDS } from './words.ts';

type Pressed = NonNullable<Callback['message']>;

const show = async (state: State, chat: string, context: Context): Promise<Letter> => {
  const { asking, memory } = context;
  const answer = await askInTime(state.asked, context);
  if (answer === null) return plainLetter(WORDS.slow);
  if (state.view === 'sources') return drawSources(answer, state, asking);
  const citation = answer.citations.find(({ n }) => n === state.n) ?? answer.citations[0];
  if (state.view === 'answer' || citation === undefined)
    return drawAnswer(answer, state, chatFacts(memory, chat).form, asking);
  const why = await askInTime(whyQuestion(state.asked, citation), context);
  return why === null ? plainLetter(WORDS.slow) : drawWhy(why, answer, { ...state, n: citation.n }, asking);
};

const placeOf = ({ chat, message_thread_id: thread, is_topic_message }: Pressed): Place => ({
  chat: String(chat.id),
  thread: is_topic_message && thread !== undefined ? thread : null,
  reply: null,
});

const carryOut = async (
  press: Press,
  message: Pressed,
  who: string,
  context: Context,
  mark: Mark,
): Promise<void> => {
  const { asking, memory, previous, sender } = context;
  const place = placeOf(message);
  const edit = async (letter: Letter): Promise<void> => {
    await sender.edit(place.chat, message.message_id, letter);
  };
  if (press.kind === 'show') return edit(await show(press.state, place.chat, context));
  if (press.kind === 'form') {
    memory.saveChat(place.chat, { ...chatFacts(memory, place.chat), form: press.form });
    return edit(settingsLetter(place.chat, memory));
  }
  if (press.kind === 'again') {
    const instant = new Date(press.milliseconds).toISOString();
    const doubt = memory.doubts(place.chat).find(each => each.instant === instant);
    if (doubt === undefined) return edit(settingsLetter(place.chat, memory));
    memory.settle(place.chat, instant);
    await edit(settingsLetter(place.chat, memory));
    return answerAt(place, { ...doubt, previous: null }, context, mark);
  }
  const { question } = press;
  const key = `${place.chat} ${place.thread ?? ''} ${who}`;
  previous.set(key, nextPrevious(question, previous.get(key)));
  const asked = { question, instant: asking.now().toISOString(), previous: null };
  return answerAt(place, asked, context, mark);
};

/** Does what a button says; what was pressed is told so once, and first. */
export const handleCallback = async (callback: Callback, context: Context, mark: Mark): Promise<void> => {
  const { asking, isAdmin, limit, sender } = context;
  const { id, from, message, data } = callback;
  const tell = async (words: string | null): Promise<void> => {
    const more = words === null ? {} : { text: words, show_alert: true };
    await sender.quick('answerCallbackQuery', { callback_query_id: id, ...more });
  };
  // Who turns pages must be able to ask as well.
  const limited = limit(`press ${from.id}`);
  if (!limited.ok) return tell(tooFast(limited.seconds));
  const press = data === undefined ? null : readPress(data, asking);
  if (press === null || message === undefined) return tell(WORDS.forgotten);
  const isAdminOnly = press.kind === 'form' || press.kind === 'again';
  if (isAdminOnly && message.chat.type !== 'private' && !(await isAdmin(message.chat.id, from.id)))
    return tell(WORDS.adminsAlone);
  await tell(null);
  await carryOut(press, message, String(from.id), context, mark);
};
