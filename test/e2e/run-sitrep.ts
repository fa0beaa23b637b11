import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const SETTINGS = [
  'SITREP_DB',
  'SITREP_ARTICLES',
  'SITREP_ZONE',
  'SITREP_CONTACT',
  'SITREP_FEEDS',
  'SITREP_INBOX',
  'SITREP_ALLOW_LOOPBACK',
  'SITREP_PORT',
  'SITREP_LOG',
  'DISCORD_TOKEN',
  'DISCORD_API',
  'DISCORD_GUILD',
  'TELEGRAM_TOKEN',
  'TELEGRAM_API',
  'TELEGRAM_WEBHOOK',
  'TELEGRAM_SECRET',
  'TELEGRAM_HOST',
  'TELEGRAM_PORT',
  'NO_COLOR',
  'NODE_OPTIONS',
];

/** This environment without what would change the answers. */
const bare = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name)));

/** Starts the shipped entry point as its own process. Its input stays open unless there is some. */
export const startSitrep = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  spawn(process.execPath, ['src/main.ts', ...words], { env: { ...bare(), ...environment } });

/** Runs it to its end. */
export const sitrep = async (
  words: readonly string[],
  { stdin, environment }: { stdin?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<Ended> => {
  const child = startSitrep(words, environment);
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  if (stdin !== undefined) child.stdin.end(stdin);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
};

const period = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

const figure = z.strictObject({
  id: z.string(),
  measure: z.enum(['fatalities', 'injuries', 'casualties', 'incidents', 'abductions', 'arrests']),
  low: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(['exact', 'at-least', 'more-than', 'at-most', 'about', 'vague']),
  victims: z.array(z.enum(['civilians', 'security-forces', 'militants'])),
  place: z.string().nullable(),
  period: period.nullable(),
  body: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  citation: z.int().positive(),
});

const citation = z.strictObject({
  n: z.int().positive(),
  article: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  quote: z.string().min(1),
  sentence: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});

/** The JSON of an answer as others read it: no field more or less. */
export const answerSchema = z.strictObject({
  question: z.string(),
  title: z.string(),
  refused: z.boolean(),
  blocks: z.array(z.looseObject({ kind: z.string() })),
  text: z.string().min(1),
  figures: z.array(figure),
  citations: z.array(citation),
});

export type AnswerJson = z.infer<typeof answerSchema>;

/** Answers of a run with --json: one a line, each in its shape. */
export const answersOf = ({ stdout }: Ended): readonly AnswerJson[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => answerSchema.parse(JSON.parse(line)));

/** The one answer of a run. */
export const answerOf = (ended: Ended): AnswerJson => {
  const [answer, ...more] = answersOf(ended);
  if (answer === undefined || more.length > 0) throw new Error(`${more.length + 1} answers`);
  return answer;
};
