import { nextPrevious } from '../../bot/previous.ts';
import type { Answer } from '../../core/answer.ts';
import { type Asker, splitCommand } from '../../core/command.ts';
import type { Asked } from '../common/asking.ts';
import { tooFast } from '../common/user-limit.ts';
import { whyQuestion } from '../common/why.ts';
import { codeOf, type Interaction } from './api.ts';
import { CHOICE_CHARACTERS, MOST_CHOICES } from './commands.ts';
import { type Context, DISCORD, outcomeOf, sendDrawn } from './context.ts';
import {
  askerFor,
  type CommandEvent,
  type ComponentEvent,
  readInteraction,
  type TypingEvent,
  userOf,
} from './events.ts';
import { type Draw, drawAnswer, drawSources, whyMenu } from './present.ts';
import { OFFERS, readOffer, readState, type State } from './state.ts';
import { WORDS } from './words.ts';

/** Kinds of a first response. */
const MESSAGE = 4;
const DEFER_MESSAGE = 5;
const DEFER_UPDATE = 6;
const CHOICES = 8;

const EPHEMERAL = 1 << 6;

/** Only the person who asked sees it. */
const alone = (content: string) => ({ content, flags: EPHEMERAL, allowed_mentions: { parse: [] } });

/** Whose answers are for who asks alone: help, and what only administrators may see. */
const isPersonal = (name: string, { asking }: Context): boolean =>
  name === 'help' || asking.commands.some(each => each.name === name && each.admin === true);

/** What is asked of the program by a command: its name and what was filled in, in the order of its options. */
const questionOf = ({ data }: CommandEvent, { asking }: Context): string => {
  const options = asking.commands.find(({ name }) => name === data.name)?.options ?? [];
  const words = options.flatMap(({ name }) => {
    const value = data.options.find(each => each.name === name)?.value;
    return value === undefined ? [] : [String(value).trim()];
  });
  // A plain question is no command of the dispatcher.
  return data.name === 'ask' ? words.join(' ') : [`/${data.name}`, ...words].join(' ');
};

const chatOf = (event: CommandEvent | ComponentEvent): string => `${event.channel_id ?? ''} ${userOf(event)}`;

interface Given {
  readonly answer: Answer;
  readonly draw: Draw;
}

const answered = async (state: State, context: Context, asker?: Asker): Promise<Given> => {
  const answer = await context.asking.ask(state.asked, asker);
  return { answer, draw: drawAnswer(answer, state, context.asking) };
};

const opened = async (
  state: State,
  picked: number | null,
  context: Context,
  asker: Asker,
): Promise<Given> => {
  const { asking } = context;
  if (state.view === 'answer') return answered(state, context, asker);
  const answer = await asking.ask(state.asked, asker);
  const citation = answer.citations.find(({ n }) => n === picked) ?? answer.citations[0];
  if (state.view === 'sources' || citation === undefined)
    return { answer, draw: drawSources(answer, state, asking) };
  const asked = whyQuestion(state.asked, citation);
  const why = await asking.ask(asked, asker);
  const menu = whyMenu(answer, citation.n, state, asking);
  return { answer: why, draw: drawAnswer(why, { ...state, asked, page: 1 }, asking, menu) };
};

/** Finishes what a first response has begun, and counts it. */
const finish = async (
  interaction: Interaction,
  { answer, draw }: Given,
  { api, log, metrics }: Context,
  since: number,
  now: () => Date,
  isPublic: boolean,
): Promise<void> => {
  const isError = answer.refused && !answer.blocks.some(({ kind }) => kind === 'offers');
  if (isPublic && isError) {
    // What went wrong is nobody else's business; the place that is held for all cannot become one person's.
    await api.removeResponse(interaction);
    await sendDrawn(draw, body => api.follow(interaction, { ...body, flags: body.flags | EPHEMERAL }), log);
  } else await sendDrawn(draw, body => api.edit(interaction, body), log);
  metrics.answered(DISCORD, outcomeOf(answer), (now().getTime() - since) / 1_000);
};

