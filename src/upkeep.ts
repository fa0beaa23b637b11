import { existsSync } from 'node:fs';
import { systemClock } from './core/clock.ts';
import { fail, ok, type Result } from './core/result.ts';
import { indexMissing, readingsBy } from './corpus.ts';
import type { IntakeVerb } from './intake-command.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { END_OF_TIME } from './names.ts';
import { spareNextStart } from './open-ledgers.ts';
import { rulesVersion } from './rules-version.ts';
import type { Upkeep } from './shell/cli.ts';
import { exportAll } from './shell/export-command.ts';
import { progressOn } from './shell/progress.ts';
import { indexingOn, type RunUpkeep } from './shell/shell.ts';
import { WORDS } from './shell/words.ts';
import { write } from './shell/write.ts';
import type { Store } from './store/ports.ts';
import { openStore } from './store/sqlite.ts';
import { createSynonyms } from './synonyms.ts';
import { leaseCheck } from './writer.ts';

type Told = Parameters<RunUpkeep>;

const backUp = async (
  store: Store,
  file: string,
  complain: (line: string) => void,
): Promise<Result<boolean>> => {
  const done = await store.backup(file);
  if (!done.ok) return done;
  complain(WORDS.backedUp(file));
  return ok(true);
};

const readAgain = async (
  store: Store,
  [, settings, around, { complain, onBug }]: Told,
): Promise<Result<boolean>> => {
  const { reindex } = await import('./reindex-command.ts');
  const rules = rulesVersion();
  const total = store.staleCount(rules);
  const progress = progressOn(around.stderr, settings.capable, { total, unit: WORDS.articles });
  const knowledge = loadKnowledge();
  const clock = systemClock(settings.zone);
  const done = reindex(store, { extract: readingsBy(knowledge), rules, clock }, progress, onBug);
  if (total > 0) progress.end();
  if (!done.ok) return done;
  spareNextStart(store, knowledge.bodies, clock);
  complain(WORDS.reindexed(done.value.articles, done.value.failed));
  return ok(done.value.failed === 0);
};

/** Loads what reads pages and feeds and speaks to the network only here: no other start waits for it. */
const takeIn = async (
  verb: IntakeVerb,
  store: Store,
  [, settings, around, { complain, onBug }]: Told,
): Promise<Result<boolean>> => {
  const { runIntake } = await import('./intake-command.ts');
  const clock = systemClock(settings.zone);
  const knowledge = loadKnowledge();
  const synonyms = createSynonyms(knowledge);
  const indexed = indexMissing(store, { clock }, synonyms, indexingOn(around, settings));
  if (!indexed.ok) return indexed;
  const reader = { extract: readingsBy(knowledge, synonyms), rules: rulesVersion(), clock };
  const { version } = around;
  const done = await runIntake(verb, { store, reader, settings, version, onBug }, { around, complain });
  spareNextStart(store, knowledge.bodies, clock);
  return done;
};

const isIntake = (upkeep: Upkeep): upkeep is IntakeVerb =>
  upkeep.kind === 'import' || upkeep.kind === 'fetch' || upkeep.kind === 'follow';

/** Backup, export, reindex, import, fetch and follow, on the database of the settings. */
export const runUpkeep: RunUpkeep = async (...told) => {
  const [upkeep, settings, around, { complain }] = told;
  if (settings.database === null) return fail('input', WORDS.needsDatabase(upkeep.kind));
  // A slip in the name would make a new one, and there would be nothing in it.
  if (!isIntake(upkeep) && !existsSync(settings.database))
    return fail('input', WORDS.noDatabase(settings.database));
  const opened = openStore(settings.database, leaseCheck(systemClock(settings.zone)));
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    if (upkeep.kind === 'backup') return await backUp(store, upkeep.file, complain);
    if (upkeep.kind === 'reindex') return await readAgain(store, told);
    if (isIntake(upkeep)) return await takeIn(upkeep, store, told);
    const { clock, format } = upkeep;
    if (format === 'opml') {
      const { opmlOf } = await import('./feeds-opml.ts');
      await write(around.stdout, `${opmlOf(store)}\n`);
      return ok(true);
    }
    const asOf = clock === null ? END_OF_TIME : { day: clock.today(), instant: clock.now().toISOString() };
    await exportAll(format, store.eachReading(asOf), loadKnowledge(), around.stdout);
    return ok(true);
  } finally {
    store.close();
  }
};
