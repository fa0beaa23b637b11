import type { IntakeParts } from './background.ts';
import type { TakingIn } from './core/taking-in.ts';
import type { Taking } from './intake/taking.ts';
import type { SharedFetcher } from './shared-fetcher.ts';
import type { Writer } from './writer.ts';

/** Feeds and inbox of the settings beside a bot, as the one writer, or waiting to become it. */
export const createTaking = (
  parts: Omit<IntakeParts, 'onBug'>,
  fetching: SharedFetcher,
  { hold, release }: Writer,
): Taking => {
  let state: TakingIn = 'no';
  return {
    state: () => state,
    run: async (signal, heard) => {
      // What reads pages and speaks to the network is not loaded by who only asks.
      const { followAll } = await import('./background.ts');
      const holdAndTell = (): ReturnType<typeof hold> => {
        const held = hold();
        state = held.ok ? 'here' : held.error.kind === 'not-writer' ? 'waits' : 'fails';
        return held;
      };
      try {
        const writer = { hold: holdAndTell, release };
        const all = { ...parts, onBug: heard.onBug };
        await fetching.use(fetcher => followAll(all, fetcher, writer, signal, heard));
      } finally {
        state = 'no';
        release();
      }
    },
  };
};
