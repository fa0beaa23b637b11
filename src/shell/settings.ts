import { delimiter } from 'node:path';
import { z } from 'zod';
import type { Result } from '../core/result.ts';
import type { Guard } from '../ingest/fetch/addresses.ts';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const environmentSchema = z.object({
  SITREP_DB: z.string().nullable(),
  SITREP_ARTICLES: z.string().nullable(),
  SITREP_ZONE: z.string().refine(isZone, 'must be an IANA time zone, such as Asia/Karachi or UTC').nullable(),
  SITREP_CONTACT: z
    .string()
    .regex(/^[!-'*-~]+$/, 'must be a web or mail address at which you can be reached')
    .nullable(),
  SITREP_FEEDS: z.string().nullable(),
  SITREP_INBOX: z.string().nullable(),
  SITREP_ALLOW_LOOPBACK: z
    .literal('tests', 'is for the tests of Sitrep itself; take it out, or set it to "tests"')
    .nullable(),
  NO_COLOR: z.string().nullable(),
  TERM: z.string().nullable(),
  HOME: z.string().nullable(),
  XDG_STATE_HOME: z.string().nullable(),
});

type Name = keyof z.infer<typeof environmentSchema>;

export interface Settings {
  /** File of the database; null keeps it in memory. */
  readonly database: string | null;
  /** Folders of articles besides the bundled one. */
  readonly articles: readonly string[];
  /** IANA zone in which "today" and "last month" are meant. */
  readonly zone: string;
  /** Web or mail address of the operator, told to the servers that are asked; null when none was given. */
  readonly contact: string | null;
  /** File with a list of feeds to follow; null when nobody named one. */
  readonly feeds: string | null;
  /** Folder that is watched for files to take in; null for none. */
  readonly inbox: string | null;
  /** Whom the fetcher may speak to; anything but `public` is for tests. */
  readonly guard: Guard;
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
      feeds: set.SITREP_FEEDS,
      inbox: set.SITREP_INBOX,
      guard: set.SITREP_ALLOW_LOOPBACK === null ? 'public' : 'open-loopback',
      colour: set.NO_COLOR === null && capable,
      capable,
      state: stateFolder(set.HOME, set.XDG_STATE_HOME),
    },
  };
};