const command = async (event: CommandEvent, context: Context): Promise<void> => {
  const { api, asking, limit, metrics, previous } = context;
  const now = asking.now();
  const limited = limit(userOf(event));
  if (!limited.ok) {
    metrics.answered(DISCORD, 'limited', 0);
    await api.respond(event, MESSAGE, alone(tooFast(limited.seconds)));
    return;
  }
  const isAlone =
    isPersonal(event.data.name, context) ||
    event.data.options.some(({ name, value }) => name === WORDS.private && value === true);
  if (!(await api.respond(event, DEFER_MESSAGE, isAlone ? { flags: EPHEMERAL } : null))) return;
  const question = questionOf(event, context);
  const chat = chatOf(event);
  const before = previous.get(chat);
  previous.set(chat, nextPrevious(question, before));
  // A command says all that it asks, but for a number that speaks of the answer before.
  const isWhole = question.startsWith('/') && !/^\/why\s+\[?\d+\]?$/.test(question);
  const asked: Asked = {
    question,
    instant: now.toISOString(),
    previous: isWhole ? null : before,
  };
  const asker = askerFor(event, isAlone);
  const given = await answered({ view: 'answer', opens: false, page: 1, asked }, context, asker);
  await finish(event, given, context, now.getTime(), asking.now, !isAlone);
};

const isShownAlone = ({ message }: ComponentEvent): boolean => (message.flags & EPHEMERAL) !== 0;

const offer = async (event: ComponentEvent, context: Context): Promise<void> => {
  const { api, asking, previous } = context;
  const now = asking.now();
  const question = readOffer(event.data.values[0] ?? '', asking);
  if (question === null) {
    await api.respond(event, MESSAGE, alone(WORDS.forgotten));
    return;
  }
  const isAlone = isShownAlone(event) || isPersonal(splitCommand(question)?.name ?? '', context);
  if (!(await api.respond(event, DEFER_MESSAGE, isAlone ? { flags: EPHEMERAL } : null))) return;
  const chat = chatOf(event);
  previous.set(chat, nextPrevious(question, previous.get(chat)));
  const asked: Asked = { question, instant: now.toISOString(), previous: null };
  const asker = askerFor(event, isAlone);
  const given = await answered({ view: 'answer', opens: false, page: 1, asked }, context, asker);
  await finish(event, given, context, now.getTime(), asking.now, !isAlone);
};

const component = async (event: ComponentEvent, context: Context): Promise<void> => {
  const { api, asking, limit, metrics } = context;
  const now = asking.now();
  const limited = limit(userOf(event));
  if (!limited.ok) {
    metrics.answered(DISCORD, 'limited', 0);
    await api.respond(event, MESSAGE, alone(tooFast(limited.seconds)));
    return;
  }
  if (event.data.custom_id === OFFERS) return offer(event, context);
  const state = readState(event.data.custom_id, asking);
  if (state === null) {
    await api.respond(event, MESSAGE, alone(WORDS.forgotten));
    return;
  }
  const first = state.opens
    ? api.respond(event, DEFER_MESSAGE, { flags: EPHEMERAL })
    : api.respond(event, DEFER_UPDATE, null);
  if (!(await first)) return;
  const picked = Number(event.data.values[0] ?? Number.NaN);
  // The same answer as the one that is opened or turned, so with the rights that it was given with.
  const asker = askerFor(event, isShownAlone(event));
  const given = await opened(state, Number.isNaN(picked) ? null : picked, context, asker);
  await finish(event, given, context, now.getTime(), asking.now, false);
};

const typing = async (event: TypingEvent, { api, asking }: Context): Promise<void> => {
  const focused = event.data.options.find(({ focused: is }) => is === true);
  const option = asking.commands
    .find(({ name }) => name === event.data.name)
    ?.options.find(({ name }) => name === focused?.name);
  const found = option === undefined ? [] : asking.complete(option, String(focused?.value ?? ''));
  const choices = [...new Set(found.map(value => value.trim()))]
    .filter(value => value !== '' && value.length <= CHOICE_CHARACTERS)
    .slice(0, MOST_CHOICES)
    .map(value => ({ name: value, value }));
  await api.respond(event, CHOICES, { choices });
};

/** One interaction from its arrival to its answer. Never rejects. */
export const handleInteraction = async (data: unknown, context: Context): Promise<void> => {
  const { isNew, log, metrics } = context;
  const event = readInteraction(data);
  if (event === null) {
    metrics.happened(DISCORD, 'malformed');
    log.warn({ platform: DISCORD }, 'an interaction of an unknown shape was left alone');
    return;
  }
  if (!isNew(event.id)) {
    metrics.happened(DISCORD, 'repeated');
    return;
  }
  try {
    if (event.type === 4) await typing(event, context);
    else if (event.type === 3) await component(event, context);
    else await command(event, context);
  } catch (error) {
    metrics.answered(DISCORD, 'failed', 0);
    log.error({ platform: DISCORD, code: codeOf(error), err: error }, 'an answer could not be delivered');
  }
};
