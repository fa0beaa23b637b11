import { readFile } from 'node:fs/promises';
import { type Clock, systemClock } from './core/clock.ts';
import { fail, ok, type Result } from './core/result.ts';
import type { Reader } from './corpus.ts';
import { createFetcher, type Fetcher } from './ingest/fetch/fetcher.ts';
import { followListed, readFeedList } from './intake/feed-list.ts';
import { follow } from './intake/follow.ts';
import { watchInbox } from './intake/inbox.ts';
import type { FetchingIntake } from './intake/intake.ts';
import type { Visited } from './intake/visit-state.ts';
import type { Settings } from './shell/settings.ts';
import { WORDS } from './shell/words.ts';
import type { Saved } from './store/ports/saved.ts';
import type { Reading, Store } from './store/ports.ts';
import type { Writer } from './writer.ts';

export interface IntakeParts {
  readonly store: Store;
  readonly reader: Reader;
  readonly settings: Settings;
  /** Of the program, for the servers that are asked. */
  readonly version: string;
  readonly onBug: (error: unknown, where: string) => void;
  readonly onLanded?: (readings: readonly Reading[]) => void;
  readonly piecewise?: boolean;
}

/** A fetcher that whoever asked for it closes. */
export const openFetcher = ({ settings, version }: Pick<IntakeParts, 'settings' | 'version'>): Fetcher => {
  const { contact, guard, zone } = settings;
  return createFetcher({ version, contact, clock: systemClock(zone), guard });
};

const intakeOf = <F extends FetchingIntake['fetcher']>(parts: IntakeParts, fetcher: F) => {
  const { store, reader, onBug, onLanded, piecewise = false } = parts;
  return {
    store,
    read: reader.extract,
    rules: reader.rules,
    clock: reader.clock,
    onBug,
    piecewise,
    ...(onLanded === undefined ? {} : { onLanded }),
    fetcher,
  };
};

/** What takes articles in, with a fetcher that whoever asked for it closes. */
export const openIntake = (parts: IntakeParts): FetchingIntake & { readonly fetcher: Fetcher } =>
  intakeOf(parts, openFetcher(parts));

type Listed = Parameters<typeof followListed>[1];

const listIn = async (file: string | null): Promise<Result<Listed>> => {
  if (file === null) return ok([]);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return fail('input', WORDS.noFeedFile(file));
  const listed = readFeedList(text);
  return listed.ok ? listed : fail('input', `${file}: ${listed.error.message}`);
};

const followThese = (
  { feeds }: Pick<Store, 'feeds'>,
  listed: Listed,
  { now }: Pick<Clock, 'now'>,
): Saved<number> => followListed(feeds, listed, 'SITREP_FEEDS', now().toISOString());

/** Follows the feeds of the list that the settings name. To be done while the lease is held. */
export const followList = async (
  store: Pick<Store, 'feeds'>,
  file: string | null,
  clock: Pick<Clock, 'now'>,
): Promise<Result<number>> => {
  const listed = await listIn(file);
  return listed.ok ? followThese(store, listed.value, clock) : listed;
};

/** The right to write; when it is first had, the feeds of the list are followed, which another process may delay for days. */
const holdWithList = (
  { hold }: Pick<Writer, 'hold'>,
  store: Pick<Store, 'feeds'>,
  listed: Listed,
  clock: Pick<Clock, 'now'>,
): Writer['hold'] => {
  let waiting = listed;
  return () => {
    const held = hold();
    if (!held.ok || waiting.length === 0) return held;
    const done = followThese(store, waiting, clock);
    if (done.ok) waiting = [];
    return done;
  };
};

/** Told of what goes on in the background. */
export interface Heard {
  readonly onVisit?: (visited: Visited) => void;
  readonly onFile?: (name: string, refusals: readonly string[]) => void;
  readonly onTrouble: (line: string) => void;
}

/**
 * Follows feeds and watches the inbox of the settings until the signal aborts, then finishes what it began. While another
 * process is the writer it waits. For a bot that runs for months: `parts.onLanded` is where its search learns of what is
 * new. Never rejects for what a feed, a file or a disk can do.
 * @param fetcher the caller closes it
 * @param writer of the same store; the caller releases it
 */
export const followAll = async (
  parts: IntakeParts,
  fetcher: FetchingIntake['fetcher'],
  writer: Writer,
  signal: AbortSignal,
  heard: Heard,
): Promise<void> => {
  const { store, settings, reader } = parts;
  const intake = intakeOf(parts, fetcher);
  const { onTrouble, onVisit, onFile } = heard;
  const listed = await listIn(settings.feeds);
  if (!listed.ok) onTrouble(listed.error.message);
  const hold = holdWithList(writer, store, listed.ok ? listed.value : [], reader.clock);
  const feeds = follow(intake, { signal, hold, onTrouble, ...(onVisit === undefined ? {} : { onVisit }) });
  const inbox =
    settings.inbox === null
      ? null
      : watchInbox(intake, settings.inbox, {
          signal,
          hold,
          onTrouble,
          ...(onFile === undefined ? {} : { onFile }),
        });
  await Promise.all([feeds, inbox]);
};
