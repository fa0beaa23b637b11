import type { Landed, Landing, Reading } from '../../src/store/ports/archive.ts';
import type { Saved } from '../../src/store/ports/saved.ts';
import type { Store } from '../../src/store/ports.ts';

export const NOW = '2026-01-01T00:00:00.000Z';

const WRITER = { name: 'a made-up writer', pid: 1, host: 'nowhere' };

/** What was saved; throws when it was not. */
export const saved = <T>(result: Saved<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** Makes a store the writer of its file for a day. */
export const writing = (store: Store, at = NOW): Store => {
  saved(store.lease.take(WRITER, at, 86_400));
  return store;
};

/** Lands readings in a store, as its writer. */
export const keep = (
  store: Store,
  readings: readonly Reading[],
  rest: Partial<Landing> = {},
): readonly Landed[] => saved(writing(store).land({ at: NOW, rules: 'rules 1', readings, ...rest }));
