import { nextPrevious } from '../../bot/previous.ts';
import type { Asked } from '../common/asking.ts';
import { tooFast } from '../common/user-limit.ts';
import { whyQuestion } from '../common/why.ts';
import { answerAt, askerOf, askInTime } from './answering.ts';
import type { Context, Mark } from './context.ts';
import { type Press, readPress, type State } from './data.ts';
import { type Letter, type Place, plainLetter } from './letter.ts';
import { chatFacts } from './memory.ts';
import { drawAnswer, drawSources, drawWhy } from './present.ts';
import { settingsLetter } from './settings.ts';
import type { Callback } from './updates.ts';
import { askingIn } from './whereabouts.ts';
import { WORDS } from './words.ts';

type Pressed = NonNullable<Callback['message']>;

/** What a button shows; null when it takes too long. */
const show = async (state: State, chat: string, context: Context): Promise<Letter | null> => {
  const { asking, memory } = context;
  const answer = await askInTime(state.asked, context);
  if (answer === null) return null;
  if (state.view === 'sources') return drawSources(answer, state, asking);
  const citation = answer.citations.find(({ n }) => n === state.n) ?? answer.citations[0];
  if (state.view === 'answer' || citation === undefined)
    return drawAnswer(answer, state, chatFacts(memory, chat).form, context);
  const why = await askInTime(whyQuestion(state.asked, citation), context);
  return why === null ? null : drawWhy(why, answer, { ...state, n: citation.n }, asking);
};

const placeOf = ({ chat, message_thread_id: thread, is_topic_message }: Pressed): Place => ({
  chat: String(chat.id),
  thread: is_topic_message && thread !== undefined ? thread : null,
  reply: null,
});

/** Nobody manages a private chat. */
const manages = async (message: Pressed, user: number, { isAdmin }: Context): Promise<boolean> =>
  message.chat.type !== 'private' && (await isAdmin(message.chat.id, user));

const carryOut = async (
  press: Press,
  message: Pressed,
  user: number,
  context: Context,
  mark: Mark,
): Promise<void> => {
  const { asking, keptAnswers, memory, previous, sender } = context;
  const place = placeOf(message);
  const { form } = chatFacts(memory, place.chat);
  const edit = async (letter: Letter): Promise<void> => {
    await sender.edit(place.chat, message.message_id, letter);
  };
  const ask = async (asked: Asked): Promise<void> => {
    const may = () => manages(message, user, context);
    const asker = await askerOf(asked.question, String(user), may, context);
    const here = askingIn(asker, message.chat.type, place, context.rights);
    await answerAt(place, asked, context, mark, here);
  };
  switch (press.kind) {
    case 'show': {
      const shown = await show(press.state, place.chat, context);
      // What is shown stays: it is an answer.
      if (shown === null) await sender.post(place, plainLetter(WORDS.slow), mark);
      else await edit(shown);
      return;
    }
    case 'turn': {
      const kept = keptAnswers.find(press.id);
      if (kept === null) return;
      const state: State = { view: 'answer', page: press.page, n: 0, asked: kept.asked };
      return edit(drawAnswer(kept.answer, state, form, context));
    }
    case 'form':
      memory.saveChat(place.chat, { ...chatFacts(memory, place.chat), form: press.form });
      return edit(settingsLetter(place.chat, memory));
    case 'again': {
      const instant = new Date(press.milliseconds).toISOString();
      const doubt = memory.doubts(place.chat).find(each => each.instant === instant);
      if (doubt !== undefined) memory.settle(place.chat, instant);
      await edit(settingsLetter(place.chat, memory));
      if (doubt !== undefined) await ask({ ...doubt, previous: null });
      return;
    }
    case 'ask': {
      const { question } = press;
      const key = `${place.chat} ${place.thread ?? ''} ${user}`;
      previous.set(key, nextPrevious(question, previous.get(key)));
      return ask({ question, instant: asking.now().toISOString(), previous: null });
    }
  }
};

/** Does what a button says; what was pressed is told so once, and first. */
export const handleCallback = async (callback: Callback, context: Context, mark: Mark): Promise<void> => {
  const { asking, keptAnswers, limit, sender } = context;
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
  if (press.kind === 'turn' && keptAnswers.find(press.id) === null) return tell(WORDS.forgotten);
  const isAdminOnly = press.kind === 'form' || press.kind === 'again';
  if (isAdminOnly && message.chat.type !== 'private' && !(await manages(message, from.id, context)))
    return tell(WORDS.adminsAlone);
  await tell(null);
  await carryOut(press, message, from.id, context, mark);
};
