import { join } from 'node:path';
import type { App } from '../bot/app.ts';
import type { Completion } from '../bot/complete.ts';
import { nextPrevious } from '../bot/previous.ts';
import type { Answer } from '../core/answer.ts';
import { type Command, type CommandOption, OPERATOR } from '../core/command.ts';
import { printable } from '../core/printable.ts';
import type { Result } from '../core/result.ts';
import type { Machinery } from '../digest/ports.ts';
import type { ReadFacts } from '../extract/json.ts';
import { readLines } from '../ingest/lines.ts';
import type { Taking } from '../intake/taking.ts';
import { chat } from '../platform/terminal/chat.ts';
import { fileHistory, noHistory } from '../platform/terminal/history.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { DiscordStore } from '../store/ports/discord.ts';
import type { QuestionStore } from '../store/ports/questions.ts';
import type { TelegramStore } from '../store/ports/telegram.ts';
import { answerLines } from './ask-lines.ts';
import { type Choices, type Invocation, readInvocation, type Upkeep } from './cli.ts';
import { extractAll, type Reporting } from './extract-command.ts';
import { type Progress, progressOn } from './progress.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

/** An app with its corpus in place. */
export interface OpenApp extends App {
  /** One line for each text that was not taken in. */
  readonly refusals: readonly string[];
  readonly complete: (line: string) => Completion;
  /** Makes what the first answer and the first names would wait for. */
  readonly warm: () => void;
  /** What may be typed for one option, best first. */
  readonly completeOption: (option: CommandOption, typed: string) => readonly string[];
  readonly commands: readonly Pick<
    Command<never>,
    'name' | 'description' | 'options' | 'admin' | 'changes'
  >[];
  readonly questions: QuestionStore;
  readonly telegram: TelegramStore;
  readonly discord: DiscordStore;
  /** Takes articles in by itself, for bots. */
  readonly taking: Taking;
  /** What the daily digests are planned from. */
  readonly digests: Machinery;
  readonly close: () => void;
}

export type OpenAppWith = (
  settings: Settings,
  choices: Choices,
  onBug: (error: unknown, where: string) => void,
  /** Is told how many articles a newer version has to put into its index before it can answer. */
  onIndexing?: (total: number) => Progress,
) => Promise<Result<OpenApp>>;

/**
 * Does what is asked with the database.
 * @returns whether all of it could be done; or why none of it was
 */
export type RunUpkeep = (
  upkeep: Upkeep,
  settings: Settings,
  around: Surroundings,
  reporting: Reporting,
) => Promise<Result<boolean>>;

/**
 * Opens what the bots stand on and runs those whose tokens are set until the process is told to stop.
 * @returns null then; otherwise, in one line, why they could not begin or go on
 */
export type RunBots = (
  settings: Settings,
  choices: Pick<Choices, 'articles'>,
  around: Pick<Surroundings, 'stdout'>,
  reporting: Reporting & { readonly onIndexing: (total: number) => Progress },
) => Promise<string | null>;

/** Bots have to remember; a chat in a terminal need not. */
const BOT_DATABASE = 'sitrep.db';

const isUpkeep = (invocation: Invocation): invocation is Upkeep =>
  !['help', 'version', 'open', 'ask', 'extract'].includes(invocation.kind);

/** Exit codes, as --help names them. */
const ANSWERED = 0;
const FAILED = 1;
const CALLED_WRONGLY = 2;

const DEFAULT_WIDTH = 80;
/** Lines longer than this are hard to read, however wide the window. */
const MAX_WIDTH = 100;

/** @returns the text to print for an answer: for people, or one line of JSON */
const printer =
  (around: Surroundings, settings: Settings, json: boolean) =>
  (answer: Answer): string => {
    if (json) return JSON.stringify(answer);
    const { isTTY = false, columns } = around.stdout;
    return renderTerminal(answer, {
      // A terminal that does not know its size says 0.
      width: Math.min(columns || DEFAULT_WIDTH, MAX_WIDTH),
      colour: isTTY && settings.colour,
      links: isTTY && settings.capable,
    });
  };

