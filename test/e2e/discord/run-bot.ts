import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type DiscordEmulator, type DiscordOptions, startDiscord } from '../../emulators/discord/start.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { startSitrep } from '../run-sitrep.ts';

/** In the shape of a real one. */
const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMA.GmadeU.p-madeup_madeup_madeup_madeup_made00';

const partShape = z.object({ ok: z.boolean(), detail: z.string() });

const healthShape = z.object({ parts: z.record(z.string(), partShape) });

export interface Bot {
  /** Everything it wrote, to both streams. */
  readonly output: () => string;
  readonly stop: (signal?: NodeJS.Signals) => void;
  /** Its exit code, when it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it says at `/healthz`. */
  readonly health: () => Promise<{ readonly status: number; readonly detail: string }>;
  /** The parts that it tells of there, by name. */
  readonly parts: () => Promise<Readonly<Record<string, z.infer<typeof partShape>>>>;
  readonly metrics: () => Promise<string>;
}

/** Resolves when the condition holds. The deadline is there for a test that fails, not to be measured. */
export const until = async <T>(
  what: string,
  condition: () => T | null | false | undefined | Promise<T | null | false | undefined>,
  deadline = 60_000,
): Promise<T> => {
  const end = Date.now() + deadline;
  for (;;) {
    const value = await condition();
    if (value !== null && value !== false && value !== undefined) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
};

/** Starts the shipped entry point as a bot; it is gone when the test is over, and what it wrote holds no token. */
export const startBot = (
  discord: Pick<DiscordEmulator, 'api' | 'token'>,
  environment: NodeJS.ProcessEnv = {},
  token = discord.token,
): Bot => {
  const child = startSitrep([], {
    DISCORD_TOKEN: token,
    DISCORD_API: discord.api,
    SITREP_DB: join(temporaryFolder(), 'bot.db'),
    SITREP_PORT: '0',
    SITREP_LOG: 'trace',
    ...environment,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    expect(output).not.toContain(token);
    expect(output).not.toContain('madeup_madeup');
  });
  const port = () => until('the port of health', () => /"port":(\d+)/.exec(output)?.[1]);
  const healthz = async () => {
    const response = await fetch(`http://127.0.0.1:${await port()}/healthz`);
    return { status: response.status, parts: healthShape.parse(await response.json()).parts };
  };
  return {
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
    },
    ended,
    health: async () => {
      const { status, parts } = await healthz();
      return { status, detail: parts.discord?.detail ?? '' };
    },
    parts: async () => (await healthz()).parts,
    metrics: async () => (await fetch(`http://127.0.0.1:${await port()}/metrics`)).text(),
  };
};

/** A Discord for one test, which ends without a violation. */
export const openDiscord = async (options: DiscordOptions = {}): Promise<DiscordEmulator> => {
  const discord = await startDiscord({ token: TOKEN, patience: 60_000, ...options });
  onTestFinished(async () => {
    await discord.close();
    expect(discord.transcript.violations).toEqual([]);
  });
  return discord;
};

/** Resolves when a bot is connected and its commands are written. */
export const registered = async (discord: DiscordEmulator, bot: Bot): Promise<void> => {
  await discord.ready(60_000);
  await until('the commands', () => bot.output().includes('the commands are registered'));
};

/** Both, connected, with the commands written. */
export const openBot = async (
  options: DiscordOptions = {},
  environment: (discord: DiscordEmulator) => NodeJS.ProcessEnv = () => ({}),
): Promise<{ readonly discord: DiscordEmulator; readonly bot: Bot }> => {
  const discord = await openDiscord(options);
  const bot = startBot(discord, environment(discord));
  await registered(discord, bot);
  return { discord, bot };
};
