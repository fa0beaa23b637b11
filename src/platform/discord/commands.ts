import type { CommandOption } from '../../core/command.ts';
import { shortened } from '../../render/pieces.ts';
import type { Listed } from '../common/asking.ts';
import type { MenuWords } from '../common/menu-words.ts';
import { type Localizations, localized } from './locales.ts';
import { WORDS } from './words.ts';

/** Limits of Discord. */
export const MOST_CHOICES = 25;
export const CHOICE_CHARACTERS = 100;
const DESCRIPTION_CHARACTERS = 100;

const STRING = 3;
const BOOLEAN = 5;
/** Guild and user installs; guilds, chats with the bot, chats between others. */
const INSTALLS = [0, 1];
const CONTEXTS = [0, 1, 2];
const MANAGE_SERVER = '32';

/** An option of a command as Discord wants it, without what is its default. */
interface OptionBody {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly name_localizations: Localizations;
  readonly description_localizations: Localizations;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
}

export interface CommandBody {
  readonly type: 1;
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionBody[];
  /** Names stay as they are: answers, examples and offers speak of commands by them. */
  readonly description_localizations: Localizations;
  readonly default_member_permissions: string | null;
  readonly contexts?: readonly number[];
  readonly integration_types?: readonly number[];
}

/** Nothing is listed for what only the person knows. */
const NOT_COMPLETED: readonly CommandOption['kind'][] = ['citation', 'words', 'url', 'choice'];

const optionWords = (words: MenuWords, name: string) => ({
  name_localizations: localized(words, language => words.option(language, name)?.name ?? null),
  description_localizations: localized(words, language => words.option(language, name)?.description ?? null),
});

const optionBody = (option: CommandOption, commands: readonly Listed[], words: MenuWords): OptionBody => {
  const { name, required } = option;
  const description = shortened(option.description, DESCRIPTION_CHARACTERS);
  const body = { type: STRING, name, description, required, ...optionWords(words, name) };
  if (option.choices !== undefined && option.choices.length <= MOST_CHOICES)
    return { ...body, choices: option.choices.map(value => ({ name: value, value })) };
  if (option.kind === 'command' && commands.length <= MOST_CHOICES)
    return { ...body, choices: commands.map(each => ({ name: each.name, value: each.name })) };
  return NOT_COMPLETED.includes(option.kind) ? body : { ...body, autocomplete: true };
};

const privateOption = (words: MenuWords): OptionBody => ({
  type: BOOLEAN,
  name: WORDS.private,
  description: WORDS.privateDescription,
  required: false,
  ...optionWords(words, WORDS.private),
});

/**
 * The commands as Discord is told of them.
 * @param everywhere false for those of one server, which have neither contexts nor kinds of installs
 */
export const commandBodies = (
  commands: readonly Listed[],
  everywhere: boolean,
  words: MenuWords,
): readonly CommandBody[] =>
  commands.map(({ name, description, options, admin = false }) => ({
    type: 1,
    name,
    description: shortened(description, DESCRIPTION_CHARACTERS),
    description_localizations: localized(words, language => words.describe(language, name)),
    options: [
      ...options
        .toSorted((a, b) => Number(b.required) - Number(a.required))
        .map(each => optionBody(each, commands, words)),
      privateOption(words),
    ],
    default_member_permissions: admin ? MANAGE_SERVER : null,
    ...(everywhere ? { contexts: CONTEXTS, integration_types: INSTALLS } : {}),
  }));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether what Discord holds says the same: it may say more, and leaves out what is false, null or empty. */
export const saysTheSame = (held: unknown, ours: unknown): boolean => {
  if (Array.isArray(ours))
    return Array.isArray(held)
      ? held.length === ours.length && ours.every((each, i) => saysTheSame(held[i], each))
      : ours.length === 0 && (held === undefined || held === null);
  if (isRecord(ours))
    return isRecord(held) && Object.entries(ours).every(([name, value]) => saysTheSame(held[name], value));
  return held === ours || ((ours === false || ours === null) && (held === undefined || held === null));
};

export interface HeldCommand {
  readonly id: string;
  readonly name: string;
}

export interface CommandChanges {
  readonly create: readonly CommandBody[];
  readonly change: readonly { readonly id: string; readonly body: CommandBody }[];
  readonly remove: readonly HeldCommand[];
}

/** What has to be written for Discord to hold these commands and no others. */
export const commandChanges = (
  held: readonly HeldCommand[],
  wanted: readonly CommandBody[],
): CommandChanges => {
  const byName = new Map(held.map(each => [each.name, each]));
  const names = new Set(wanted.map(({ name }) => name));
  return {
    create: wanted.filter(({ name }) => !byName.has(name)),
    change: wanted.flatMap(body => {
      const known = byName.get(body.name);
      // What a newer wish leaves out, an option for one, must go too: then the lists differ in length.
      return known === undefined || saysTheSame(known, body) ? [] : [{ id: known.id, body }];
    }),
    remove: held.filter(({ name }) => !names.has(name)),
  };
};
