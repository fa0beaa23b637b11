import { delimiter } from 'node:path';
import { z } from 'zod';
import type { Result } from '../core/result.ts';
import type { Guard } from '../ingest/fetch/addresses.ts';
import { LOG_LEVELS, type LogLevel } from '../platform/common/log-level.ts';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const address = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform(url => url.replace(/\/+$/, ''));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port, 0 to 65535')
  .transform(Number)
  .refine(number => number < 65_536, 'must be a port, 0 to 65535');

/** Where what Telegram delivers arrives, behind the https of whoever runs it. */
const WEBHOOK_HOST = '127.0.0.1';
const WEBHOOK_PORT = 8443;

const WEBHOOK = 'must be the https address at which Telegram reaches this bot';

const environmentSchema = z.object({
  SITREP_DB: z.string().nullable(),
  SITREP_ARTICLES: z.string().nullable(),
  SITREP_ZONE: z.string().refine(isZone, 'must be an IANA time zone, such as Asia/Karachi or UTC').nullable(),
  SITREP_CONTACT: z
    .string()
    .regex(/^[!-'*-~]+$/, 'must be a web or mail address at which you can be reached')
    .nullable(),
  SITREP_OPERATORS: z
    .string()
    .regex(
      /^\s*(?:(?:discord|telegram):\d{1,20}[\s,]*)+$/,
      'must name people by platform and number, such as discord:80351110224678912 telegram:123456',
    )
    .nullable(),
  SITREP_FEEDS: z.string().nullable(),
  SITREP_INBOX: z.string().nullable(),
  SITREP_ALLOW_LOOPBACK: z
    .literal('tests', 'is for the tests of Sitrep itself; take it out, or set it to "tests"')
    .nullable(),
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'must be the token of the bot, as its page shows it under "Bot"')
    .nullable(),
  DISCORD_API: address.nullable(),
  DISCORD_GUILD: z
    .string()
    .regex(/^\d{5,20}$/, 'must be the id of a server, which is a number')
    .nullable(),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/, 'must be the token that BotFather gave, such as 123456:ABC-DEF…')
    .nullable(),
  TELEGRAM_API: address.nullable(),
  TELEGRAM_WEBHOOK: z.url({ protocol: /^https$/, error: WEBHOOK }).nullable(),
  TELEGRAM_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 letters, digits, - or _')
    .nullable(),
  TELEGRAM_HOST: z
    .string()
    .regex(/^[\w.:-]{1,255}$/, 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0')
    .nullable(),
  TELEGRAM_PORT: port.nullable(),
  SITREP_PORT: port.nullable(),
  SITREP_LOG: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).nullable(),
  NO_COLOR: z.string().nullable(),
  TERM: z.string().nullable(),
  HOME: z.string().nullable(),
  XDG_STATE_HOME: z.string().nullable(),
});

type Name = keyof z.infer<typeof environmentSchema>;

export interface DiscordSettings {
  readonly token: string;
  /** Address of the API, for tests; null for Discord's own. */
  readonly api: string | null;
  /** The server that alone gets the commands, for development; null: everywhere. */
  readonly guild: string | null;
}

export interface TelegramSettings {
  readonly token: string;
  /** Address of the API, for tests; null for Telegram's own. */
  readonly api: string | null;
  /** Public address for updates; null: they are polled. */
  readonly webhook: string | null;
  readonly secret: string | null;
  /** Where what Telegram delivers arrives on this machine. */
  readonly host: string;
  readonly port: number;
}

export interface Settings {
  /** File of the database; null keeps it in memory. */
  readonly database: string | null;
  /** Folders of articles besides the bundled one. */
  readonly articles: readonly string[];
  /** IANA zone in which "today" and "last month" are meant. */
  readonly zone: string;
  /** Web or mail address of the operator, told to the servers that are asked; null when none was given. */
  readonly contact: string | null;
  /** Who alone may change the articles for everybody, such as "discord:1"; null: the administrators of every chat. */
  readonly operators: readonly string[] | null;
  /** File with a list of feeds to follow; null when nobody named one. */
  readonly feeds: string | null;
  /** Folder that is watched for files to take in; null for none. */
  readonly inbox: string | null;
  /** Whom the fetcher may speak to; anything but `public` is for tests. */
  readonly guard: Guard;
  /** The bots that run; null where no token is set. */
  readonly discord: DiscordSettings | null;
  readonly telegram: TelegramSettings | null;
  /** Port of health and metrics on this machine; null: there is none. */
  readonly port: number | null;
  readonly log: LogLevel;
  /** Whether the person and the terminal allow colour. */
  readonly colour: boolean;
  /** False for terminals that know no escape sequences at all. */
  readonly capable: boolean;
  /** Folder for what outlives a session, such as the history of the chat; null when there is none. */
  readonly state: string | null;
}

const NAMES: readonly Name[] = environmentSchema.keyof().options;

/** Set to nothing is not set. */
const given = (environment: NodeJS.ProcessEnv): Record<string, string | null> =>
  Object.fromEntries(NAMES.map(name => [name, environment[name] || null]));

const stateFolder = (home: string | null, xdg: string | null): string | null =>
  xdg !== null ? `${xdg}/sitrep` : home !== null ? `${home}/.local/state/sitrep` : null;

/** Reads the environment once. @returns all settings, or one line for each that is wrong */
export const readSettings = (environment: NodeJS.ProcessEnv): Result<Settings, readonly string[]> => {
  const parsed = environmentSchema.safeParse(given(environment));
  if (!parsed.success)
    return {
      ok: false,
      error: parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`),
    };
  const set = parsed.data;
  const capable = set.TERM !== 'dumb';
  return {
    ok: true,
    value: {
      database: set.SITREP_DB,
      articles: set.SITREP_ARTICLES?.split(delimiter).filter(dir => dir !== '') ?? [],
      zone: set.SITREP_ZONE ?? 'UTC',
      contact: set.SITREP_CONTACT,
      operators: set.SITREP_OPERATORS?.split(/[\s,]+/).filter(name => name !== '') ?? null,
      feeds: set.SITREP_FEEDS,
      inbox: set.SITREP_INBOX,
      guard: set.SITREP_ALLOW_LOOPBACK === null ? 'public' : 'open-loopback',
      discord:
        set.DISCORD_TOKEN === null
          ? null
          : { token: set.DISCORD_TOKEN, api: set.DISCORD_API, guild: set.DISCORD_GUILD },
      telegram:
        set.TELEGRAM_TOKEN === null
          ? null
          : {
              token: set.TELEGRAM_TOKEN,
              api: set.TELEGRAM_API,
              webhook: set.TELEGRAM_WEBHOOK,
              secret: set.TELEGRAM_SECRET,
              host: set.TELEGRAM_HOST ?? WEBHOOK_HOST,
              port: set.TELEGRAM_PORT ?? WEBHOOK_PORT,
            },
      port: set.SITREP_PORT,
      log: set.SITREP_LOG ?? 'info',
      colour: set.NO_COLOR === null && capable,
      capable,
      state: stateFolder(set.HOME, set.XDG_STATE_HOME),
    },
  };
};
