import { copy, type Fields, given, isFields, type Json, numberOf } from '../json.ts';
import { updateKinds, updateProblems } from './facts.ts';
import { ApiError } from './problem.ts';
import type { World } from './world.ts';

/** What getUpdates leaves out unless asked. */
const UNLESS_ASKED = ['chat_member', 'message_reaction', 'message_reaction_count'];

export interface PollOptions {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  /** Seconds. */
  readonly timeout?: number | undefined;
  readonly allowed?: readonly string[] | undefined;
}

interface Poll {
  readonly take: () => void;
  readonly fail: (error: ApiError) => void;
}

/** The bot's queue of updates: one reader at a time, until each is confirmed. */
export interface Updates {
  /** Queues an update of a kind; null where the bot did not ask for that kind. */
  readonly push: (kind: string, payload: Fields) => Fields | null;
  /** Hands the update out once more, whatever was confirmed; the last one unless said. */
  readonly repeat: (updateId?: number) => void;
  /** An update as it is, in no form that anybody promised. */
  readonly pushRaw: (fields: Fields) => void;
  readonly poll: (options: PollOptions, gone: (left: () => void) => void) => Promise<readonly Fields[]>;
  readonly allow: (kinds: readonly string[] | undefined) => void;
  readonly allowed: () => readonly string[];
  readonly pending: () => readonly Fields[];
  readonly confirm: (updateId: number) => void;
  readonly drop: () => void;
  readonly polling: () => boolean;
  /** Ends the poll that waits, since another call took its place. */
  readonly interrupt: (by: string) => void;
  /** Called whenever there is something new. */
  readonly listen: (listener: () => void) => void;
}

export const kindOf = (update: Fields): string =>
  Object.keys(update).find(key => key !== 'update_id') ?? 'nothing';

export const makeUpdates = (world: World, firstId = 870_000_001): Updates => {
  let next = firstId;
  let queue: Fields[] = [];
  const sent: Fields[] = [];
  const again: Fields[] = [];
  let allowed: readonly string[] = [];
  let waiting: Poll | null = null;
  const listeners: (() => void)[] = [];
  const told = (): void => {
    waiting?.take();
    for (const listener of listeners) listener();
  };
  const wanted = (kind: string): boolean =>
    allowed.length === 0 ? !UNLESS_ASKED.includes(kind) : allowed.includes(kind);
  const add = (update: Fields): void => {
    queue.push(update);
    sent.push(update);
    told();
  };
  const interrupt = (by: string): void => waiting?.fail(new ApiError(409, `Conflict: terminated by ${by}`));
  return {
    interrupt,
    push: (kind, payload) => {
      const update = given({ update_id: next, [kind]: copy(payload) });
      for (const problem of updateProblems(update))
        world.transcript.violate({ by: 'emulator', what: `update ${kind}`, problem });
      if (!wanted(kind)) return null;
      next++;
      add(update);
      return update;
    },
    pushRaw: fields => add({ update_id: next++, ...fields }),
    repeat: updateId => {
      const found = updateId === undefined ? sent.at(-1) : sent.find(update => update.update_id === updateId);
      if (found === undefined) throw new Error(`There was no update ${updateId ?? 'yet'}`);
      again.push(found);
      told();
    },
    poll: ({ offset = 0, limit = 100, timeout = 0, allowed: kinds }, gone) => {
      if (kinds !== undefined) allowed = kinds;
      if (offset > 0) queue = queue.filter(update => numberOf(update.update_id) >= offset);
      if (offset < 0) queue = queue.slice(offset);
      interrupt('other getUpdates request; make sure that only one bot instance is running');
      return new Promise((resolve, reject) => {
        const stop = world.clock.after(timeout * 1000, () => finish());
        const finish = (): void => {
          stop();
          if (waiting === poll) waiting = null;
          resolve([...again.splice(0), ...queue].slice(0, limit));
        };
        const poll: Poll = {
          take: finish,
          fail: error => {
            stop();
            if (waiting === poll) waiting = null;
            reject(error);
          },
        };
        waiting = poll;
        gone(() => poll.fail(new ApiError(0, 'the client went away')));
        if (again.length + queue.length > 0 || timeout === 0) finish();
        world.transcript.changed();
      });
    },
    allow: kinds => {
      if (kinds !== undefined) allowed = kinds.filter(kind => updateKinds().includes(kind));
    },
    allowed: () => allowed,
    pending: () => [...again, ...queue],
    confirm: updateId => {
      const at = again.findIndex(update => update.update_id === updateId);
      if (at >= 0) again.splice(at, 1);
      queue = queue.filter(update => update.update_id !== updateId);
    },
    drop: () => {
      queue = [];
    },
    polling: () => waiting !== null,
    listen: listener => listeners.push(listener),
  };
};

/** The chat or person whose updates keep their order. */
export const queueOf = (update: Fields): Json => {
  const inner = Object.values(update).find(isFields);
  const message = isFields(inner?.message) ? inner.message : inner;
  const chat = message?.chat;
  const from = inner?.from;
  return isFields(chat) ? (chat.id ?? null) : isFields(from) ? (from.id ?? null) : null;
};
