import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok } from '../core/result.ts';
import type { Saved } from '../store/ports/saved.ts';
import { createBatch } from './batch.ts';
import { followListed } from './feed-list.ts';
import { takeFile } from './files.ts';
import type { Pause } from './follow.ts';
import { isOldNews } from './history.ts';
import type { Intake } from './intake.ts';
import { WORDS } from './words.ts';

export interface InboxOptions {
  readonly signal: AbortSignal;
  /** Takes the right to write, or renews it. */
  readonly hold: () => Saved<unknown>;
  readonly onFile?: (name: string, refusals: readonly string[]) => void;
  readonly onTrouble: (line: string) => void;
  /** Stands in for waiting. */
  readonly pause?: Pause;
}

const [TAKEN, REFUSED] = ['taken', 'refused'];

/** Milliseconds between two looks; a file that has not grown between them is whole. */
const ROUND = 2_000;

/** An empty file may be one that somebody is about to write: it is refused when it is so old, in milliseconds. */
const EMPTY_FOR = 60_000;

/** What programs write until a file is whole, and what systems put beside files. */
const UNFINISHED = /^[.~]|[~]$|\.(?:part|partial|tmp|temp|crdownload|download|swp)$/i;

interface Seen {
  readonly size: number;
  readonly changed: number;
}

const systemPause: Pause = (milliseconds, signal) => sleep(milliseconds, undefined, { signal });

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const exists = async (path: string): Promise<boolean> =>
  await stat(path).then(
    () => true,
    () => false,
  );

/** A name that is free in a folder: its own, or with a digest of its content. */
const freeName = async (folder: string, name: string, path: string): Promise<string> => {
  if (!(await exists(join(folder, name)))) return name;
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
    .slice(0, 8);
  const ending = extname(name);
  return `${name.slice(0, name.length - ending.length)}-${digest}${ending}`;
};

/** Puts a file away, with why it, or some of it, was refused beside it. The reason first: it is never missing. */
const putAway = async (
  inbox: string,
  name: string,
  to: string,
  reasons: readonly string[],
): Promise<void> => {
  const folder = join(inbox, to);
  await mkdir(folder, { recursive: true });
  const path = join(inbox, name);
  const free = await freeName(folder, name, path);
  if (reasons.length > 0) await writeFile(join(folder, `${free}.reason.txt`), `${reasons.join('\n')}\n`);
  await rename(path, join(folder, free));
};

/** Takes one file in and puts it away. Killed in between, it is taken again: what is there already changes nothing. */
const takeDropped = async (
  intake: Intake,
  inbox: string,
  name: string,
  { hold, onFile, signal }: InboxOptions,
): Promise<Saved<null>> => {
  const at = intake.clock.now().toISOString();
  const batch = createBatch(intake, hold, ({ published }) => isOldNews(published, at));
  const watched = { received: () => {}, lineDone: () => {} };
  const taken = await takeFile(join(inbox, name), { batch, watched, signal });
  if (!taken.ok) return taken;
  const flushed = batch.flush();
  if (!flushed.ok) return flushed;
  // Stopped half-way through a long list: it stays, and the rest is taken at the next start.
  if (signal.aborted) return ok(null);
  const followed = followListed(intake.store.feeds, taken.value.feeds, WORDS.byInbox, at);
  if (!followed.ok) return followed;
  const { refused, refusals } = taken.value;
  const all = batch.tally.failed > 0 ? [...refusals, WORDS.ours] : refusals;
  await putAway(inbox, name, refused ? REFUSED : TAKEN, all);
  onFile?.(name, all);
  return ok(null);
};

/** Files of the inbox that lie in it as they lay at the last look, by name. */
const wholeFiles = async (
  inbox: string,
  last: Map<string, Seen>,
  now: number,
): Promise<readonly string[]> => {
  const whole: string[] = [];
  const entries = await readdir(inbox, { withFileTypes: true });
  const seen = new Map<string, Seen>();
  for (const entry of entries) {
    if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
    const facts = await stat(join(inbox, entry.name)).catch(() => null);
    if (facts === null) continue;
    const { size, mtimeMs: changed } = facts;
    seen.set(entry.name, { size, changed });
    const before = last.get(entry.name);
    const isStill = before !== undefined && before.size === size && before.changed === changed;
    if (isStill && (size > 0 || now - changed > EMPTY_FOR)) whole.push(entry.name);
  }
  last.clear();
  for (const [name, facts] of seen) last.set(name, facts);
  return whole.sort(byName);
};

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/**
 * Takes in the files that are put into a folder, once they have stopped growing, until the signal aborts. What was taken
 * moves to `taken/`, what was refused to `refused/`, with a `.reason.txt` beside it. Never rejects for what a file or a disk
 * can do: a file that could not be kept stays, and is tried again.
 */
export const watchInbox = async (intake: Intake, inbox: string, options: InboxOptions): Promise<void> => {
  const { signal, hold, pause = systemPause } = options;
  const last = new Map<string, Seen>();
  let told: string | null = null;
  const onTrouble = (line: string): void => {
    if (line !== told) options.onTrouble(line);
    told = line;
  };
  while (!signal.aborted) {
    try {
      for (const name of await wholeFiles(inbox, last, intake.clock.now().getTime())) {
        if (signal.aborted) break;
        const held = hold();
        const taken = held.ok ? await takeDropped(intake, inbox, name, options) : held;
        if (taken.ok) continue;
        onTrouble(taken.error.message);
        break;
      }
    } catch (error) {
      onTrouble(WORDS.inboxBroken(inbox, reasonOf(error)));
    }
    try {
      await pause(ROUND, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
};
