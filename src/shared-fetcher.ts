import type { Fetcher } from './ingest/fetch/fetcher.ts';

/** One fetcher for all who fetch at a time, so that the pauses that a host asked for hold for each of them. */
export interface SharedFetcher {
  /** Made for the first who needs it, and closed when the last is done. */
  readonly use: <T>(work: (fetcher: Fetcher) => Promise<T>) => Promise<T>;
}

export const createSharedFetcher = (make: () => Promise<Fetcher>): SharedFetcher => {
  let open: Promise<Fetcher> | null = null;
  let users = 0;
  return {
    use: async work => {
      users += 1;
      open ??= make();
      const mine = open;
      try {
        return await work(await mine);
      } finally {
        users -= 1;
        if (users === 0) {
          open = null;
          await (await mine).close();
        }
      }
    },
  };
};
