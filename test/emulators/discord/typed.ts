import { at, type Fields, fieldsOf, given, type Json, listOf, numberOf, textOf } from '../json.ts';
import type { World } from './world.ts';

/** Options as a person fills them in, by name. */
export type Chosen = Readonly<Record<string, string | number | boolean>>;

export interface Found {
  readonly command: Fields;
  /** Names of the group and the subcommand, as typed. */
  readonly path: readonly string[];
  /** Options of the command or its subcommand. */
  readonly options: readonly Fields[];
}

/** Discord's app sends only what was registered: anything else is an error of the test. */
const refuse = (name: string, problem: string): Error =>
  new Error(`/${name}: ${problem}; the app would not send this`);

/** Finds what was registered: the guild's own commands before the global ones. */
export const findCommand = (world: World, typed: string, guild: string | null): Found => {
  const [name = '', ...path] = typed.replace(/^\//, '').split(' ');
  const scopes = [...(guild === null ? [] : [guild]), 'global'].map(scope => world.commands.get(scope));
  const command = scopes
    .flatMap(scope => [...(scope?.values() ?? [])])
    .find(each => each.name === name && (each.type ?? 1) === 1);
  if (command === undefined) throw refuse(typed, 'no such command is registered');
  let options = listOf(command.options).map(fieldsOf);
  for (const part of path) {
    const found = options.find(option => option.name === part && numberOf(option.type) <= 2);
    if (found === undefined) throw refuse(typed, `there is no subcommand "${part}"`);
    options = listOf(found.options).map(fieldsOf);
  }
  if (options.some(({ type }) => numberOf(type) <= 2)) throw refuse(typed, 'a subcommand is missing');
  return { command, path, options };
};

const TYPE = { text: 3, integer: 4, boolean: 5, number: 10 } as const;

const fits = (option: Fields, value: Json): boolean => {
  if (option.type === TYPE.boolean) return typeof value === 'boolean';
  if (option.type !== TYPE.integer && option.type !== TYPE.number) {
    const length = textOf(value).length;
    const most = typeof option.max_length === 'number' ? option.max_length : 6000;
    return typeof value === 'string' && length >= numberOf(option.min_length) && length <= most;
  }
  const isWhole = option.type === TYPE.number || Number.isInteger(value);
  const least = typeof option.min_value === 'number' ? option.min_value : Number.NEGATIVE_INFINITY;
  const most = typeof option.max_value === 'number' ? option.max_value : Number.POSITIVE_INFINITY;
  return typeof value === 'number' && isWhole && value >= least && value <= most;
};

const filled = (typed: string, option: Fields, value: Json, focused: boolean): Fields => {
  const choices = listOf(option.choices);
  if (!focused && choices.length > 0 && !choices.some(choice => at(choice, 'value') === value))
    throw refuse(typed, `"${textOf(value)}" is no choice of ${textOf(option.name)}`);
  if (!focused && !fits(option, value))
    throw refuse(typed, `"${textOf(value)}" does not fit ${textOf(option.name)}`);
  return given({
    name: option.name ?? '',
    type: option.type ?? 0,
    value,
    focused: focused ? true : undefined,
  });
};

/** The `options` of an interaction; `focused` names the one that is still being typed. */
export const filledOptions = (typed: string, found: Found, chosen: Chosen, focused?: string): Fields[] => {
  const made = Object.entries(chosen).map(([name, value]) => {
    const option = found.options.find(each => each.name === name);
    if (option === undefined) throw refuse(typed, `there is no option "${name}"`);
    if (name === focused && option.autocomplete !== true) throw refuse(typed, `${name} is not completed`);
    return filled(typed, option, value, name === focused);
  });
  const missing = found.options.find(({ name, required }) => required === true && !(textOf(name) in chosen));
  if (missing !== undefined && focused === undefined)
    throw refuse(typed, `${textOf(missing.name)} is required`);
  return found.path.reduceRight<Fields[]>(
    (inner, name, index) => [{ name, type: index === found.path.length - 1 ? 1 : 2, options: inner }],
    made,
  );
};
