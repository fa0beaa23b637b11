import { randomInt } from 'node:crypto';
import { createBotsDigests, movingDigests } from './bots-digests.ts';
import { createBotsIntake } from './bots-intake.ts';
import { standingClock, systemClock } from './core/clock.ts';
import type { Courier } from './digest/ports.ts';
import { loadMenuWords } from './menu-words.ts';
import type { Asking } from './platform/common/asking.ts';
import { type Part, startHealth } from './platform/common/health.ts';
import { createLog, type Log, redactor } from './platform/common/log.ts';
import type { MenuWords } from './platform/common/menu-words.ts';
import { createMetrics, type Metrics } from './platform/common/metrics.ts';
import { type Supervised, supervise } from './platform/common/supervise.ts';
import type { Memory } from './platform/telegram/memory.ts';
import type { Settings } from './shell/settings.ts';
import type { OpenApp } from './shell/shell.ts';
import { stopSignal } from './shell/stop-signal.ts';
import type { Surroundings } from './shell/surroundings.ts';

/** What runs until the process is told to stop: a platform, or what takes articles in. */
type Bot = Pick<Supervised, 'name' | 'run'> & { readonly part: Part };
type Platform = Bot & { readonly courier: Courier };

interface BotParts {
  readonly asking: Asking;
  readonly menuWords: MenuWords;
  readonly log: Log;
  readonly metrics: Metrics;
}

const askingOf = (app: OpenApp, { zone }: Settings): Asking => ({
  ask: ({ question, instant, previous }, asker) =>
    app.answer(question, standingClock(zone, instant), previous, asker),
  keep: asked => {
    const kept = app.questions.keep(asked);
    return kept.ok ? kept.value : null;
  },
  kept: app.questions.kept,
  complete: app.completeOption,
  commands: app.commands,
  now: systemClock(zone).now,
});

/** Whose token is set. A platform is loaded only when it is used: its library takes its time. */
const botsOf = async (
  { discord, telegram }: Settings,
  memory: Memory,
  parts: BotParts,
): Promise<readonly Platform[]> => [
  ...(discord === null
    ? []
    : [(await import('./platform/discord/bot.ts')).createDiscordBot({ ...discord, ...parts })]),
  ...(telegram === null
    ? []
    : [(await import('./platform/telegram/bot.ts')).createTelegramBot({ ...telegram, ...parts, memory })]),
];

/**
 * Runs the bots until the process is told to stop, or until one cannot go on.
 * @returns null when they were stopped; otherwise what to tell who runs them. Never rejects
 */
export const runBots = async (
  settings: Settings,
  app: OpenApp,
  { stdout }: Pick<Surroundings, 'stdout'>,
): Promise<string | null> => {
  const secrets = [settings.discord?.token, settings.telegram?.token, settings.telegram?.secret];
  const redact = redactor(secrets.filter(secret => typeof secret === 'string'));
  const log = createLog(settings.log, redact, line => stdout.write(line));
  const metrics = createMetrics();
  const asking = askingOf(app, settings);
  const { digests } = app;
  const memory = movingDigests(app.telegram, digests.store);
  const platforms = await botsOf(settings, memory, { asking, menuWords: loadMenuWords(), log, metrics });
  const couriers = platforms.map(({ courier }) => courier);
  const bots: readonly Bot[] = [
    ...platforms,
    createBotsDigests({ digests, couriers, memory: app.telegram, log, metrics }),
    createBotsIntake(app.taking, log, metrics),
  ];
  const [told, failing] = [stopSignal(), new AbortController()];
  const stop = AbortSignal.any([told.signal, failing.signal]);
  // A malformed event throws inside the libraries, where nobody catches it; the next one is read all the same.
  const survive = (error: unknown): void => {
    metrics.happened('process', 'unhandled');
    log.error({ err: error }, 'an error that nobody caught');
  };
  process.on('unhandledRejection', survive);
  process.on('uncaughtException', survive);
  const parts = bots.map(({ part }) => part);
  const health = settings.port === null ? null : await startHealth(settings.port, parts, metrics);
  if (health !== null && !health.ok) return health.error.message;
  if (health !== null) log.info({ port: health.value.port }, 'health and metrics are served');
  const chance = (): number => randomInt(1_000) / 1_000;
  const now = (): number => asking.now().getTime();
  const ends = bots.map(async ({ name, run }) => {
    const end = await supervise({ name, run, log, now, chance }, stop);
    // One that cannot go on is not left out in silence.
    failing.abort();
    return end;
  });
  const failed = (await Promise.all(ends)).find(end => !end.ok);
  if (health !== null) await health.value.close();
  log.info({}, 'stopped');
  told.forget();
  process.off('unhandledRejection', survive);
  process.off('uncaughtException', survive);
  return failed === undefined || failed.ok ? null : redact(failed.error.message);
};
