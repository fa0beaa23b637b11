/** What a request or reply holds. */
export type Json = null | boolean | number | string | Json[] | Fields;

export interface Fields {
  [key: string]: Json;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is Json[] => Array.isArray(value);

/** The value below a path of keys; null where the path ends early. */
export const at = (value: Json | undefined, ...path: readonly string[]): Json =>
  path.reduce<Json>((here, key) => (isFields(here) ? (here[key] ?? null) : null), value ?? null);

export const fieldsOf = (value: Json | undefined): Fields => (isFields(value) ? value : {});

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** A string as it is, a number as its digits, anything else as nothing. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

const read = (text: string): Json => JSON.parse(text);

/** Null where the text is no JSON. */
export const parseJson = (text: string): { readonly value: Json } | null => {
  try {
    return { value: read(text) };
  } catch {
    return null;
  }
};

/** A copy that shares nothing with what it was made of. */
export const copy = (value: Fields): Fields => structuredClone(value);

/** Without the fields that are undefined, as JSON leaves them out. */
export const given = (fields: Readonly<Record<string, Json | undefined>>): Fields => {
  const kept: Fields = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept;
};
