/** Work that has begun, so that a stop can wait for it. */
export interface InFlight {
  /** Keeps a promise until it settles; its rejection is its maker's business. */
  readonly add: (work: Promise<unknown>) => void;
  /** Resolves when nothing is under way, or after so many milliseconds. @returns how much was left */
  readonly settled: (milliseconds: number) => Promise<number>;
  readonly count: () => number;
}

export const createInFlight = (): InFlight => {
  const works = new Set<Promise<void>>();
  return {
    count: () => works.size,
    add: work => {
      const done = work
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          works.delete(done);
        });
      works.add(done);
    },
    settled: async milliseconds => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>(resolve => {
        timer = setTimeout(() => resolve('late'), milliseconds);
      });
      // What is under way may begin more.
      while (works.size > 0) if ((await Promise.race([Promise.all(works), late])) === 'late') break;
      clearTimeout(timer);
      return works.size;
    },
  };
};
