import { randomInt } from 'node:crypto';
import { ask, commands } from '../commands/index.ts';
import { createBotsDigests, movingDigests } from './bots-digests.ts';
import { createBotsIntake } from './bots-intake.ts';
import type { Clock } from './core/clock.ts';
import { ok, type Result } from './core/result.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Courier } from './digest/ports.ts';
import { loadMenuWords } from './menu-words.ts';
import { afterFlush, type Flushed } from './platform/common/after-flush.ts';
import type { Asking } from './platform/common/asking.ts';
import { type Part, startHealth } from './platform/common/health.ts';
import { createLog, type Log, redactor } from './platform/common/log.ts';
import type { MenuWords } from './platform/common/menu-words.ts';
import { createMetrics, type Metrics } from './platform/common/metrics.ts';
import { type Supervised, supervise } from './platform/common/supervise.ts';
import type { Memory } from './platform/telegram/memory.ts';
import type { Settings } from './shell/settings.ts';
import type { RunBots } from './shell/shell.ts';
import { stopSignal } from './shell/stop-signal.ts';

/** What runs until the process is told to stop: a platform, or what takes articles in. */
type Bot = Pick<Supervised, 'name' | 'run'> & { readonly part: Part };
type Platform = Bot & { readonly courier: Courier };

interface BotParts {
  readonly asking: Asking;
  readonly menuWords: MenuWords;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly flushed: Flushed;
}

const askingOf = ({ ask: answer, complete, store, clock }: Desk): Asking => ({
  ask: answer,
  complete,
  keep: asked => {
    const kept = store.questions.keep(asked);
    return kept.ok ? kept.value : null;
  },
  kept: store.questions.kept,
  commands: [...commands, ask],
  now: clock.now,
});

/** Whose token is set. A platform is loaded only when it is used: its library takes its time. */
const botsOf = async (
  { discord, telegram }: Settings,
  memory: Memory,
  open: Desk['store']['discord'],
  parts: BotParts,
): Promise<readonly Platform[]> => [
  ...(discord === null
    ? []
    : [(await import('./platform/discord/bot.ts')).createDiscordBot({ ...discord, ...parts, open })]),
  ...(telegram === null
    ? []
    : [(await import('./platform/telegram/bot.ts')).createTelegramBot({ ...telegram, ...parts, memory })]),
];

/** Whatever nobody caught is told and survived: a malformed event throws inside the libraries, and the next one is read. */
const surviving = (log: Log, metrics: Metrics): (() => void) => {
  const survive = (error: unknown): void => {
    metrics.happened('process', 'unhandled');
    log.error({ err: error }, 'an error that nobody caught');
  };
  process.on('unhandledRejection', survive);
  process.on('uncaughtException', survive);
  return () => {
    process.off('unhandledRejection', survive);
    process.off('uncaughtException', survive);
  };
};

/**
 * Runs all parts until the signal aborts or one of them cannot go on; what they stand on ends after them, so that what was
 * asked is answered.
 */
const runAll = async (
  bots: readonly Bot[],
  keeps: readonly Bot[],
  { log, clock }: { readonly log: Log; readonly clock: Pick<Clock, 'now'> },
  signal: AbortSignal,
): Promise<Result<null>> => {
  const [failing, done] = [new AbortController(), new AbortController()];
  const chance = (): number => randomInt(1_000) / 1_000;
  const now = (): number => clock.now().getTime();
  const keeping = keeps.map(({ name, run }) => supervise({ name, run, log, now, chance }, done.signal));
  const ends = bots.map(async ({ name, run }) => {
    const end = await supervise({ name, run, log, now, chance }, AbortSignal.any([signal, failing.signal]));
    // One that cannot go on is not left out in silence.
    failing.abort();
    return end;
  });
  const all = await Promise.all(ends);
  done.abort();
  await Promise.all(keeping);
  return all.find(end => !end.ok) ?? ok(null);
};

/**
 * Runs the bots until the process is told to stop, or until one cannot go on.
 * @returns null when they were stopped; otherwise what to tell who runs them. Never rejects
 */
export const runBots: RunBots = async (
  settings,
  { articles },
  { stdout },
  { complain, onBug, onIndexing },
) => {
  const secrets = [settings.discord?.token, settings.telegram?.token, settings.telegram?.secret];
  const redact = redactor(secrets.filter(secret => typeof secret === 'string'));
  const log = createLog(settings.log, redact, line => stdout.write(line));
  const metrics = createMetrics();
  const opened = await openDesk({ settings, articles, onBug, onIndexing, log, metrics });
  if (!opened.ok) return opened.error.message;
  const desk = opened.value;
  desk.refusals.forEach(complain);
  const { store, clock } = desk;
  const asking = askingOf(desk);
  const memory = movingDigests(store.telegram, store);
  const flushed: Flushed = () =>
    store
      .flushed()
      .catch((error: unknown) => log.error({ err: error }, 'what was written may not be on the disk'));
  const menuWords = loadMenuWords();
  const platforms = await botsOf(settings, memory, store.discord, {
    asking,
    menuWords,
    log,
    metrics,
    flushed,
  });
  const couriers = platforms.map(({ courier }) => ({
    ...courier,
    deliver: afterFlush(flushed, courier.deliver),
  }));
  const bots: readonly Bot[] = [
    ...platforms,
    createBotsDigests({ ...desk, couriers, memory: store.telegram, log, metrics }),
    createBotsIntake(desk.taking, log, metrics),
  ];
  const told = stopSignal();
  const forget = surviving(log, metrics);
  try {
    const parts = [...bots, ...desk.keeps].map(({ part }) => part);
    const health = settings.port === null ? null : await startHealth(settings.port, parts, metrics);
    if (health !== null && !health.ok) return health.error.message;
    if (health !== null) log.info({ port: health.value.port }, 'health and metrics are served');
    const ended = await runAll(bots, desk.keeps, { log, clock }, told.signal);
    if (health !== null) await health.value.close();
    log.info({}, 'stopped');
    return ended.ok ? null : redact(ended.error.message);
  } finally {
    await desk.close();
    told.forget();
    forget();
  }
};
