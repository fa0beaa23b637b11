import type { Memory } from './memory.ts';

/** What Telegram lets a bot send, as milliseconds between two of a chat and as so many within a time. */
const CHAT_PAUSE = 1_050;
const GROUP = { most: 20, within: 60_500 };
const ALL = { most: 30, within: 1_050 };

/** A chat that was not written to for longest is forgotten first. */
const MOST_CHATS = 10_000;

/** The chat that stands for all of them. */
export const ALL_CHATS = '';

/** Groups and channels have negative ids. */
const isGroup = (chat: string): boolean => chat.startsWith('-');

const readyBy = (sent: readonly number[], { most, within }: typeof GROUP): number =>
  sent.length < most ? 0 : (sent.at(-most) ?? 0) + within;

export interface Budget {
  /** Milliseconds until something may be sent to a chat; at 0 it is taken as sent. */
  readonly take: (chat: string) => number;
  /** Nothing is sent to a chat, or to any, before a moment. */
  readonly hold: (chat: string, until: number) => void;
}

/** @param now milliseconds since the epoch */
export const createBudget = (now: () => number): Budget => {
  const chats = new Map<string, readonly number[]>();
  const held = new Map<string, number>();
  let all: readonly number[] = [];
  return {
    hold: (chat, until) => {
      held.set(chat, Math.max(until, held.get(chat) ?? 0));
    },
    take: chat => {
      const at = now();
      const sent = chats.get(chat) ?? [];
      const ready = Math.max(
        held.get(ALL_CHATS) ?? 0,
        held.get(chat) ?? 0,
        readyBy(all, ALL),
        sent.length === 0 ? 0 : (sent.at(-1) ?? 0) + CHAT_PAUSE,
        isGroup(chat) ? readyBy(sent, GROUP) : 0,
      );
      if (ready > at) return ready - at;
      all = [...all, at].slice(-ALL.most);
      chats.delete(chat);
      chats.set(chat, [...sent, at].slice(-GROUP.most));
      held.delete(chat);
      const [oldest] = chats.keys();
      if (chats.size > MOST_CHATS && oldest !== undefined) chats.delete(oldest);
      return 0;
    },
  };
};

/** One that knows the pauses that Telegram asked for before a restart. */
export const keptBudget = ({ waits }: Pick<Memory, 'waits'>, now: () => Date): Budget => {
  const budget = createBudget(() => now().getTime());
  for (const { chat, until } of waits(now().toISOString())) budget.hold(chat, Date.parse(until));
  return budget;
};