const answerAll = async (
  invocation: Extract<Invocation, { kind: 'open' | 'ask' }>,
  around: Surroundings,
  settings: Settings,
  app: OpenApp,
): Promise<void> => {
  const { stdin, stdout } = around;
  const { clock, json } = invocation;
  const print = printer(around, settings, json);
  if (invocation.kind === 'ask') {
    if (invocation.question !== null) {
      await write(stdout, `${print(await app.answer(invocation.question, clock, null, OPERATOR))}\n`);
      return;
    }
    for await (const answer of answerLines(readLines(stdin), app, clock, OPERATOR))
      await write(
        stdout,
        json ? `${print(answer)}\n` : `${WORDS.prompt}${printable(answer.question)}\n${print(answer)}\n\n`,
      );
    return;
  }
  if (stdin.isTTY !== true || stdout.isTTY !== true || json) {
    await write(stdout, `${print(await app.briefing(clock))}\n`);
    return;
  }
  let previous: string | null = null;
  await chat({
    input: stdin,
    output: stdout,
    greeting: WORDS.greeting,
    prompt: WORDS.prompt,
    answer: async question => {
      const answer = await app.answer(question, clock, previous, OPERATOR);
      previous = nextPrevious(question, previous);
      return print(answer);
    },
    complete: app.complete,
    history: settings.state === null ? noHistory : fileHistory(join(settings.state, 'history')),
  });
};

/** Few are put into the index before anybody has read that they are. */
const QUICK = 200;

/** Tells on one line that a start takes long, and why; on a terminal also how far it is. */
export const indexingOn =
  ({ stderr }: Pick<Surroundings, 'stderr'>, { capable }: Pick<Settings, 'capable'>) =>
  (total: number): Progress => {
    if (total > QUICK) stderr.write(`sitrep: ${WORDS.indexing(total)}\n`);
    return progressOn(stderr, capable && total > QUICK, { total, unit: WORDS.articles });
  };

const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** The whole program but for the process around it. Never rejects. @returns the exit code */
export const runShell = async (
  around: Surroundings,
  openApp: OpenAppWith,
  openReader: () => ReadFacts,
  runUpkeep: RunUpkeep,
  runBots: RunBots,
): Promise<number> => {
  const { stdout, stderr } = around;
  const complain = (line: string): void => {
    stderr.write(`sitrep: ${printable(line)}\n`);
  };
  const invocation = readInvocation(around.words);
  if (!invocation.ok) {
    complain(invocation.error.message);
    return CALLED_WRONGLY;
  }
  if (invocation.value.kind === 'help' || invocation.value.kind === 'version') {
    await write(stdout, `${invocation.value.kind === 'help' ? WORDS.help : around.version}\n`);
    return ANSWERED;
  }
  const settings = readSettings(around.environment);
  if (!settings.ok) {
    settings.error.forEach(complain);
    return CALLED_WRONGLY;
  }
  const report = (error: unknown, where: string): void => {
    complain(WORDS.bug(where));
    stderr.write(`${traceOf(error)}\n`);
  };
  let app: OpenApp | null = null;
  try {
    if (invocation.value.kind === 'extract') {
      const { format } = invocation.value;
      const reporting = { complain, onBug: report };
      const whole = await extractAll(format, around, settings.value.capable, openReader(), reporting);
      return whole ? ANSWERED : FAILED;
    }
    if (isUpkeep(invocation.value)) {
      const done = await runUpkeep(invocation.value, settings.value, around, { complain, onBug: report });
      if (!done.ok) complain(done.error.message);
      return done.ok ? (done.value ? ANSWERED : FAILED) : CALLED_WRONGLY;
    }
    const { kind, json } = invocation.value;
    const { discord, telegram, database } = settings.value;
    const isBot = kind === 'open' && !json && (discord !== null || telegram !== null);
    const onIndexing = indexingOn(around, settings.value);
    if (isBot) {
      const asked = { ...settings.value, database: database ?? BOT_DATABASE };
      const why = await runBots(asked, invocation.value, around, { complain, onBug: report, onIndexing });
      if (why !== null) complain(why);
      return why === null ? ANSWERED : CALLED_WRONGLY;
    }
    const opened = await openApp(settings.value, invocation.value, report, onIndexing);
    if (!opened.ok) {
      complain(opened.error.message);
      return CALLED_WRONGLY;
    }
    app = opened.value;
    app.refusals.forEach(complain);
    await answerAll(invocation.value, around, settings.value, app);
    return ANSWERED;
  } catch (error) {
    report(error, WORDS.wholeRun);
    return FAILED;
  } finally {
    app?.close();
  }
};
