import { fileURLToPath } from 'node:url';
import { ask, commands } from '../commands/index.ts';
import packageFacts from '../package.json' with { type: 'json' };
import { planAlerts } from './alerts.ts';
import { composeBriefing } from './answer/briefing.ts';
import { createDigestComposer } from './answer/digest/composer.ts';
import { createApp } from './bot/app.ts';
import { createCompleter, optionCompleter } from './bot/complete.ts';
import { type Instant, standingClock, systemClock } from './core/clock.ts';
import { ok } from './core/result.ts';
import { indexMissing, readingsBy, shelfOf, takeIn } from './corpus.ts';
import { createDigestAdmin } from './digest-admin.ts';
import { readFolders } from './ingest/folder.ts';
import { intakeServices } from './intake-services.ts';
import { loadMerges } from './knowledge/merges.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { followNames, followTitles } from './names.ts';
import { openLedgers } from './open-ledgers.ts';
import type { Services } from './query/services.ts';
import { freeze } from './render/freeze.ts';
import { rulesVersion } from './rules-version.ts';
import { createSearch } from './search/search.ts';
import { createSharedFetcher } from './shared-fetcher.ts';
import type { OpenAppWith } from './shell/shell.ts';
import { WORDS } from './shell/words.ts';
import { openStore } from './store/sqlite.ts';
import { createSynonyms } from './synonyms.ts';
import { createTaking } from './taking-in.ts';
import { readMasthead } from './text/masthead.ts';
import { namesWhenAsked } from './when-asked.ts';
import { createWriter, leaseCheck, shareWriter } from './writer.ts';

const BUNDLED = fileURLToPath(new URL('../data/articles', import.meta.url));

/** Builds everything the answers stand on, in the order in which data flows. */
export const openApp: OpenAppWith = async (settings, { articles }, onBug, onIndexing) => {
  const corpus = await readFolders([BUNDLED, ...settings.articles, ...articles], readMasthead);
  if (!corpus.ok) return corpus;
  const clock = systemClock(settings.zone);
  const opened = openStore(settings.database ?? ':memory:', leaseCheck(clock));
  if (!opened.ok) return opened;
  const store = opened.value;
  const knowledge = { ...loadKnowledge(), merges: loadMerges() };
  const synonyms = createSynonyms(knowledge);
  const reader = { extract: readingsBy(knowledge, synonyms), rules: rulesVersion(), clock };
  const taken = await takeIn(corpus.value.articles, reader, store, (error, { id }) => onBug(error, id));
  const indexed = indexMissing(store, reader, synonyms, onIndexing);
  const search = createSearch({ index: store, shelf: shelfOf(store), synonyms });
  const names = namesWhenAsked({ names: followNames(knowledge, store), titles: followTitles(store) });
  const { gazetteer, actors, bodies, lexicon, merges } = knowledge;
  const { version } = packageFacts;
  /** What lands in another language is not read for facts, and comes without its terms. */
  const onLanded = (): void => void indexMissing(store, reader, synonyms);
  const fetching = createSharedFetcher(async () =>
    (await import('./background.ts')).openFetcher({ settings, version }),
  );
  const writerOfPart = shareWriter(createWriter(store, clock));
  const taking = createTaking({ store, reader, settings, version, onLanded }, fetching, writerOfPart());
  const parts = { store, settings, read: reader.extract, clock, fetching };
  const intake = intakeServices(reader.rules, parts, taking.state);
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
      ...writerOfPart(),
    },
    close: store.close,
  });
};
