import type { Answer } from '../../core/answer.ts';
import type { Asker } from '../../core/command.ts';
import type { Asked } from '../common/asking.ts';
import { whyQuestion } from '../common/why.ts';
import { codeOf, type Interaction } from './api.ts';
import { type Context, DISCORD, outcomeOf, sendDrawn } from './context.ts';
import { type InteractionTask, whileKept } from './open-questions.ts';
import { type Draw, drawAnswer, drawSources, whyMenu } from './present.ts';

/** Only the person who asked sees it. */
export const EPHEMERAL = 1 << 6;

interface Given {
  readonly answer: Answer;
  readonly draw: Draw;
}

/** The answer of a task, or what of it is opened. */
const given = async (
  { state, picked }: InteractionTask,
  asker: Asker,
  { asking }: Context,
): Promise<Given> => {
  const answer = await asking.ask(state.asked, asker);
  if (state.view === 'answer') return { answer, draw: drawAnswer(answer, state, asking) };
  const citation = answer.citations.find(({ n }) => n === picked) ?? answer.citations[0];
  if (state.view === 'sources' || citation === undefined)
    return { answer, draw: drawSources(answer, state, asking) };
  const asked: Asked = whyQuestion(state.asked, citation);
  const why = await asking.ask(asked, asker);
  const menu = whyMenu(answer, citation.n, state, asking);
  return { answer: why, draw: drawAnswer(why, { ...state, asked, page: 1 }, asking, menu) };
};

/** Puts an answer where a first response holds its place. */
const deliver = async (
  interaction: Interaction,
  { answer, draw }: Given,
  { api, log }: Context,
  isPublic: boolean,
): Promise<void> => {
  const isError = answer.refused && !answer.blocks.some(({ kind }) => kind === 'offers');
  if (isPublic && isError) {
    // What went wrong is nobody else's business; the place that is held for all cannot become one person's.
    await api.removeResponse(interaction);
    await sendDrawn(draw, body => api.follow(interaction, { ...body, flags: body.flags | EPHEMERAL }), log);
  } else await sendDrawn(draw, body => api.edit(interaction, body), log);
};

/**
 * Finishes what a first response has begun, and counts it. The task is kept until then.
 * @param asker what the disk keeps of who asks, unless more is known
 * @throws what Discord refuses
 */
export const carryOut = (
  task: InteractionTask,
  context: Context,
  asker: Asker = task.asker,
): Promise<void> => {
  const { asking, ending, metrics, open } = context;
  return whileKept(task.interaction.id, open, ending, async () => {
    const since = asking.now().getTime();
    const done = await given(task, asker, context);
    await deliver(task.interaction, done, context, task.isPublic);
    metrics.answered(DISCORD, outcomeOf(done.answer), (asking.now().getTime() - since) / 1_000);
  });
};

export const tellUndelivered = (error: unknown, { metrics, log }: Context): void => {
  metrics.answered(DISCORD, 'failed', 0);
  log.error({ platform: DISCORD, code: codeOf(error), err: error }, 'an answer could not be delivered');
};
