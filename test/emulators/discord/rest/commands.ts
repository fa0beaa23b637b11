import { type Fields, fieldsOf, given, isFields, type Json, listOf, textOf } from '../../json.ts';
import { commandProblems, scopeProblems } from '../check-command.ts';
import { Breach, Refusal, tooMany, unknown } from '../problem.ts';
import type { World } from '../world.ts';
import { type Call, type Handler, NOTHING, ok } from './call.ts';

const CREATES_A_DAY = 200;
const DAY = 24 * 3600 * 1000;

const scopeOf = ({ world, params }: Call): string => {
  if (params.application_id !== world.bot.id)
    throw new Refusal(403, 20012, 'You are not authorized to perform this action on this application');
  if (params.guild_id === undefined) return 'global';
  if (!world.guilds.has(params.guild_id)) throw new Refusal(403, 50001, 'Missing Access');
  return params.guild_id;
};

const commandsIn = (world: World, scope: string): Map<string, Fields> => {
  const found = world.commands.get(scope) ?? new Map<string, Fields>();
  world.commands.set(scope, found);
  return found;
};

const sorted = (value: Json | undefined): Json =>
  isFields(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : null;

/** Discord leaves out what is false or empty, and sorts translations: a comparison must not mind. */
const keptOption = (value: Json): Fields => {
  const { required, autocomplete, choices, options, name_localizations, description_localizations, ...own } =
    fieldsOf(value);
  return given({
    ...own,
    required: required === true ? true : undefined,
    autocomplete: autocomplete === true ? true : undefined,
    name_localizations: isFields(name_localizations) ? sorted(name_localizations) : undefined,
    description_localizations: isFields(description_localizations)
      ? sorted(description_localizations)
      : undefined,
    choices: listOf(choices).length > 0 ? (choices ?? []) : undefined,
    options: listOf(options).length > 0 ? listOf(options).map(keptOption) : undefined,
  });
};

const kept = (world: World, scope: string, sent: Fields, id: string): Fields => {
  const permissions = sent.default_member_permissions ?? null;
  const type = sent.type ?? 1;
  const options = listOf(sent.options).map(keptOption);
  return given({
    id,
    application_id: world.bot.id,
    version: world.id(),
    type,
    name: sent.name ?? '',
    name_localizations: sorted(sent.name_localizations),
    description: sent.description ?? '',
    description_localizations: sorted(sent.description_localizations),
    default_member_permissions: permissions === null ? null : textOf(permissions),
    dm_permission: scope === 'global' ? sent.dm_permission !== false : undefined,
    contexts: sent.contexts ?? null,
    integration_types: scope === 'global' ? (sent.integration_types ?? [0]) : [0],
    guild_id: scope === 'global' ? undefined : scope,
    nsfw: sent.nsfw === true,
    options: options.length > 0 ? options : undefined,
  });
};

const withoutTranslations = (value: Fields): Fields => {
  const { name_localizations: _, description_localizations: __, ...own } = value;
  return Array.isArray(own.options)
    ? { ...own, options: own.options.map(option => withoutTranslations(fieldsOf(option))) }
    : own;
};

const shown = ({ query }: Call, command: Fields): Fields =>
  query.get('with_localizations') === 'true' ? command : withoutTranslations(command);

const nameOf = ({ type, name }: Fields): string => `${textOf(type) || 1} ${textOf(name)}`;

const check = (commands: readonly Json[], scope: readonly Json[]): void => {
  const problems = [...commands.flatMap(commandProblems), ...scopeProblems(scope)];
  if (problems.length > 0) throw new Breach(problems);
};

const countCreates = (world: World, scope: string, count: number): void => {
  const recent = (world.createdAt.get(scope) ?? []).filter(at => at > world.clock.now() - DAY);
  if (recent.length + count > CREATES_A_DAY)
    throw tooMany(
      30034,
      'Max number of daily application command creates has been reached (200)',
      recent,
      DAY,
      world.clock.now(),
    );
  world.createdAt.set(scope, [...recent, ...Array<number>(count).fill(world.clock.now())]);
  world.writes.creates += count;
};

const put: Handler = call => {
  const { world, body } = call;
  const scope = scopeOf(call);
  world.writes.put += 1;
  const sent = listOf(body).map(fieldsOf);
  check(sent, sent);
  const before = new Map([...commandsIn(world, scope).values()].map(command => [nameOf(command), command]));
  countCreates(world, scope, sent.filter(command => !before.has(nameOf(command))).length);
  const made = sent.map(command => {
    const known = textOf(before.get(nameOf(command))?.id);
    return kept(world, scope, command, known === '' ? world.id() : known);
  });
  world.commands.set(scope, new Map(made.map(command => [textOf(command.id), command])));
  return ok(made);
};

const post: Handler = call => {
  const { world, body } = call;
  const scope = scopeOf(call);
  world.writes.post += 1;
  const sent = fieldsOf(body);
  const known = commandsIn(world, scope);
  const same = [...known.values()].find(command => nameOf(command) === nameOf(sent));
  check([sent], [...known.values()].filter(command => command !== same).concat(sent));
  if (same === undefined) countCreates(world, scope, 1);
  const made = kept(world, scope, sent, same === undefined ? world.id() : textOf(same.id));
  known.set(textOf(made.id), made);
  return { status: same === undefined ? 201 : 200, body: made };
};

const patch: Handler = call => {
  const { world, params, body } = call;
  const scope = scopeOf(call);
  world.writes.patch += 1;
  const known = commandsIn(world, scope);
  const before = known.get(params.command_id ?? '');
  if (before === undefined) throw unknown('application command', 10063);
  const sent = { ...before, ...fieldsOf(body) };
  check([sent], [...known.values()].filter(command => command !== before).concat(sent));
  const made = kept(world, scope, sent, textOf(before.id));
  known.set(textOf(made.id), made);
  return ok(made);
};

const remove: Handler = call => {
  const { world, params } = call;
  world.writes.delete += 1;
  if (!commandsIn(world, scopeOf(call)).delete(params.command_id ?? ''))
    throw unknown('application command', 10063);
  return NOTHING;
};

const list: Handler = call => {
  call.world.writes.get += 1;
  return ok([...commandsIn(call.world, scopeOf(call)).values()].map(command => shown(call, command)));
};

const one: Handler = call => {
  const found = commandsIn(call.world, scopeOf(call)).get(call.params.command_id ?? '');
  if (found === undefined) throw unknown('application command', 10063);
  return ok(found);
};

const at = (path: string): readonly (readonly [string, Handler])[] => [
  [`GET ${path}`, list],
  [`PUT ${path}`, put],
  [`POST ${path}`, post],
  [`GET ${path}/{command_id}`, one],
  [`PATCH ${path}/{command_id}`, patch],
  [`DELETE ${path}/{command_id}`, remove],
];

export const commandRoutes: readonly (readonly [string, Handler])[] = [
  ...at('/applications/{application_id}/commands'),
  ...at('/applications/{application_id}/guilds/{guild_id}/commands'),
];
