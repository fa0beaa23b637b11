import { fileURLToPath } from 'node:url';
import { ask, commands } from '../commands/index.ts';
import { planAlerts } from './alerts.ts';
import { composeBriefing } from './answer/briefing.ts';
import { createDigestComposer } from './answer/digest/composer.ts';
import { createApp } from './bot/app.ts';
import { createCompleter, optionCompleter } from './bot/complete.ts';
import { type Instant, standingClock, systemClock } from './core/clock.ts';
import { ok, type Result } from './core/result.ts';
import { type Indexing, indexMissing, shelfOf, takeIn } from './corpus.ts';
import { createDigestAdmin } from './digest-admin.ts';
import { readFolders } from './ingest/folder.ts';
import { intakeServices } from './intake-services.ts';
import { loadMerges } from './knowledge/merges.ts';
import { followNames, followTitles } from './names.ts';
import { createReader, fetcherOf, takingInto } from './open-intake.ts';
import { openLedgers } from './open-ledgers.ts';
import { asOfNow, type Services } from './query/services.ts';
import { freeze } from './render/freeze.ts';
import { createSearch } from './search/search.ts';
import type { SharedFetcher } from './shared-fetcher.ts';
import type { Choices } from './shell/cli.ts';
import type { Settings } from './shell/settings.ts';
import type { OpenApp } from './shell/shell.ts';
import { WORDS } from './shell/words.ts';
import type { Sharing } from './store/ports/sharing.ts';
import { openStore } from './store/sqlite.ts';
import { readMasthead } from './text/masthead.ts';
import { type Board, createBoard } from './threads/board.ts';
import { namesWhenAsked } from './when-asked.ts';
import { createWriter, leaseCheck, shareWriter } from './writer.ts';

const BUNDLED = fileURLToPath(new URL('../data/articles', import.meta.url));

/** What an app shares with the other threads of the program. */
export interface Apart {
  readonly board: Board;
  readonly sharing: Sharing;
  /** Fetches in another thread. */
  readonly fetching: SharedFetcher;
}

/**
 * Builds everything the answers stand on, in the order in which data flows.
 * @param apart where other threads of the program write to the same file; without it the app is alone
 */
export const openApp = async (
  settings: Settings,
  { articles }: Choices,
  onBug: (error: unknown, where: string) => void,
  onIndexing?: (total: number) => Indexing,
  apart: Apart | null = null,
): Promise<Result<OpenApp>> => {
  const board = apart?.board ?? createBoard();
  const fetching = apart?.fetching ?? fetcherOf(settings);
  const corpus = await readFolders([BUNDLED, ...settings.articles, ...articles], readMasthead);
  if (!corpus.ok) return corpus;
  const clock = systemClock(settings.zone);
  const opened = openStore(settings.database ?? ':memory:', leaseCheck(clock), board.fence, apart?.sharing);
  if (!opened.ok) return opened;
  const store = opened.value;
  const { synonyms, reader, ...read } = createReader(clock);
  const knowledge = { ...read.knowledge, merges: loadMerges() };
  const taken = await takeIn(corpus.value.articles, reader, store, (error, { id }) => onBug(error, id));
  const indexed = indexMissing(store, reader, synonyms, onIndexing);
  const search = createSearch({ index: store, shelf: shelfOf(store), synonyms });
  const names = namesWhenAsked({ names: followNames(knowledge, store), titles: followTitles(store) });
  const { gazetteer, actors, bodies, lexicon, merges } = knowledge;
  const taking = takingInto({ store, settings, board, isApart: apart !== null, synonyms, reader }, fetching);
  const parts = { store, settings, read: reader.extract, clock, fetching };
  const intake = intakeServices(reader.rules, parts, board.taking);
  const sends = settings.discord !== null || settings.telegram !== null;
  const digests = createDigestAdmin({ store, settings, clock, freeze: sends ? freeze : null });
  const base = {
    store,
    ledgers: openLedgers(store, bodies, merges),
    search,
    names,
    gazetteer,
    actors,
    bodies,
    lexicon,
    merges,
    trends: store.trends,
    intake,
    digests,
  };
  const at = (instant: Instant): Services => ({ ...base, clock: standingClock(settings.zone, instant) });
  const app = createApp({
    base,
    commands,
    fallback: ask,
    briefing: composeBriefing,
    operators: settings.operators,
    clock,
    onError: onBug,
  });
  return ok({
    ...app,
    refusals: [
      ...corpus.value.refusals,
      ...(taken.ok ? [] : [WORDS.notTakenIn(taken.error.message)]),
      ...(indexed.ok ? [] : [WORDS.notIndexed(indexed.error.message)]),
    ],
    warm: () => {
      base.ledgers.at(asOfNow(clock));
      names.named('', ['place']);
    },
    complete: createCompleter(commands, names),
    completeOption: optionCompleter(names),
    commands: [...commands, ask],
    questions: store.questions,
    telegram: store.telegram,
    discord: store.discord,
    taking,
    digests: {
      store,
      clock,
      freeze,
      compose: createDigestComposer({ ...base, clock }),
      alerts: () => planAlerts({ store, services: at, freeze, now: clock.now }),
      ...shareWriter(createWriter(store, clock), board)('planning'),
    },
    close: store.close,
  });
};
