import { z } from 'zod';
import type { Result } from '../../core/result.ts';

/** Questions that were taken and are not answered yet, on the disk: a process that is killed loses none. */
export interface OpenQuestions {
  readonly begin: (id: string, body: string, at: string) => Result<unknown>;
  readonly done: (id: string) => Result<unknown>;
  /** In the order in which they came. */
  readonly unfinished: () => readonly { readonly id: string; readonly body: string; readonly at: string }[];
}

const asked = z.object({ question: z.string(), instant: z.string(), previous: z.string().nullable() });

const taskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('interaction'),
    interaction: z.object({ id: z.string(), application_id: z.string(), token: z.string() }),
    state: z.object({
      view: z.enum(['answer', 'sources', 'why']),
      opens: z.boolean(),
      page: z.int(),
      asked,
    }),
    /** Number of the citation that was picked in a menu. */
    picked: z.number().nullable(),
    asker: z.object({ name: z.string(), admin: z.boolean() }),
    /** Whether the place that is held for the answer is seen by all. */
    isPublic: z.boolean(),
  }),
  z.object({ kind: z.literal('message'), id: z.string(), channel: z.string(), asked }),
]);

/** A question with all that is needed to answer it, also by another process. */
export type Task = z.infer<typeof taskSchema>;
export type InteractionTask = Extract<Task, { kind: 'interaction' }>;
export type MessageTask = Extract<Task, { kind: 'message' }>;

/** @returns null for what is no task of this version */
export const readTask = (body: string): Task | null => {
  try {
    const read = taskSchema.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

/**
 * Answers a question that is kept for as long as it is not answered. One that is cut off because the program ends stays
 * kept, for the next start; one that Discord refuses does not.
 * @throws what `work` throws
 */
export const whileKept = async (
  id: string,
  open: Pick<OpenQuestions, 'done'>,
  ending: AbortSignal,
  work: () => Promise<void>,
): Promise<void> => {
  try {
    await work();
    open.done(id);
  } catch (error) {
    if (!ending.aborted) open.done(id);
    throw error;
  }
};
