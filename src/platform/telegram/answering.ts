import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../core/answer.ts';
import { type Asker, splitCommand } from '../../core/command.ts';
import type { Asked } from '../common/asking.ts';
import { type Context, type Mark, TELEGRAM } from './context.ts';
import { type Letter, type Place, plainLetter } from './letter.ts';
import { chatFacts } from './memory.ts';
import { drawAnswer } from './present.ts';
import { whereaboutsIn } from './whereabouts.ts';
import { WORDS } from './words.ts';

/** Milliseconds an answer may take to be found; after that its chat goes on without it. */
const ASKING_LIFE = 20_000;

/** @returns null when it takes too long */
export const askInTime = async (asked: Asked, { asking }: Context, asker?: Asker): Promise<Answer | null> => {
  const done = new AbortController();
  const late = pause(ASKING_LIFE, null, { signal: done.signal }).catch(() => null);
  try {
    return await Promise.race([asking.ask(asked, asker), late]);
  } finally {
    done.abort();
  }
};

/** The chat in which somebody asks. */
interface Scene {
  readonly type: string;
  readonly place: Place;
  /** Whether they manage the group or channel, which is asked of Telegram for few commands. */
  readonly manages: () => Promise<boolean>;
}

/** Who asks, with their rights where the command wants some. */
export const askerOf = async (
  question: string,
  who: string,
  { type, place, manages }: Scene,
  { asking, rights }: Context,
): Promise<Asker> => {
  const name = splitCommand(question)?.name;
  const command = asking.commands.find(each => each.name === name && each.admin === true);
  // Anybody may write to a bot in private, and there changes what is theirs alone.
  const may = type === 'private' ? async () => command?.chatOnly === true : manages;
  return {
    name: `telegram:${who}`,
    admin: command !== undefined && (await may()),
    at: whereaboutsIn(type, place, rights),
  };
};

/** Sends what answers a question, once; where nobody knows whether it arrived, that is kept to be shown. */
const sendOnce = async (
  place: Place,
  letter: Letter,
  asked: Asked,
  { sender, memory, log }: Context,
  mark: Mark,
): Promise<boolean> => {
  const sent = await sender.post(place, letter, mark);
  if (sent === 'uncertain') {
    memory.doubt(place.chat, asked.instant, asked.question);
    log.warn({ platform: TELEGRAM, chat: place.chat }, 'an answer may not have arrived; it is not repeated');
  }
  return sent === 'sent';
};

/**
 * Answers a question where it was asked.
 * @param asker who asks; without it somebody who may change nothing, as it is for buttons
 */
export const answerAt = async (
  place: Place,
  asked: Asked,
  context: Context,
  mark: Mark,
  asker?: Asker,
): Promise<void> => {
  const { asking, memory, metrics } = context;
  const begun = asking.now().getTime();
  const answer = await askInTime(asked, context, asker);
  const letter =
    answer === null
      ? plainLetter(WORDS.slow)
      : drawAnswer(
          answer,
          { view: 'answer', page: 1, n: 0, asked },
          chatFacts(memory, place.chat).form,
          context,
        );
  const arrived = await sendOnce(place, letter, asked, context, mark);
  const outcome = !arrived || answer === null ? 'failed' : answer.refused ? 'refused' : 'answered';
  metrics.answered(TELEGRAM, outcome, (asking.now().getTime() - begun) / 1_000);
};
