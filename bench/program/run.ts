/**
 * Measures the program over one archive, in a process of its own, and writes one line of JSON. The archive is changed.
 *   node bench/program/run.ts FILE ARTICLES
 */
import type { Answer } from '../../src/core/answer.ts';
import { createPlanner } from '../../src/digest/planner.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { openApp } from '../../src/open-app.ts';
import { freeze } from '../../src/render/freeze.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { readSettings } from '../../src/shell/settings.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { benchReader } from '../archive.ts';
import { corpusNames, madeUpArticles } from '../corpus.ts';
import { LANDED, measureLandings } from './landings.ts';
import type { Measured } from './measured.ts';
import { questionsFor, typedNames } from './questions.ts';
import { spent } from './spent.ts';

const OF_EACH = 200;
const TYPED = 200;
const AGAIN = 100;
const CHANNELS = 10_000;
/** Digests are asked for different provinces. */
const FILTERS = 20;

const [file = '', articles = '0'] = process.argv.slice(2);
const rows: { what: string; times: number[] }[] = [];

const row = (what: string): { what: string; times: number[] } => {
  const fresh = { what, times: [] };
  rows.push(fresh);
  return fresh;
};

const fail = (error: unknown): never => {
  throw error;
};

const settings = readSettings({ SITREP_DB: file });
if (!settings.ok) throw new Error(settings.error.join('\n'));
const opened = await openApp(settings.value, { json: false, articles: [], clock: null }, fail);
if (!opened.ok) throw new Error(opened.error.message);
const app = opened.value;
const knowledge = loadKnowledge();
const names = corpusNames(knowledge);

row('first answer of the process').times.push(await spent(() => app.answer('/casualties 2024', null)));
await app.answer('what happened in queta on 9 nov', null);

const answers: Answer[] = [];
for (const [what, questions] of questionsFor(OF_EACH, names)) {
  const { times } = row(what);
  for (const question of questions) {
    times.push(
      await spent(async () => {
        answers.push(await app.answer(question, null));
      }),
    );
  }
}

for (const question of ['/casualties 2024', '/incident Quetta']) {
  const { times } = row(`${question}, again and again`);
  for (let n = 0; n < AGAIN; n++) times.push(await spent(() => app.answer(question, null)));
}

const place = app.commands.flatMap(({ options }) => options).find(({ kind }) => kind === 'where');
if (place === undefined) throw new Error('no command takes a place');
const { times: completions } = row('names offered while one types');
for (const typed of typedNames(TYPED, names))
  completions.push(await spent(() => app.completeOption(place, typed)));

for (const [platform, draw] of [
  ['Discord', (answer: Answer) => freeze('discord', answer, { crosspost: false })],
  ['Telegram', (answer: Answer) => freeze('telegram', answer, { crosspost: false })],
  ['a terminal', (answer: Answer) => renderTerminal(answer, { width: 80, colour: false, links: false })],
] as const) {
  const { times } = row(`an answer drawn for ${platform}`);
  for (const answer of answers) times.push(await spent(() => draw(answer)));
}

const store = openStore(file);
if (!store.ok) throw new Error(store.error.message);
const reader = benchReader(knowledge);
const after: number[] = [];
const landed = await measureLandings(
  store.value,
  reader,
  madeUpArticles(Number(articles) + LANDED, names).drop(Number(articles)),
  async () => void after.push(await spent(() => app.answer('/casualties 2024', null))),
);
for (const { what, times } of landed.rows) row(what).times.push(...times);
row('/casualties after an article came in').times.push(...after);

const peak = process.resourceUsage().maxRSS * 1024;

const { digests } = app;
const held = digests.hold();
if (!held.ok) throw new Error('the archive is written by another process');
const provinces = [...new Set(names.towns.map(({ admin1 }) => admin1))].length;
const places = knowledge.gazetteer;
const admin1 = [...places.all()]
  .filter(({ kind }) => kind === 'admin1')
  .slice(0, Math.min(FILTERS, provinces));
const now = new Date();
for (let n = 0; n < CHANNELS; n++) {
  const filter = admin1[n % FILTERS];
  digests.store.subscriptions.put({
    platform: 'discord',
    channel: String(n),
    thread: null,
    time: '08:00',
    zone: 'UTC',
    filters: {
      places: filter === undefined ? [] : [filter.id],
      groups: [],
      minToll: null,
      quiet: 'say',
      crosspost: false,
    },
    nextDue: now.toISOString(),
    addedBy: 'a measure',
  });
}
const planner = createPlanner({
  ...digests,
  now: () => now,
  pause: async () => {},
  onTrouble: line => fail(new Error(line)),
  onBug: fail,
});
row(`digests of ${CHANNELS.toLocaleString('en')} channels planned`).times.push(
  await spent(() => planner.round(new AbortController().signal)),
);
store.value.close();
app.close();

const result: Measured = {
  rows,
  peak: { answering: peak, planning: process.resourceUsage().maxRSS * 1024 },
  longestLanding: Math.max(landed.longest.first, landed.longest.others),
};
console.log(JSON.stringify(result));
