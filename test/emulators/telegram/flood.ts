import type { EmulatorClock } from './clock.ts';
import { tooMany } from './problem.ts';

/** How many messages in how many milliseconds. */
export interface Budget {
  readonly messages: number;
  readonly within: number;
}

export interface FloodLimits {
  readonly chat: Budget;
  readonly group: Budget;
  readonly overall: Budget;
}

export const USUAL_LIMITS: FloodLimits = {
  chat: { messages: 1, within: 1000 },
  group: { messages: 20, within: 60_000 },
  overall: { messages: 30, within: 1000 },
};

/** No client can keep its pauses to the millisecond: a pause may be this much too short. */
const TOLERANCE = 50;

/** Counts messages and refuses what is over a budget; a refused one does not count. */
export type Flood = (chat: number) => void;

export const makeFlood = (clock: EmulatorClock, limits: FloodLimits): Flood => {
  const sent = new Map<string, number[]>();
  const recent = (key: string, { within }: Budget): number[] => {
    const found = (sent.get(key) ?? []).filter(at => clock.now() - at < within - TOLERANCE);
    sent.set(key, found);
    return found;
  };
  return chat => {
    const budgets: readonly (readonly [string, Budget])[] = [
      [`chat ${chat}`, limits.chat],
      ...(chat < 0 ? [[`group ${chat}`, limits.group] as const] : []),
      ['overall', limits.overall],
    ];
    const waits = budgets.map(([key, budget]) => {
      const times = recent(key, budget);
      const first = times[times.length - budget.messages];
      return first === undefined ? 0 : first + budget.within - clock.now();
    });
    const wait = Math.max(...waits);
    if (wait > 0) throw tooMany(Math.max(1, Math.ceil(wait / 1000)));
    for (const [key] of budgets) sent.get(key)?.push(clock.now());
  };
};
