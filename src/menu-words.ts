import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { MenuWords } from './platform/common/menu-words.ts';

const byLanguage = <T extends z.ZodType>(words: T) =>
  z.strictObject({
    note: z.string(),
    languages: z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string(), words)),
  });

const line = z.string().min(1).max(100);

const menusSchema = byLanguage(line);

const optionsSchema = byLanguage(
  z.strictObject({ name: z.string().regex(/^[\p{Ll}\p{Lo}\p{M}\d_-]{1,32}$/u), description: line }),
);

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

/** What commands and their options do by language, from data; a file that does not fit its schema ends the start. */
export const loadMenuWords = (): MenuWords => {
  const { languages } = menusSchema.parse(read('menus.json'));
  const options = optionsSchema.parse(read('option-words.json')).languages;
  return {
    languages: Object.keys(languages),
    describe: (language, command) => languages[language]?.[command] ?? null,
    option: (language, name) => options[language]?.[name] ?? null,
  };
};
