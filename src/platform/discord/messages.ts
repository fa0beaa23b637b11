import { nextPrevious } from '../../bot/previous.ts';
import type { Asked } from '../common/asking.ts';
import { tooFast } from '../common/user-limit.ts';
import { CODES, codeOf, isUnauthorized, type Sendable } from './api.ts';
import { type Context, DISCORD, outcomeOf, sendDrawn } from './context.ts';
import { type MessageEvent, readMessage } from './events.ts';
import { drawAnswer } from './present.ts';

const isForUs = ({ author, webhook_id, guild_id, mentions }: MessageEvent, us: string): boolean =>
  author.id !== us &&
  author.bot !== true &&
  webhook_id === undefined &&
  (guild_id === undefined || mentions.some(({ id }) => id === us));

const textOf = ({ content }: MessageEvent, us: string): string =>
  content.replaceAll(`<@${us}>`, ' ').replaceAll(`<@!${us}>`, ' ').trim();

/** Answers a message as a reply; where its history may not be read, as a message. */
const reply = async (event: MessageEvent, body: Sendable, { api }: Context): Promise<void> => {
  const allowed_mentions = { parse: [], replied_user: false } as const;
  const message_reference = { message_id: event.id, fail_if_not_exists: false };
  try {
    await api.post(event.channel_id, event.id, { ...body, allowed_mentions, message_reference });
  } catch (error) {
    if (codeOf(error) !== CODES.noHistory) throw error;
    await api.post(event.channel_id, event.id, { ...body, allowed_mentions });
  }
};

const answer = async (event: MessageEvent, us: string, context: Context): Promise<void> => {
  const { asking, isNew, limit, log, metrics, previous } = context;
  const now = asking.now();
  const limited = limit(event.author.id);
  if (!limited.ok) {
    metrics.answered(DISCORD, 'limited', 0);
    // Once in a while: whoever writes faster than can be read must not be answered faster.
    const minute = Math.floor(now.getTime() / 60_000);
    if (isNew(`limited ${event.author.id} ${minute}`))
      await reply(event, { content: tooFast(limited.seconds) }, context);
    return;
  }
  const question = textOf(event, us) || '/help';
  const chat = `${event.channel_id} ${event.author.id}`;
  const before = previous.get(chat);
  previous.set(chat, nextPrevious(question, before));
  const asked: Asked = { question, instant: now.toISOString(), previous: before };
  const given = await asking.ask(asked);
  const draw = drawAnswer(given, { view: 'answer', opens: false, page: 1, asked }, asking);
  await sendDrawn(draw, body => reply(event, body, context), log);
  metrics.answered(DISCORD, outcomeOf(given), (asking.now().getTime() - now.getTime()) / 1_000);
};

/**
 * Answers what mentions the bot, and what is written to it alone. Never rejects.
 * @param us the bot's own id
 */
export const handleMessage = async (data: unknown, us: string, context: Context): Promise<void> => {
  const { isNew, log, metrics } = context;
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
    const code = codeOf(error);
    if (isUnauthorized(error)) context.refused();
    metrics.answered(DISCORD, 'failed', 0);
    if (code === CODES.missingAccess || code === CODES.missingPermissions)
      log.warn({ platform: DISCORD, channel: event.channel_id, code }, 'may not write in the channel');
    else log.error({ platform: DISCORD, code, err: error }, 'an answer could not be delivered');
  }
};
