import { fileURLToPath } from 'node:url';
import { ask, commands } from '../commands/index.ts';
import { composeBriefing } from './answer/briefing.ts';
import { createApp } from './bot/app.ts';
import { createCompleter, optionCompleter } from './bot/complete.ts';
import { systemClock } from './core/clock.ts';
import { ok } from './core/result.ts';
import { indexMissing, readingsBy, shelfOf, takeIn } from './corpus.ts';
import { readFolders } from './ingest/folder.ts';
import { intakeServices } from './intake-services.ts';
import { loadMerges } from './knowledge/merges.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { corpusNames } from './names.ts';
import { rulesVersion } from './rules-version.ts';
import { createNameIndex } from './search/names.ts';
import { createSearch } from './search/search.ts';
import type { OpenAppWith } from './shell/shell.ts';
import { WORDS } from './shell/words.ts';
import { openStore } from './store/sqlite.ts';
import { createSynonyms } from './synonyms.ts';
import { readMasthead } from './text/masthead.ts';
import { namesWhenAsked } from './when-asked.ts';

const BUNDLED = fileURLToPath(new URL('../data/articles', import.meta.url));

/** Builds everything the answers stand on, in the order in which data flows. */
export const openApp: OpenAppWith = async (settings, { articles }, onBug, onIndexing) => {
  const corpus = await readFolders([BUNDLED, ...settings.articles, ...articles], readMasthead);
  if (!corpus.ok) return corpus;
  const opened = openStore(settings.database ?? ':memory:');
  if (!opened.ok) return opened;
  const store = opened.value;
  const knowledge = { ...loadKnowledge(), merges: loadMerges() };
  const clock = systemClock(settings.zone);
  const synonyms = createSynonyms(knowledge);
  const reader = { extract: readingsBy(knowledge, synonyms), rules: rulesVersion(), clock };
  const taken = takeIn(corpus.value.articles, reader, store, (error, { id }) => onBug(error, id));
  const indexed = indexMissing(store, reader, synonyms, onIndexing);
  const search = createSearch({ index: store, shelf: shelfOf(store), synonyms });
  const names = namesWhenAsked(() => createNameIndex(corpusNames(knowledge, store)));
  const { gazetteer, actors, bodies, lexicon, merges } = knowledge;
  const intake = intakeServices(reader.rules, { store, settings, read: reader.extract, clock });
  const app = createApp({
    base: { store, search, names, gazetteer, actors, bodies, lexicon, merges, trends: store.trends, intake },
    commands,
    fallback: ask,
    briefing: composeBriefing,
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
    complete: createCompleter(commands, names),
    completeOption: optionCompleter(names),
    commands: [...commands, ask],
    questions: store.questions,
    telegram: store.telegram,
    close: store.close,
  });
};
