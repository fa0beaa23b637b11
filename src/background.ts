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
}

/** What takes articles in, with a fetcher that whoever asked for it closes. */
export const openIntake = (parts: IntakeParts): FetchingIntake & { readonly fetcher: Fetcher } => {
  const { store, reader, settings, version, onBug, onLanded } = parts;
  const { contact, guard } = settings;
  return {
    store,
    read: reader.extract,
    rules: reader.rules,
    clock: reader.clock,
    onBug,
    ...(onLanded === undefined ? {} : { onLanded }),
    fetcher: createFetcher({ version, contact, clock: systemClock(settings.zone), guard }),
  };
};

/** Follows the feeds of the list that the settings name. To be done while the lease is held. */
export const followList = async (
  store: Pick<Store, 'feeds'>,
  file: string | null,
  clock: Pick<Clock, 'now'>,
): Promise<Result<number>> => {
  if (file === null) return ok(0);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return fail('input', WORDS.noFeedFile(file));
  const listed = readFeedList(text);
  if (!listed.ok) return fail('input', `${file}: ${listed.error.message}`);
  return followListed(store.feeds, listed.value, 'SITREP_FEEDS', clock.now().toISOString());
};

/** Told of what goes on in the background. */
export interface Heard {
  readonly onVisit?: (visited: Visited) => void;
  readonly onFile?: (name: string, refusals: readonly string[]) => void;
  readonly onTrouble: (line: string) => void;
}

/**
 * Follows feeds and watches the inbox of the settings until the signal aborts, then finishes what it began. For a bot
 * that runs for months: `parts.onLanded` is where its search learns of what is new. Never rejects for what a feed, a file
 * or a disk can do.
 * @param writer of the same store; the caller releases it
 */
export const followAll = async (
  parts: IntakeParts,
  writer: Writer,
  signal: AbortSignal,
  heard: Heard,
): Promise<void> => {
  const { store, settings, reader } = parts;
  const intake = openIntake(parts);
  const { hold } = writer;
  const { onTrouble, onVisit, onFile } = heard;
  const held = hold();
  const listed = held.ok ? await followList(store, settings.feeds, reader.clock) : held;
  if (!listed.ok) onTrouble(listed.error.message);
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
  await intake.fetcher.close();
};
