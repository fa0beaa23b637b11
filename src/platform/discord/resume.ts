import { type Interaction, TOKEN_LIFE } from './api.ts';
import { carryOut, tellUndelivered } from './carry-out.ts';
import { type Context, DISCORD } from './context.ts';
import { answerMessage, tellUnanswered } from './messages.ts';
import { readTask, type Task } from './open-questions.ts';
import { changes } from './present.ts';
import { WORDS } from './words.ts';

/** Discord knows a repeated nonce for some minutes, in milliseconds; a later answer might be a second one. */
const NONCE_LIFE = 2 * 60_000;

const lifeOf = ({ kind }: Task): number => (kind === 'interaction' ? TOKEN_LIFE : NONCE_LIFE);

/** What changes something may have done so before it was cut off: nobody does it twice without being asked. */
const tellInterrupted = async (interaction: Interaction, { api, open }: Context): Promise<void> => {
  await api.edit(interaction, { content: WORDS.interrupted, allowed_mentions: { parse: [] } });
  open.done(interaction.id);
};

const resume = async (task: Task, context: Context): Promise<void> => {
  try {
    if (task.kind === 'message') await answerMessage(task, context);
    else if (changes(task.state, context.asking)) await tellInterrupted(task.interaction, context);
    else await carryOut(task, context);
  } catch (error) {
    if (task.kind === 'message') tellUnanswered(task.channel, error, context);
    else tellUndelivered(error, context);
  }
};

/** Answers what an earlier life of the bot, or an earlier process, took and did not answer. Never rejects. */
export const resumeAll = async (context: Context): Promise<void> => {
  const { asking, log, metrics, open } = context;
  const works = open.unfinished().map(async ({ id, body, at }) => {
    const task = readTask(body);
    const age = asking.now().getTime() - Date.parse(at);
    if (task !== null && age <= lifeOf(task)) {
      metrics.happened(DISCORD, 'resumed');
      return resume(task, context);
    }
    open.done(id);
    log.warn({ platform: DISCORD, id, age }, 'a question was not answered before the program ended');
  });
  await Promise.all(works);
};
