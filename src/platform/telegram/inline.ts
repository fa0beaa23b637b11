import type { Answer } from '../../core/answer.ts';
import { bySentence } from '../../core/credit.ts';
import { shortened } from '../../render/pieces.ts';
import { INLINE_RESULTS } from '../../render/telegram/limits.ts';
import { answerMessages, type Message, sourceMessages } from '../../render/telegram/pages.ts';
import type { Asked } from '../common/asking.ts';
import { askInTime } from './answering.ts';
import { type Context, TELEGRAM } from './context.ts';
import { linkOfQuestion } from './deep-link.ts';
import type { InlineQuery } from './updates.ts';
import { WORDS } from './words.ts';

/** Seconds for which Telegram may show the same results to others. */
const CACHED = 60;
const MOST_SENTENCES = 10;
const TITLE_CHARACTERS = 80;
const DESCRIPTION_CHARACTERS = 160;

const result = (id: string, title: string, message: Message, link: string | null): object => ({
  type: 'article',
  id,
  title: shortened(title, TITLE_CHARACTERS) || '\u2014',
  description: shortened(message.plain, DESCRIPTION_CHARACTERS),
  input_message_content: {
    message_text: message.html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  },
  ...(link === null ? {} : { reply_markup: { inline_keyboard: [[{ text: WORDS.openInChat, url: link }]] } }),
});

/** The answer, and then each sentence that it cites, with who printed it. */
const results = (answer: Answer, link: string | null): readonly object[] => {
  const [first] = answerMessages(answer);
  const sentences = bySentence(answer.citations).slice(0, MOST_SENTENCES);
  return [
    ...(first === undefined ? [] : [result('answer', answer.title || answer.question, first, link)]),
    ...sentences.flatMap((citations, i) => {
      const [message] = sourceMessages({ ...answer, citations });
      return message === undefined
        ? []
        : [result(`sentence-${i + 1}`, citations[0]?.publisher ?? WORDS.sources, message, link)];
    }),
  ].slice(0, INLINE_RESULTS);
};

/** Answers what is typed behind the bot's name in any chat. A refusal is no result: there is nothing to share. */
export const handleInline = async ({ id, query, from }: InlineQuery, context: Context): Promise<void> => {
  const { asking, limit, me, metrics, sender } = context;
  const question = query.trim();
  const now = asking.now();
  // Each key that is pressed asks anew, so these are counted apart.
  const limited = question !== '' && !limit(`inline ${from.id}`).ok;
  const asked: Asked = { question, instant: now.toISOString(), previous: null };
  const answer = question === '' || limited ? null : await askInTime(asked, context);
  const start = answer === null ? null : linkOfQuestion(asked, asking);
  const link = start === null ? null : `https://t.me/${me.username}?start=${start}`;
  await sender.quick('answerInlineQuery', {
    inline_query_id: id,
    results: answer === null || answer.refused ? [] : results(answer, link),
    cache_time: limited ? 0 : CACHED,
    is_personal: false,
    button: { text: WORDS.askInChat, start_parameter: start ?? 'help' },
  });
  if (answer !== null)
    metrics.answered(
      TELEGRAM,
      answer.refused ? 'refused' : 'answered',
      (asking.now().getTime() - now.getTime()) / 1_000,
    );
};
