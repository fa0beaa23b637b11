import { createAnswersApart } from './answers-apart.ts';
import { type Clock, standingClock, systemClock } from './core/clock.ts';
import { ok, type Result } from './core/result.ts';
import type { Indexing } from './corpus.ts';
import type { DigestStore, Machinery } from './digest/ports.ts';
import type { Taking } from './intake/taking.ts';
import { createTakingApart } from './intake-apart.ts';
import { createPlanning, type Planning } from './planning.ts';
import type { Asking } from './platform/common/asking.ts';
import type { Part } from './platform/common/health.ts';
import type { Log } from './platform/common/log.ts';
import type { Metrics } from './platform/common/metrics.ts';
import type { Supervised } from './platform/common/supervise.ts';
import type { Settings } from './shell/settings.ts';
import type { Store } from './store/ports.ts';
import { openStore } from './store/sqlite.ts';
import { createBoard } from './threads/board.ts';
import { createWriter, leaseCheck, shareWriter } from './writer.ts';

/** What the bots need of the rest of the program, whichever thread it runs in. */
export interface Desk extends Pick<Asking, 'ask' | 'complete'> {
  /** One line for each text that was not taken in. */
  readonly refusals: readonly string[];
  /** What platforms keep, and what is to be sent. */
  readonly store: DigestStore & Pick<Store, 'questions' | 'telegram' | 'discord' | 'flushed'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The right to write of who sends. */
  readonly writer: Pick<Machinery, 'hold' | 'release'>;
  readonly planning: Planning;
  readonly taking: Taking;
  /** What has to be kept alive for as long as anybody asks. */
  readonly keeps: readonly (Pick<Supervised, 'name' | 'run'> & { readonly part: Part })[];
  /** Ends what still runs and closes the store. */
  readonly close: () => Promise<void>;
}

export interface DeskParts {
  readonly settings: Settings;
  /** Folders of articles that the call names. */
  readonly articles: readonly string[];
  readonly onBug: (error: unknown, where: string) => void;
  readonly onIndexing: (total: number) => Indexing;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** A database that no other thread can open. */
const isInMemory = (database: string | null): boolean =>
  database === null || database === ':memory:' || /[?&]mode=memory\b/.test(database);

/** Everything in this one thread. */
const openHere = async (parts: DeskParts): Promise<Result<Desk>> => {
  const { settings, articles, onBug, onIndexing } = parts;
  const { openApp } = await import('./open-app.ts');
  const opened = await openApp(settings, { articles, json: false, clock: null }, onBug, onIndexing);
  if (!opened.ok) return opened;
  const { questions, telegram, discord, taking, refusals, digests, ...app } = opened.value;
  return ok({
    refusals,
    ask: ({ question, instant, previous }, asker) =>
      app.answer(question, standingClock(settings.zone, instant), previous, asker),
    complete: async (option, typed) => app.completeOption(option, typed),
    store: { ...digests.store, questions, telegram, discord, flushed: async () => {} },
    clock: digests.clock,
    writer: digests,
    planning: createPlanning(digests),
    taking,
    keeps: [],
    close: async () => app.close(),
  });
};

/** Answers in one thread, the intake in another; this one keeps what is sent and received. */
const openApart = async (parts: DeskParts, database: string): Promise<Result<Desk>> => {
  const { settings, articles } = parts;
  const clock = systemClock(settings.zone);
  const board = createBoard();
  // Opened first: an older file is brought up to date by one thread alone.
  const opened = openStore(database, leaseCheck(clock), board.fence, {
    turn: board.turn(true),
    durable: 'when-asked',
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const data = { settings, articles, board: board.memory };
  const taking = createTakingApart(data, board);
  const answers = createAnswersApart({ ...parts, data, board, fetch: taking.fetch });
  const refusals = await answers.open();
  if (!refusals.ok) {
    store.close();
    return refusals;
  }
  return ok({
    refusals: refusals.value,
    ask: answers.ask,
    complete: answers.complete,
    store,
    clock,
    writer: shareWriter(createWriter(store, clock), board)('sending'),
    planning: answers.planning,
    taking,
    keeps: [answers],
    close: async () => {
      await answers.close();
      store.close();
    },
  });
};

/**
 * Opens what the bots stand on. What takes long runs in threads, so that the loop which holds their connections does not
 * stop; over a database in memory, which no other thread can see, all of it runs here.
 */
export const openDesk = (parts: DeskParts): Promise<Result<Desk>> => {
  const { database } = parts.settings;
  return database === null || isInMemory(database) ? openHere(parts) : openApart(parts, database);
};
