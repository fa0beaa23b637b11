import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { standingClock } from '../../src/core/clock.ts';
import type { Asker } from '../../src/core/command.ts';
import { type Desk, type DeskParts, openDesk } from '../../src/desk.ts';
import { openApp } from '../../src/open-app.ts';
import { createLog } from '../../src/platform/common/log.ts';
import { createMetrics } from '../../src/platform/common/metrics.ts';
import { readSettings, type Settings } from '../../src/shell/settings.ts';
import type { OpenApp } from '../../src/shell/shell.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const LONG = { timeout: 120_000 };

const INSTANT = '2025-03-01T00:00:00.000Z';

const settingsOf = (database: string): Settings => {
  const settings = readSettings({ SITREP_DB: database });
  if (!settings.ok) throw new Error(settings.error.join('\n'));
  return settings.value;
};

const partsOn = (database: string): DeskParts => ({
  settings: settingsOf(database),
  articles: [],
  onBug: error => {
    throw error;
  },
  onIndexing: () => ({ received: () => {}, lineDone: () => {}, end: () => {} }),
  log: createLog(
    'silent',
    line => line,
    () => {},
  ),
  metrics: createMetrics(),
});

/** What the bots stand on, with its thread. */
const openedOn = async (database: string): Promise<Desk> => {
  const opened = await openDesk(partsOn(database));
  if (!opened.ok) throw new Error(opened.error.message);
  const stop = new AbortController();
  const keeps = opened.value.keeps.map(({ run }) => run(stop.signal, () => {}));
  expect(keeps).toHaveLength(1);
  close = async () => {
    stop.abort();
    await Promise.all(keeps);
    await opened.value.close();
  };
  return opened.value;
};

const ADMIN: Asker = {
  name: 'discord:1',
  admin: true,
  at: {
    platform: 'discord',
    channel: '7',
    thread: null,
    announces: false,
    missing: async () => ['a made-up right'],
  },
};

interface Case {
  readonly question: string;
  readonly asker?: Asker;
  readonly previous?: string;
}

const QUESTIONS: readonly Case[] = [
  // What changes something is another answer the second time; what fetches needs a server.
  ...commands.flatMap(({ examples, changes }) =>
    examples
      .filter(each => changes?.(each.replace(/^\S+\s*/, '')) !== true && !each.includes('http'))
      .map(question => ({ question })),
  ),
  { question: '/casualties 2024' },
  { question: '/casualties' },
  { question: 'what happened in queta on 9 nov' },
  { question: 'how many soldiers were killed in 2024?' },
  { question: 'and in Balochistan?', previous: '/casualties 2024' },
  { question: '/why 1 of /casualties 2024' },
  { question: '/nosuchcommand' },
  { question: '' },
  { question: '  \u0007 ' },
  { question: 'x'.repeat(3_000) },
  { question: '/export 2024', asker: ADMIN },
  { question: '/status', asker: ADMIN },
  // The bot lacks a right there, which only the platform knows.
  { question: '/digest on', asker: ADMIN },
];

let desk: Desk;
let app: OpenApp;
let close = async (): Promise<void> => {};

beforeAll(async () => {
  const database = join(mkdtempSync(join(tmpdir(), 'sitrep-desk-')), 'both.db');
  desk = await openedOn(database);
  const settings = settingsOf(database);
  const opened = await openApp(settings, { articles: [], json: false, clock: null }, error => {
    throw error;
  });
  if (!opened.ok) throw new Error(opened.error.message);
  app = opened.value;
}, LONG.timeout);

afterAll(async () => {
  app.close();
  await close();
});

test.for(QUESTIONS)('the thread answers “$question” as it is answered without one', LONG, async each => {
  const { question, asker, previous = null } = each;
  const alone = await app.answer(question, standingClock('UTC', INSTANT), previous, asker);
  expect(await desk.ask({ question, instant: INSTANT, previous }, asker)).toEqual(alone);
});

test.for([
  '',
  'q',
  'Quet',
  'quetta 9 n',
  'zzzz',
])('the thread offers the same names for “%s”', async typed => {
  const option = commands.flatMap(({ options }) => options).find(({ kind }) => kind === 'where');
  if (option === undefined) throw new Error('no command takes a place');
  expect(await desk.complete(option, typed)).toEqual(app.completeOption(option, typed));
});

test('over a database in memory, which no other thread can see, everything runs here', LONG, async () => {
  const here = await openDesk(partsOn(':memory:'));
  if (!here.ok) throw new Error(here.error.message);
  expect(here.value.keeps).toEqual([]);
  const told = await here.value.ask({ question: '/casualties 2024', instant: INSTANT, previous: null });
  expect(told.citations.length).toBeGreaterThan(0);
  await here.value.close();
});

test('a database that cannot be opened is told of before any thread is started', LONG, async () => {
  const opened = await openDesk(partsOn(join(temporaryFolder(), 'missing', 'bot.db')));
  expect(opened.ok).toBe(false);
});
