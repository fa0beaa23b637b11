import packageFacts from '../package.json' with { type: 'json' };
import type { Clock } from './core/clock.ts';
import { indexMissing, type Reader, readingsBy } from './corpus.ts';
import type { Knowledge } from './extract/vocabulary.ts';
import type { Taking } from './intake/taking.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { rulesVersion } from './rules-version.ts';
import type { Synonyms } from './search/terms.ts';
import { createSharedFetcher, type SharedFetcher } from './shared-fetcher.ts';
import type { Settings } from './shell/settings.ts';
import type { Store } from './store/ports.ts';
import { createSynonyms } from './synonyms.ts';
import { createTaking } from './taking-in.ts';
import type { Board } from './threads/board.ts';
import { createWriter, shareWriter } from './writer.ts';

/** What articles are read with. */
interface Reading {
  readonly knowledge: Knowledge;
  readonly synonyms: Synonyms;
  readonly reader: Reader;
}

export const createReader = (clock: Pick<Clock, 'now'>): Reading => {
  const knowledge = loadKnowledge();
  const synonyms = createSynonyms(knowledge);
  return {
    knowledge,
    synonyms,
    reader: { extract: readingsBy(knowledge, synonyms), rules: rulesVersion(), clock },
  };
};

const { version } = packageFacts;

/** One fetcher for all who fetch at a time in this thread; it is loaded for the first. */
export const fetcherOf = (settings: Settings): SharedFetcher =>
  createSharedFetcher(async () => (await import('./background.ts')).openFetcher({ settings, version }));

interface TakingParts extends Pick<Reading, 'synonyms' | 'reader'> {
  readonly store: Store;
  readonly settings: Settings;
  readonly board: Board;
  /** Whether other threads write to the same file. */
  readonly isApart: boolean;
}

/** Takes articles into a store, as the one writer. */
export const takingInto = (
  { store, settings, board, isApart, synonyms, reader }: TakingParts,
  fetching: SharedFetcher,
): Taking => {
  const writer = shareWriter(createWriter(store, reader.clock), board)('taking');
  /** What lands in another language is not read for facts, and comes without its terms. */
  const onLanded = (): void => void indexMissing(store, reader, synonyms);
  return createTaking(
    { store, reader, settings, version, onLanded, piecewise: isApart },
    fetching,
    writer,
    board,
  );
};
