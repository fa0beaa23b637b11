import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ok } from '../core/result.ts';
import { type IndexEntry, parseIndex } from '../ingest/corpus-index.ts';
import type { Saved } from '../store/ports/saved.ts';
import { addUp, createBatch, type Tally } from './batch.ts';
import { followListed } from './feed-list.ts';
import { takeFile, type Watched } from './files.ts';
import { isOldNews } from './history.ts';
import type { FetchingIntake } from './intake.ts';
import { takePage } from './page.ts';
import { WORDS } from './words.ts';

/** Refusals of which the line is kept; of more there is the number. */
const MOST_LINES = 1_000;

export interface Imported {
  /** Articles by what became of them, pages that were fetched included. */
  readonly tally: Readonly<Tally>;
  /** One line for each file, line or page that was not taken, with its name and what to do. */
  readonly refusals: readonly string[];
  /** Refusals beyond those that are told. */
  readonly more: number;
  /** Feeds that were listed and are followed from now on. */
  readonly feeds: number;
  readonly stopped: boolean;
}

export interface ImportOptions {
  readonly watched: (total: number | null) => Watched;
  /** Renews the right to write. */
  readonly renew: () => Saved<unknown>;
  readonly signal?: AbortSignal;
}

interface Source {
  readonly path: string;
  readonly bytes: number;
}

const INDEX = 'index.json';

const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All files below a path, by name; what begins with a dot is left out, and so is what is known beside the texts. */
async function* filesBelow(path: string): AsyncGenerator<Source> {
  const facts = await stat(path);
  if (!facts.isDirectory()) {
    yield { path, bytes: facts.size };
    return;
  }
  const names = (await readdir(path)).filter(name => !name.startsWith('.') && name !== INDEX);
  for (const name of names.sort(byName)) yield* filesBelow(join(path, name));
}

type Index = ReadonlyMap<string, IndexEntry>;

/** What is known beside the texts of a folder; the index of the last folder is kept. */
const indexReader = (refuse: (name: string, why: string) => void) => {
  let last: { readonly folder: string; readonly index: Index } | null = null;
  return async (path: string): Promise<IndexEntry | undefined> => {
    const folder = dirname(path);
    if (last?.folder !== folder) {
      const file = join(folder, INDEX);
      const text = await readFile(file, 'utf8').catch(() => null);
      const index = text === null ? null : parseIndex(text);
      if (index?.ok === false) refuse(file, index.error.message);
      last = { folder, index: index?.ok === true ? index.value : new Map() };
    }
    return last.index.get(basename(path));
  };
};

const refusalLines = () => {
  const lines: string[] = [];
  let more = 0;
  return {
    add: (name: string, why: string): void => {
      if (lines.length < MOST_LINES) lines.push(`${name}: ${why}`);
      else more += 1;
    },
    lines,
    more: (): number => more,
  };
};

const filesOf = async (
  paths: readonly string[],
  refuse: (name: string, why: string) => void,
): Promise<readonly Source[]> => {
  const files: Source[] = [];
  for (const path of paths) {
    try {
      for await (const file of filesBelow(path)) files.push(file);
    } catch (error) {
      refuse(path, WORDS.notReadable(error instanceof Error && 'code' in error ? String(error.code) : ''));
    }
  }
  return files;
};

/**
 * Takes in files, folders with all below them, and pages. What cannot be read is named, and the rest goes in.
 * @returns what became of it; or why no more could be kept, what was kept by then staying
 */
export const importPaths = async (
  intake: FetchingIntake,
  names: readonly string[],
  { watched: watch, renew, signal }: ImportOptions,
): Promise<Saved<Imported>> => {
  const at = intake.clock.now().toISOString();
  const refusals = refusalLines();
  const files = await filesOf(
    names.filter(name => !isAddress(name)),
    refusals.add,
  );
  const addresses = names.filter(isAddress);
  const total = addresses.length > 0 ? null : files.reduce((sum, { bytes }) => sum + bytes, 0);
  const watched = watch(total);
  // What nobody dated and somebody kept in a file is no news of today.
  const batch = createBatch(intake, renew, ({ published }) => published === null || isOldNews(published, at));
  const entryOf = indexReader(refusals.add);
  let feeds = 0;
  for (const { path } of files) {
    if (signal?.aborted === true) break;
    const entry = await entryOf(path);
    const taken = await takeFile(path, {
      batch,
      watched,
      ...(entry === undefined ? {} : { entry }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!taken.ok) return taken;
    for (const why of taken.value.refusals) refusals.add(path, why);
    const followed = followListed(intake.store.feeds, taken.value.feeds, WORDS.byImport, at);
    if (!followed.ok) return followed;
    feeds += followed.value;
  }
  const flushed = batch.flush();
  if (!flushed.ok) return flushed;
  let tally: Tally = { ...batch.tally };
  for (const url of addresses) {
    if (signal?.aborted === true) break;
    const page = await takePage(intake, url, signal === undefined ? {} : { signal });
    if (!page.ok) return page;
    if (page.value === 'stopped') break;
    const { kind, reason, article } = page.value;
    tally = addUp(tally, { [kind]: 1 });
    if (article === null) refusals.add(url, reason ?? kind);
    watched.lineDone();
    const renewed = renew();
    if (!renewed.ok) return renewed;
  }
  return ok({
    tally,
    refusals: refusals.lines,
    more: refusals.more(),
    feeds,
    stopped: signal?.aborted === true,
  });
};
