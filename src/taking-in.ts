import type { IntakeParts } from './background.ts';
import type { Taking } from './intake/taking.ts';
import type { SharedFetcher } from './shared-fetcher.ts';
import type { Board } from './threads/board.ts';
import type { Writer } from './writer.ts';

/** Feeds and inbox of the settings beside a bot, as the one writer, or waiting to become it. */
export const createTaking = (
  parts: Omit<IntakeParts, 'onBug'>,
  fetching: SharedFetcher,
  { hold, release }: Writer,
  board: Pick<Board, 'taking' | 'setTaking'>,
): Taking => {
  return {
    state: board.taking,
    run: async (signal, heard) => {
      // What reads pages and speaks to the network is not loaded by who only asks.
      const { followAll } = await import('./background.ts');
      const holdAndTell = (): ReturnType<typeof hold> => {
        const held = hold();
        board.setTaking(held.ok ? 'here' : held.error.kind === 'not-writer' ? 'waits' : 'fails');
        return held;
      };
      try {
        const writer = { hold: holdAndTell, release };
        const all = { ...parts, onBug: heard.onBug };
        await fetching.use(fetcher => followAll(all, fetcher, writer, signal, heard));
      } finally {
        board.setTaking('no');
        release();
      }
    },
  };
};
