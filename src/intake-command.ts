import { followAll, followList, type IntakeParts, openFetcher, openIntake } from './background.ts';
import { ok, type Result } from './core/result.ts';
import { fetchDue } from './intake/follow.ts';
import { importPaths } from './intake/import.ts';
import type { Upkeep } from './shell/cli.ts';
import type { Reporting } from './shell/extract-command.ts';
import { fetchedLine, INTAKE_WORDS, importedLine } from './shell/intake-lines.ts';
import { type Progress, progressOn } from './shell/progress.ts';
import { stopSignal } from './shell/stop-signal.ts';
import type { Surroundings } from './shell/surroundings.ts';
import { WORDS } from './shell/words.ts';
import { createWriter, type Writer } from './writer.ts';

export type IntakeVerb = Extract<Upkeep, { kind: 'import' | 'fetch' | 'follow' }>;

interface Told {
  readonly around: Surroundings;
  readonly complain: Reporting['complain'];
  readonly signal: AbortSignal;
}

const importAll = async (
  parts: IntakeParts,
  { hold }: Writer,
  names: readonly string[],
  { around, complain, signal }: Told,
): Promise<Result<boolean>> => {
  let progress: Progress | null = null;
  const aside = (say: () => void): void => {
    progress?.clear();
    say();
  };
  const intake = openIntake({
    ...parts,
    onBug: (error, where) => aside(() => parts.onBug(error, where)),
  });
  try {
    const done = await importPaths(intake, names, {
      watched: total => {
        progress = progressOn(around.stderr, parts.settings.capable, { total, unit: WORDS.articles });
        return progress;
      },
      renew: hold,
      signal,
    });
    aside(() => {});
    if (!done.ok) return done;
    const { refusals, more, tally, stopped } = done.value;
    refusals.forEach(complain);
    if (more > 0) complain(INTAKE_WORDS.moreRefusals(more));
    complain(importedLine(done.value));
    if (stopped) complain(INTAKE_WORDS.stopped);
    return ok(refusals.length === 0 && tally.failed === 0 && !stopped);
  } finally {
    await intake.fetcher.close();
  }
};

const fetchAll = async (
  parts: IntakeParts,
  { hold }: Writer,
  { complain, signal }: Told,
): Promise<Result<boolean>> => {
  const { store, settings, reader } = parts;
  const listed = await followList(store, settings.feeds, reader.clock);
  if (!listed.ok) return listed;
  const intake = openIntake(parts);
  let whole = true;
  try {
    const visits = await fetchDue(intake, {
      signal,
      hold,
      onVisit: visited => {
        whole &&= visited.failure === null && !visited.stopped;
        complain(fetchedLine(visited));
      },
      onTrouble: line => {
        whole = false;
        complain(line);
      },
    });
    if (visits === 0) complain(INTAKE_WORDS.nothingDue(store.feeds.list().length));
    return ok(whole);
  } finally {
    await intake.fetcher.close();
  }
};

/** Import, fetch and follow, as the one writer of the database. A first Ctrl-C lets them finish what they began. */
export const runIntake = async (
  verb: IntakeVerb,
  parts: IntakeParts,
  told: Omit<Told, 'signal'>,
): Promise<Result<boolean>> => {
  const writer = createWriter(parts.store, parts.reader.clock);
  const held = writer.hold();
  if (!held.ok) return held;
  const { signal, forget } = stopSignal();
  const all = { ...told, signal };
  try {
    if (verb.kind === 'import') return await importAll(parts, writer, verb.names, all);
    if (verb.kind === 'fetch') return await fetchAll(parts, writer, all);
    told.complain(INTAKE_WORDS.following(parts.store.feeds.list().length, parts.settings.inbox));
    const fetcher = openFetcher(parts);
    try {
      await followAll(parts, fetcher, writer, signal, {
        onVisit: visited => told.complain(fetchedLine(visited)),
        onFile: (name, refusals) => told.complain(INTAKE_WORDS.file(name, refusals)),
        onTrouble: told.complain,
      });
    } finally {
      await fetcher.close();
    }
    return ok(true);
  } finally {
    forget();
    writer.release();
  }
};
