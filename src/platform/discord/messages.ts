import { nextPrevious } from '../../bot/previous.ts';
import type { Asked } from '../common/asking.ts';
import { tooFast } from '../common/user-limit.ts';
import { CODES, codeOf, isUnauthorized, type Sendable } from './api.ts';
import { tellUndelivered } from './carry-out.ts';
import { type Context, DISCORD, outcomeOf, sendDrawn } from './context.ts';
import { type MessageEvent, readMessage } from './events.ts';
import { type MessageTask, whileKept } from './open-questions.ts';
import { drawAnswer } from './present.ts';

const isForUs = ({ author, webhook_id, guild_id, mentions }: MessageEvent, us: string): boolean =>
  author.id !== us &&
  author.bot !== true &&
  webhook_id === undefined &&
  (guild_id === undefined || mentions.some(({ id }) => id === us));

const textOf = ({ content }: MessageEvent, us: string): string =>
  content.replaceAll(`<@${us}>`, ' ').replaceAll(`<@!${us}>`, ' ').trim();

/** Answers a message as a reply; where its history may not be read, as a message. */
const reply = async (
  { id, channel }: Pick<MessageTask, 'id' | 'channel'>,
  body: Sendable,
  { api }: Context,
): Promise<void> => {
  const allowed_mentions = { parse: [], replied_user: false } as const;
  const message_reference = { message_id: id, fail_if_not_exists: false };
  try {
    await api.post(channel, id, { ...body, allowed_mentions, message_reference });
  } catch (error) {
    if (codeOf(error) !== CODES.noHistory) throw error;
    await api.post(channel, id, { ...body, allowed_mentions });
  }
};

/**
 * Answers a message; it is kept until it is answered.
 * @throws what Discord refuses
 */
export const answerMessage = (task: MessageTask, context: Context): Promise<void> => {
  const { asking, ending, log, metrics, open } = context;
  const { asked } = task;
  return whileKept(task.id, open, ending, async () => {
    const since = asking.now().getTime();
    const given = await asking.ask(asked);
    const draw = drawAnswer(given, { view: 'answer', opens: false, page: 1, asked }, asking);
    await sendDrawn(draw, body => reply(task, body, context), log);
    metrics.answered(DISCORD, outcomeOf(given), (asking.now().getTime() - since) / 1_000);
  });
};

const answer = async (event: MessageEvent, us: string, context: Context): Promise<void> => {
  const { asking, isNew, limit, metrics, open, previous } = context;
  const { id, channel_id: channel } = event;
  const now = asking.now();
  const limited = limit(event.author.id);
  if (!limited.ok) {
    metrics.answered(DISCORD, 'limited', 0);
    // Once in a while: whoever writes faster than can be read must not be answered faster.
    const minute = Math.floor(now.getTime() / 60_000);
    if (isNew(`limited ${event.author.id} ${minute}`))
      await reply({ id, channel }, { content: tooFast(limited.seconds) }, context);
    return;
  }
  const question = textOf(event, us) || '/help';
  const chat = `${channel} ${event.author.id}`;
  const before = previous.get(chat);
  previous.set(chat, nextPrevious(question, before));
  const asked: Asked = { question, instant: now.toISOString(), previous: before };
  const task: MessageTask = { kind: 'message', id, channel, asked };
  open.begin(id, JSON.stringify(task), asked.instant);
  await answerMessage(task, context);
};

/** Tells the log why a message has no answer. */
export const tellUnanswered = (channel: string, error: unknown, context: Context): void => {
  const code = codeOf(error);
  if (isUnauthorized(error)) context.refused();
  if (code !== CODES.missingAccess && code !== CODES.missingPermissions) {
    tellUndelivered(error, context);
    return;
  }
  context.metrics.answered(DISCORD, 'failed', 0);
  context.log.warn({ platform: DISCORD, channel, code }, 'may not write in the channel');
};

/**
 * Answers what mentions the bot, and what is written to it alone. Never rejects.
 * @param us the bot's own id
 */
export const handleMessage = async (data: unknown, us: string, context: Context): Promise<void> => {
  const { isNew, metrics } = context;
  const event = readMessage(data);
  if (event === null) {
    metrics.happened(DISCORD, 'malformed');
    return;
  }
  if (!isForUs(event, us)) return;
  if (!isNew(event.id)) {
    metrics.happened(DISCORD, 'repeated');
    return;
  }
  try {
    await answer(event, us, context);
  } catch (error) {
    tellUnanswered(event.channel_id, error, context);
  }
};
