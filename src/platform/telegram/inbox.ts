import type { InFlight } from '../common/in-flight.ts';
import { handleCallback } from './callbacks.ts';
import { handleMember } from './chats.ts';
import { type Context, type Mark, TELEGRAM } from './context.ts';
import { handleInline } from './inline.ts';
import { handleMessage } from './messages.ts';
import { lineOfUpdate, readUpdate, type Update, updateId } from './updates.ts';

/** Milliseconds for which an update is known again. */
const REMEMBERED = 24 * 3_600_000;
/** Milliseconds between two times at which the old ones are forgotten. */
const FORGETTING = 3_600_000;

/** Takes updates in, keeps them until they are dealt with, and deals with those of one chat one after the other. */
export interface Inbox {
  /** Returns when the update is kept, which is before it is dealt with. */
  readonly take: (data: unknown) => void;
  /** What an earlier run took in and did not finish. */
  readonly resume: () => void;
}

const handle = async (update: Update, context: Context, mark: Mark): Promise<void> => {
  const written = update.message ?? update.channel_post;
  if (written !== undefined) return handleMessage(written, context, mark);
  if (update.callback_query !== undefined) return handleCallback(update.callback_query, context, mark);
  if (update.inline_query !== undefined) return handleInline(update.inline_query, context);
  if (update.my_chat_member !== undefined) handleMember(update.my_chat_member, context);
};

/** @param stopping aborted when nothing new is to be begun; what was not begun is kept for the next run */
export const createInbox = (context: Context, work: InFlight, stopping: AbortSignal): Inbox => {
  const { asking, isNew, log, memory, metrics } = context;
  const lines = new Map<string, Promise<void>>();
  let forgotten = 0;

  const deal = async (update: Update): Promise<void> => {
    if (stopping.aborted) return;
    const id = update.update_id;
    try {
      await handle(update, context, begun => memory.begin(id, begun));
    } catch (error) {
      metrics.answered(TELEGRAM, 'failed', 0);
      log.error({ platform: TELEGRAM, update: id, err: error }, 'an update could not be dealt with');
    }
    memory.done(id);
  };

  const enqueue = (update: Update): void => {
    const line = lineOfUpdate(update);
    const next = (lines.get(line) ?? Promise.resolve()).then(() => deal(update));
    lines.set(line, next);
    work.add(
      next.then(() => {
        if (lines.get(line) === next) lines.delete(line);
      }),
    );
  };

  const forget = (now: Date): void => {
    if (now.getTime() - forgotten < FORGETTING) return;
    forgotten = now.getTime();
    memory.forget(new Date(forgotten - REMEMBERED).toISOString());
  };

  return {
    take: data => {
      const [id, update, now] = [updateId(data), readUpdate(data), asking.now()];
      if (id === null || update === null) {
        metrics.happened(TELEGRAM, 'malformed');
        log.warn({ platform: TELEGRAM, update: id }, 'an update of an unknown shape was left alone');
        return;
      }
      const received = memory.receive(id, JSON.stringify(data), now.toISOString());
      // With a full disk it is at least not answered twice in this run.
      if (!isNew(`update ${id}`) || (received.ok && !received.value)) {
        metrics.happened(TELEGRAM, 'repeated');
        return;
      }
      forget(now);
      enqueue(update);
    },
    resume: () => {
      for (const { id, body, begun } of memory.unfinished()) {
        const update = readUpdate(JSON.parse(body));
        const message = update?.message ?? update?.channel_post;
        if (update !== null && !begun) {
          isNew(`update ${id}`);
          enqueue(update);
          continue;
        }
        // It may have been answered right before the end: not again by itself.
        if (message?.text !== undefined)
          memory.doubt(String(message.chat.id), asking.now().toISOString(), message.text);
        memory.done(id);
      }
    },
  };
};
