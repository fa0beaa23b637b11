import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {
  at,
  type Fields,
  fieldsOf,
  isFields,
  isList,
  type Json,
  listOf,
  parseJson,
  textOf,
} from '../json.ts';

/** One operation of Discord's API, found for a request. */
export interface Operation {
  readonly method: string;
  /** `/channels/{channel_id}/messages` */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** What is wrong with the request's query and body, one line each. */
  readonly checkRequest: (query: URLSearchParams, body: Json | undefined) => readonly string[];
  readonly checkReply: (status: number, body: Json | undefined) => readonly string[];
}

const file = parseJson(readFileSync(new URL('description.json', import.meta.url), 'utf8'))?.value ?? null;

/** discord.js sends these, Discord takes them, and its description has neither: they are allowed as false alone. */
const ALLOWED_FALSE = ['tts', 'enforce_nonce'];

const schemas = at(file, 'schemas');

/** The types that a component, option or callback of this schema may have; empty where it is known by no type. */
const typesOf = (schema: Json): readonly Json[] => {
  const name = textOf(at(schema, '$ref')).replace('#/schemas/', '');
  return listOf(at(schemas, name, 'properties', 'type', 'enum'));
};

/** Alternatives that differ by type, looked up by it: so errors are those of the alternative that was meant. */
const byType = (alternatives: readonly Json[]): Json | null => {
  const types = alternatives.map(typesOf);
  const all = types.flat();
  if (alternatives.length < 2 || types.some(each => each.length === 0) || new Set(all).size < all.length)
    return null;
  const type = (values: readonly Json[]): Fields => ({
    type: 'object',
    required: ['type'],
    properties: { type: { enum: [...values] } },
  });
  const cases = alternatives.map(
    (each, index): Json =>
      Object.fromEntries([
        ['if', type(types[index] ?? [])],
        ['then', each],
      ]),
  );
  return { allOf: [type(all), ...cases] };
};

/** Alternatives may overlap; and in requests, keys that are not described are refused. */
const prepare = (schema: Json, strict: boolean): Json => {
  if (isList(schema)) return schema.map(each => prepare(each, strict));
  if (!isFields(schema)) return schema;
  const { oneOf, ...others } = schema;
  const alternatives = listOf(oneOf ?? schema.anyOf);
  const found = byType(alternatives);
  if (found !== null && isFields(found)) return found;
  const made: Fields = {};
  for (const [key, value] of Object.entries(others)) made[key] = prepare(value, strict);
  if (oneOf !== undefined) made.anyOf = prepare(oneOf, strict);
  if (strict && isFields(schema.properties) && !('additionalProperties' in schema))
    made.additionalProperties = false;
  return made;
};

const compiler = (strict: boolean): ((schema: Json) => ValidateFunction) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'discord', schemas: prepare(schemas, strict) });
  const known = new Map<string, ValidateFunction>();
  return schema => {
    const text = JSON.stringify(schema).replaceAll('"#/schemas/', '"discord#/schemas/');
    const found = known.get(text) ?? ajv.compile(Object(prepare(parseJson(text)?.value ?? null, strict)));
    known.set(text, found);
    return found;
  };
};

const requests = compiler(true);
const replies = compiler(false);

/** Errors that say nothing: that no alternative fits, that null was possible, or which case was looked up. */
const telling = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const told = errors.filter(
    ({ keyword, params }) =>
      keyword !== 'anyOf' && keyword !== 'if' && !(keyword === 'type' && params.type === 'null'),
  );
  return told.length > 0 ? told : errors;
};

const lines = (validate: ValidateFunction, body: Json | undefined): readonly string[] => {
  if (validate(body)) return [];
  return telling(validate.errors ?? [])
    .slice(0, 6)
    .map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
};

const withoutAllowed = (body: Json | undefined): Json | undefined => {
  if (!isFields(body)) return body;
  const kept = Object.entries(body).filter(
    ([key, value]) => !(ALLOWED_FALSE.includes(key) && value === false),
  );
  const made: Fields = Object.fromEntries(kept);
  if (isFields(made.data)) made.data = withoutAllowed(made.data) ?? null;
  return made;
};

const operations = listOf(at(file, 'operations')).map(each => {
  const path = textOf(at(each, 'path'));
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
  return { each, method: textOf(at(each, 'method')), path, names, pattern };
});

/** Paths without parameters first: `/users/@me` is not the user "@me". */
const ordered = operations.toSorted((a, b) => a.names.length - b.names.length);

export const operationFor = (method: string, path: string): Operation | null => {
  for (const { each, pattern, names, ...found } of ordered) {
    const match = found.method === method ? pattern.exec(path) : null;
    if (match === null) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
    const request = at(each, 'request');
    const byStatus = at(each, 'replies');
    const queries = listOf(at(each, 'query')).map(textOf);
    return {
      ...found,
      params,
      checkRequest: (query, body) => [
        ...[...query.keys()].filter(key => !queries.includes(key)).map(key => `the query has no "${key}"`),
        ...(request === null
          ? body === undefined || body === null
            ? []
            : ['takes no body']
          : lines(requests(request), withoutAllowed(body))),
      ],
      checkReply: (status, body) => {
        const known = [String(status), `${Math.floor(status / 100)}XX`].find(
          key => key in fieldsOf(byStatus),
        );
        const described = known === undefined ? undefined : fieldsOf(byStatus)[known];
        if (described === undefined) return [`no reply with status ${status} is described`];
        if (described === null) return body === undefined || body === null ? [] : ['the reply has no body'];
        return lines(replies(described), body);
      },
    };
  }
  return null;
};
