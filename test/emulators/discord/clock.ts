/** The emulator's time: token lives, days and hours are measured by it. Rate limits run by the machine's own. */
export interface EmulatorClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets time pass at once. */
  readonly advance: (milliseconds: number) => void;
}

/** Time that passes as on the wall, and faster when told. */
export const runningClock = (): EmulatorClock => {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: milliseconds => {
      ahead += milliseconds;
    },
  };
};

/** Time that stands still until told: no reply is ever late because the machine is slow. */
export const stillClock = (start = Date.now()): EmulatorClock => {
  let now = start;
  return {
    now: () => now,
    advance: milliseconds => {
      now += milliseconds;
    },
  };
};

const DISCORD_EPOCH = 1_420_070_400_000;

/** Ids as Discord makes them: the time in the upper bits, a running number below. */
export const snowflakes = (clock: EmulatorClock): (() => string) => {
  let last = 0n;
  return () => {
    const made = BigInt(clock.now() - DISCORD_EPOCH) << 22n;
    last = made > last ? made : last + 1n;
    return last.toString();
  };
};
