import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isFields, isList } from '../json.ts';

/** What the official description says of one field. */
const Field = z.strictObject({
  types: z.array(z.string()),
  required: z.boolean().optional(),
  is: z.string().optional(),
  between: z.tuple([z.number(), z.number()]).optional(),
  characters: z.tuple([z.number(), z.number()]).optional(),
  bytes: z.tuple([z.number(), z.number()]).optional(),
});
type Field = z.infer<typeof Field>;
type FieldTable = Readonly<Record<string, Field>>;

const Facts = z.strictObject({
  version: z.string(),
  methods: z.record(
    z.string(),
    z.strictObject({ returns: z.array(z.string()), fields: z.record(z.string(), Field) }),
  ),
  types: z.record(
    z.string(),
    z.union([
      z.strictObject({ subtypes: z.array(z.string()) }),
      z.strictObject({ fields: z.record(z.string(), Field) }),
    ]),
  ),
});

const facts = Facts.parse(JSON.parse(readFileSync(new URL('facts.json', import.meta.url), 'utf8')));

/** Where a file is uploaded, its field holds this, and behind it the file as a query. */
const UPLOADED = 'attach://uploaded?';

/** A file as it came in. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export const writeUpload = (upload: Upload): string => UPLOADED + new URLSearchParams({ ...upload });

/** Null for what is no upload, such as the id of a file that Telegram has. */
export const readUpload = (value: unknown): Upload | null => {
  if (typeof value !== 'string' || !value.startsWith(UPLOADED)) return null;
  const fields = new URLSearchParams(value.slice(UPLOADED.length));
  const [name, type, text] = ['name', 'type', 'text'].map(key => fields.get(key) ?? '');
  return { name: name ?? '', type: type ?? '', text: text ?? '' };
};

const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: value => Number.isSafeInteger(value),
  Float: value => typeof value === 'number',
  String: value => typeof value === 'string',
  Boolean: value => typeof value === 'boolean',
  True: value => value === true,
  InputFile: value => readUpload(value) !== null,
};

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? 'undefined';

const sizeProblems = (field: Field, value: unknown, path: string): readonly string[] => {
  const problems: string[] = [];
  const range = (of: readonly [number, number] | undefined, size: number, unit: string): void => {
    if (of !== undefined && (size < of[0] || size > of[1]))
      problems.push(`${path}: ${size}${unit}, allowed are ${of[0]} to ${of[1]}`);
  };
  if (typeof value === 'number') range(field.between, value, '');
  if (typeof value === 'string') {
    range(field.characters, [...value].length, ' characters');
    range(field.bytes, Buffer.byteLength(value), ' bytes');
    if (field.is !== undefined && value !== field.is) problems.push(`${path}: must be ${field.is}`);
  }
  return problems;
};

const fieldProblems = (fields: FieldTable, value: Readonly<Record<string, unknown>>, path: string) => {
  const problems: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const here = path === '' ? name : `${path}.${name}`;
    const given = value[name];
    if (given === undefined) {
      if (field.required === true) problems.push(`${here}: is required`);
      continue;
    }
    problems.push(...anyProblems(field.types, given, here), ...sizeProblems(field, given, here));
  }
  for (const name of Object.keys(value))
    if (fields[name] === undefined) problems.push(`${path === '' ? name : `${path}.${name}`}: no such field`);
  return problems;
};

const typeProblems = (type: string, value: unknown, path: string): readonly string[] => {
  const item = /^Array of (.+)$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!isList(value)) return [`${path}: is no list of ${item}: ${shown(value)}`];
    return value.flatMap((each, index) => anyProblems([item], each, `${path}[${index}]`));
  }
  const plain = PLAIN[type];
  if (plain !== undefined) return plain(value) ? [] : [`${path}: is no ${type}: ${shown(value)}`];
  const known = facts.types[type];
  if (known === undefined) return [`${path}: the table of facts lacks ${type}`];
  if ('subtypes' in known) return anyProblems(known.subtypes, value, path);
  if (!isFields(value)) return [`${path}: is no ${type}: ${shown(value)}`];
  return fieldProblems(known.fields, value, path);
};

/** No problem where one of the types holds; else those of the type that comes closest. */
const anyProblems = (types: readonly string[], value: unknown, path: string): readonly string[] => {
  const found = types
    .filter(type => types.length === 1 || PLAIN[type] !== undefined || / of /.test(type) || facts.types[type])
    .map(type => typeProblems(type, value, path));
  const constantsHold = (problems: readonly string[]): boolean =>
    !problems.some(each => /: must be /.test(each));
  const ranked = found.toSorted(
    (a, b) => Number(constantsHold(b)) - Number(constantsHold(a)) || a.length - b.length,
  );
  return ranked[0] ?? [`${path}: the table of facts lacks ${types.join(', ')}`];
};

export const knownMethod = (method: string): boolean => facts.methods[method] !== undefined;

/** What is wrong with the parameters of a call, one line each. */
export const requestProblems = (
  method: string,
  params: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const known = facts.methods[method];
  if (known === undefined) return [`the table of facts lacks the method ${method}`];
  return fieldProblems(known.fields, params, '');
};

/** What is wrong with the result of a call. */
export const resultProblems = (method: string, result: unknown): readonly string[] =>
  anyProblems(facts.methods[method]?.returns ?? [], result, 'result');

export const updateProblems = (update: unknown): readonly string[] =>
  typeProblems('Update', update, 'update');

/** Types of a parameter as described: whether text of a form has to be read as JSON. */
export const parameterTypes = (method: string, name: string): readonly string[] =>
  facts.methods[method]?.fields[name]?.types ?? [];

/** Kinds of updates, `message` and on. */
export const updateKinds = (): readonly string[] => {
  const update = facts.types.Update;
  return update !== undefined && 'fields' in update
    ? Object.keys(update.fields).filter(name => name !== 'update_id')
    : [];
};
