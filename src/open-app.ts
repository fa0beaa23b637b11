import { fileURLToPath } from 'node:url';
import { ask, commands } from '../commands/index.ts';
import { composeBriefing } from './answer/briefing.ts';
import { createDigestComposer } from './answer/digest/composer.ts';
import { createApp } from './bot/app.ts';
import { createCompleter, optionCompleter } from './bot/complete.ts';
import { type Instant, standingClock, systemClock } from './core/clock.ts';
import { ok } from './core/result.ts';
import { indexAll, readingsBy, takeIn } from './corpus.ts';
import { planAlerts } from './digest/alerts.ts';
import { createDigestAdmin } from './digest-admin.ts';
import { readFolders } from './ingest/folder.ts';
import { intakeServices } from './intake-services.ts';
import { loadMerges } from './knowledge/merges.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { corpusNames } from './names.ts';
import type { Services } from './query/services.ts';
import { freeze } from './render/freeze.ts';
import { rulesVersion } from './rules-version.ts';
import { createNameIndex } from './search/names.ts';
import { createSearch } from './search/search.ts';
import type { OpenAppWith } from './shell/shell.ts';
import { WORDS } from './shell/words.ts';
import { openStore } from './store/sqlite.ts';
import { createSynonyms } from './synonyms.ts';
import { readMasthead } from './text/masthead.ts';
import { namesWhenAsked, searchWhenAsked } from './when-asked.ts';
import { createWriter } from './writer.ts';

const BUNDLED = fileURLToPath(new URL('../data/articles', import.meta.url));

/** Builds everything the answers stand on, in the order in which data flows. */
export const openApp: OpenAppWith = async (settings, { articles }, onBug) => {
  const corpus = await readFolders([BUNDLED, ...settings.articles, ...articles], readMasthead);
  if (!corpus.ok) return corpus;
  const opened = openStore(settings.database ?? ':memory:');
  if (!opened.ok) return opened;
  const store = opened.value;
  const knowledge = { ...loadKnowledge(), merges: loadMerges() };
  const clock = systemClock(settings.zone);
  const reader = { extract: readingsBy(knowledge), rules: rulesVersion(), clock };
  const taken = takeIn(corpus.value.articles, reader, store, (error, { id }) => onBug(error, id));
  const search = searchWhenAsked(createSearch({ synonyms: createSynonyms(knowledge) }), index =>
    indexAll(store, index),
  );
  const names = namesWhenAsked(() => createNameIndex(corpusNames(knowledge, store)));
  const { gazetteer, actors, bodies, lexicon, merges } = knowledge;
  const intake = intakeServices(reader.rules, { store, settings, read: reader.extract, clock });
  const sends = settings.discord !== null || settings.telegram !== null;
  const digests = createDigestAdmin({ store, settings, clock, freeze: sends ? freeze : null });
  const base = {
    store,
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
    clock,
    onError: onBug,
  });
  return ok({
    ...app,
    refusals: taken.ok
      ? corpus.value.refusals
      : [...corpus.value.refusals, WORDS.notTakenIn(taken.error.message)],
    complete: createCompleter(commands, names),
    completeOption: optionCompleter(names),
    commands: [...commands, ask],
    questions: store.questions,
    telegram: store.telegram,
    digests: {
      store,
      clock,
      freeze,
      compose: createDigestComposer({ ...base, clock }),
      alerts: () => planAlerts({ store, services: at, freeze, now: clock.now }),
      hold: createWriter(store, clock).hold,
    },
    close: store.close,
  });
};
