import { nextPrevious } from '../../bot/previous.ts';
import { type Asker, splitCommand } from '../../core/command.ts';
import type { Asked } from '../common/asking.ts';
import { tooFast } from '../common/user-limit.ts';
import { carryOut, EPHEMERAL, tellUndelivered } from './carry-out.ts';
import { CHOICE_CHARACTERS, MOST_CHOICES } from './commands.ts';
import { type Context, DISCORD } from './context.ts';
import {
  askerFor,
  type CommandEvent,
  type ComponentEvent,
  readInteraction,
  type TypingEvent,
  userOf,
} from './events.ts';
import type { InteractionTask } from './open-questions.ts';
import { OFFERS, readOffer, readState } from './state.ts';
import { WORDS } from './words.ts';

/** Kinds of a first response. */
const MESSAGE = 4;
const DEFER_MESSAGE = 5;
const DEFER_UPDATE = 6;
const CHOICES = 8;

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

/** What a first response answers, kept from then on. */
interface Begun extends Pick<InteractionTask, 'state' | 'picked' | 'isPublic'> {
  readonly asker: Asker;
}

/**
 * Sends the first response, and answers when Discord takes it. The task is on the disk by the time that it arrives.
 * @param data of the first response
 */
const begin = async (
  event: CommandEvent | ComponentEvent,
  { type, data }: { readonly type: number; readonly data: object | null },
  begun: Begun,
  context: Context,
): Promise<void> => {
  const { api, asking, open } = context;
  const { id, application_id, token } = event;
  const first = api.respond(event, type, data);
  const { name, admin } = begun.asker;
  const interaction = { id, application_id, token };
  const task: InteractionTask = { kind: 'interaction', interaction, ...begun, asker: { name, admin } };
  open.begin(id, JSON.stringify(task), asking.now().toISOString());
  const counts = await first.catch((error: unknown) => {
    open.done(id);
    throw error;
  });
  if (counts) await carryOut(task, context, begun.asker);
  else open.done(id);
};

/** Answers a question of its own, in a message of its own. */
const answerAnew = (
  event: CommandEvent | ComponentEvent,
  asked: Asked,
  isAlone: boolean,
  context: Context,
): Promise<void> =>
  begin(
    event,
    { type: DEFER_MESSAGE, data: isAlone ? { flags: EPHEMERAL } : null },
    {
      state: { view: 'answer', opens: false, page: 1, asked },
      picked: null,
      asker: askerFor(event, isAlone),
      isPublic: !isAlone,
    },
    context,
  );

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
  await answerAnew(event, asked, isAlone, context);
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
  const chat = chatOf(event);
  previous.set(chat, nextPrevious(question, previous.get(chat)));
  const asked: Asked = { question, instant: now.toISOString(), previous: null };
  await answerAnew(event, asked, isAlone, context);
};

const component = async (event: ComponentEvent, context: Context): Promise<void> => {
  const { api, asking, limit, metrics } = context;
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
  const picked = Number(event.data.values[0] ?? Number.NaN);
  await begin(
    event,
    state.opens ? { type: DEFER_MESSAGE, data: { flags: EPHEMERAL } } : { type: DEFER_UPDATE, data: null },
    {
      state,
      picked: Number.isNaN(picked) ? null : picked,
      // The same answer as the one that is opened or turned, so with the rights that it was given with.
      asker: askerFor(event, isShownAlone(event)),
      isPublic: false,
    },
    context,
  );
};

const typing = async (event: TypingEvent, { api, asking }: Context): Promise<void> => {
  const focused = event.data.options.find(({ focused: is }) => is === true);
  const option = asking.commands
    .find(({ name }) => name === event.data.name)
    ?.options.find(({ name }) => name === focused?.name);
  const found = option === undefined ? [] : await asking.complete(option, String(focused?.value ?? ''));
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
    tellUndelivered(error, context);
  }
};
