/** The emulator's time: flood limits, long polls and the life of queries are measured by it. */
export interface EmulatorClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many of the emulator's milliseconds; gives what takes it back. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  /** Lets time pass at once: what falls due is called. */
  readonly advance: (milliseconds: number) => void;
}

interface Due {
  readonly at: number;
  readonly call: () => void;
  timer: NodeJS.Timeout | null;
}

/** Time that passes as on the wall, `speed` times as fast, and at once when told. */
export const runningClock = (speed = 1): EmulatorClock => {
  const start = Date.now();
  let ahead = 0;
  const waiting = new Set<Due>();
  const now = (): number => start + (Date.now() - start) * speed + ahead;
  const arm = (due: Due): void => {
    const wait = Math.max(0, (due.at - now()) / speed);
    if (due.timer !== null) clearTimeout(due.timer);
    due.timer = setTimeout(() => {
      if (waiting.delete(due)) due.call();
    }, wait);
  };
  return {
    now,
    after: (milliseconds, call) => {
      const due: Due = { at: now() + milliseconds, call, timer: null };
      waiting.add(due);
      arm(due);
      return () => {
        waiting.delete(due);
        if (due.timer !== null) clearTimeout(due.timer);
      };
    },
    advance: milliseconds => {
      ahead += milliseconds;
      for (const due of waiting) arm(due);
    },
  };
};
