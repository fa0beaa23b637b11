import { parseArgs } from 'node:util';
import { type Clock, clockAt } from '../core/clock.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { FORMATS, type Format } from './extract-command.ts';
import { WORDS } from './words.ts';

export type Invocation =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ({ readonly kind: 'open' } & Choices)
  /** `question` is null when the questions come on standard input. */
  | ({ readonly kind: 'ask'; readonly question: string | null } & Choices)
  | { readonly kind: 'extract'; readonly format: Format }
  | Upkeep;

/** What is done with the database itself. */
export type Upkeep =
  | { readonly kind: 'backup'; readonly file: string }
  /** `clock` null: everything there is. */
  | { readonly kind: 'export'; readonly format: ExportFormat; readonly clock: Clock | null }
  | { readonly kind: 'reindex' }
  /** Files, folders and addresses. */
  | { readonly kind: 'import'; readonly names: readonly string[] }
  /** The feeds that are due, once. */
  | { readonly kind: 'fetch' }
  /** Feeds and inbox, until it is stopped. */
  | { readonly kind: 'follow' };

const UPKEEP: readonly Upkeep['kind'][] = ['backup', 'export', 'reindex', 'import', 'fetch', 'follow'];

const isUpkeep = (command: string | undefined): command is Upkeep['kind'] =>
  UPKEEP.some(kind => kind === command);

const EXPORT_FORMATS = ['json', 'csv', 'opml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Choices {
  readonly json: boolean;
  readonly articles: readonly string[];
  /** A clock that stands still; null for the real one. */
  readonly clock: Clock | null;
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  articles: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

const wrong = (line: string): Result<never> => fail('input', `${line} ${WORDS.seeHelp}`);

/** parseArgs explains itself at length; its first sentence says what is wrong. */
const firstSentence = (error: unknown): string =>
  `${String(error instanceof Error ? error.message : error)
    .split(/\.\s|\n/)[0]
    ?.replace(/\.$/, '')}.`;

/** Options of one command that were given to another are no harmless slip: what they ask for would not happen. */
const misplaced = (options: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(options).find(name => options[name] !== undefined && options[name] !== false);

const readUpkeep = (
  command: Upkeep['kind'],
  names: readonly string[],
  { format, clock }: { format: string | undefined; clock: Clock | null },
): Result<Upkeep> => {
  const [file, ...more] = names;
  const other = misplaced({ format, 'as-of': clock ?? undefined });
  if (command !== 'export' && other !== undefined) return wrong(WORDS.notWith(other, command));
  if (command === 'backup')
    return file === undefined || more.length > 0 ? wrong(WORDS.backupArguments) : ok({ kind: command, file });
  if (command === 'import')
    return file === undefined ? wrong(WORDS.importArguments) : ok({ kind: command, names });
  if (file !== undefined) return wrong(WORDS.noArguments(command));
  if (command !== 'export') return ok({ kind: command });
  const known = EXPORT_FORMATS.find(one => one === (format ?? 'json'));
  // Feeds have no past that could be asked for.
  if (known === 'opml' && clock !== null) return wrong(WORDS.notWith('as-of', 'export --format opml'));
  return known === undefined
    ? wrong(WORDS.badFormat(format ?? '', EXPORT_FORMATS))
    : ok({ kind: command, format: known, clock });
};

/** @param words what follows the program's name. @returns what to do, or one line that says what is wrong */
export const readInvocation = (words: readonly string[]): Result<Invocation> => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return wrong(firstSentence(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return ok({ kind: 'help' });
  if (values.version) return ok({ kind: 'version' });
  const { format, 'as-of': time, json, articles } = values;
  const [command, ...question] = positionals;
  if (command === 'extract') {
    const other = misplaced({ json, articles, 'as-of': time });
    if (other !== undefined) return wrong(WORDS.notWith(other, command));
    if (question.length > 0) return wrong(WORDS.extractArguments);
    const known = FORMATS.find(one => one === (format ?? 'jsonl'));
    return known === undefined
      ? wrong(WORDS.badFormat(format ?? '', FORMATS))
      : ok({ kind: 'extract', format: known });
  }
  const clock = time === undefined ? null : clockAt(time);
  if (time !== undefined && clock === null) return wrong(WORDS.badTime(time));
  if (isUpkeep(command)) {
    const other = misplaced({ json, articles });
    if (other !== undefined) return wrong(WORDS.notWith(other, command));
    return readUpkeep(command, question, { format, clock });
  }
  if (format !== undefined) return wrong(WORDS.onlyWith('format', 'extract', 'export'));
  const choices: Choices = { json, articles: articles ?? [], clock };
  if (command === undefined) return ok({ kind: 'open', ...choices });
  // The digest is asked for as in a chat.
  if (command === 'digest') return ok({ kind: 'ask', question: `/${positionals.join(' ')}`, ...choices });
  if (command !== 'ask') return wrong(WORDS.unknownCommand(positionals.join(' ')));
  return ok({ kind: 'ask', question: question.length === 0 ? null : question.join(' '), ...choices });
};
