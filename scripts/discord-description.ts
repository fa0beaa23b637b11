/**
 * Writes test/emulators/discord/description.json: what Discord's official API description says of the requests that the
 * emulator answers, without its prose. Run it with the path of the description, `openapi.json` of
 * github.com/discord/discord-api-spec (MIT): `npm run discord:description -- PATH`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const OPERATIONS = `
GET /gateway
GET /gateway/bot
GET /users/@me
GET /users/@me/guilds
POST /users/@me/channels
GET /users/{user_id}
GET /applications/@me
GET /applications/{application_id}
GET PUT POST /applications/{application_id}/commands
GET PATCH DELETE /applications/{application_id}/commands/{command_id}
GET PUT POST /applications/{application_id}/guilds/{guild_id}/commands
GET PATCH DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}
POST /interactions/{interaction_id}/{interaction_token}/callback
POST /webhooks/{webhook_id}/{webhook_token}
GET PATCH DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original
GET PATCH DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}
GET /channels/{channel_id}
GET POST /channels/{channel_id}/messages
GET PATCH DELETE /channels/{channel_id}/messages/{message_id}
POST /channels/{channel_id}/messages/{message_id}/crosspost
POST /channels/{channel_id}/messages/{message_id}/threads
POST /channels/{channel_id}/threads
PUT /channels/{channel_id}/thread-members/@me
POST /channels/{channel_id}/typing
GET /guilds/{guild_id}
GET /guilds/{guild_id}/channels
GET /guilds/{guild_id}/roles
GET /guilds/{guild_id}/threads/active
GET /guilds/{guild_id}/members/{user_id}
`;

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((here, key) => (isObject(here) ? here[key] : undefined), value);

const PROSE = ['description', 'title', 'examples', 'example', 'default', 'discriminator'];

/** Formats that a validator knows; the others only repeat the type. */
const FORMATS = ['date-time', 'uri'];

/** Discord takes bit sets as strings, as its own replies have them; its description has only integers. */
const BIT_SETS = ['default_member_permissions'];

const bitSet: Json = { anyOf: [{ type: ['integer', 'null'] }, { type: 'string', pattern: '^[0-9]+$' }] };

const constants = (value: Json | undefined): readonly Json[] | null => {
  if (!isList(value)) return null;
  const found = value.map(branch => at(branch, 'const'));
  return found.every(each => each !== undefined) ? found : null;
};

const isProse = (key: string, value: Json): boolean =>
  key.startsWith('x-') ||
  (PROSE.includes(key) && !(isObject(value) && ('type' in value || '$ref' in value || 'oneOf' in value)));

const compact = (schema: Json): Json => {
  if (isList(schema)) return schema.map(compact);
  if (!isObject(schema)) return schema;
  const all = constants(schema.oneOf) ?? constants(schema.anyOf);
  if (all !== null) return { enum: all };
  if (isList(schema.enum)) return { enum: schema.enum };
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      !isProse(key, value) && (key !== 'format' || (typeof value === 'string' && FORMATS.includes(value))),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, compact(value)]));
};

const loosen = (schema: Json): Json => {
  if (isList(schema)) return schema.map(loosen);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      BIT_SETS.includes(key) && JSON.stringify(value).includes('integer') ? bitSet : loosen(value),
    ]),
  );
};

function* references(value: Json | undefined): Generator<string> {
  if (isList(value)) for (const each of value) yield* references(each);
  if (!isObject(value)) return;
  if (typeof value.$ref === 'string') yield value.$ref;
  for (const each of Object.values(value)) yield* references(each);
}

const closure = (from: Json, description: Json): readonly (readonly [string, Json])[] => {
  const found = new Map<string, Json>();
  const open = [...references(from)];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const schema = at(description, ...ref.replace('#/', '').split('/'));
    if (found.has(ref) || schema === undefined) continue;
    found.set(ref, schema);
    open.push(...references(schema));
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
};

const json = (value: Json | undefined): Json | undefined =>
  at(value, 'content', 'application/json', 'schema');

const operation = (description: Json, method: string, path: string): Json => {
  const found = at(description, 'paths', path, method.toLowerCase());
  if (!isObject(found)) throw new Error(`${method} ${path} is not in the description`);
  const replies = isObject(found.responses) ? found.responses : {};
  const deref = (reply: Json): Json => {
    const ref = at(reply, '$ref');
    return typeof ref === 'string' ? (at(description, ...ref.replace('#/', '').split('/')) ?? reply) : reply;
  };
  const shared = at(description, 'paths', path, 'parameters');
  const parameters = [
    ...(isList(shared) ? shared : []),
    ...(isList(found.parameters) ? found.parameters : []),
  ];
  const query = parameters.filter(each => at(each, 'in') === 'query').map(each => at(each, 'name') ?? '');
  return {
    method,
    path,
    query,
    request: json(found.requestBody) ?? null,
    replies: Object.fromEntries(
      Object.entries(replies).map(([status, reply]) => [status, json(deref(reply)) ?? null]),
    ),
  };
};

const [, , path] = process.argv;
if (path === undefined) throw new Error('usage: npm run discord:description -- PATH-OF-OPENAPI.JSON');
const description: Json = JSON.parse(readFileSync(path, 'utf8'));
const operations = OPERATIONS.trim()
  .split('\n')
  .flatMap(line => {
    const words = line.split(' ');
    return words.slice(0, -1).map(method => operation(description, method, words.at(-1) ?? ''));
  });
const schemas = closure(operations, description);
const short = (value: Json): Json =>
  JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/schemas/'));
const lines = [
  '{',
  '"operations": [',
  operations.map(each => JSON.stringify(short(compact(each)))).join(',\n'),
  '],',
  '"schemas": {',
  schemas
    .map(
      ([ref, schema]) =>
        `${JSON.stringify(ref.split('/').at(-1))}: ${JSON.stringify(short(loosen(compact(schema))))}`,
    )
    .join(',\n'),
  '}',
  '}',
];
writeFileSync('test/emulators/discord/description.json', `${lines.join('\n')}\n`);
