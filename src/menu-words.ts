import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { MenuWords } from './platform/common/menu-words.ts';

const menusSchema = z.strictObject({
  note: z.string(),
  languages: z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string(), z.string().min(1).max(100))),
});

/** What the commands do by language, from data/menus.json; a file that does not fit its schema ends the start. */
export const loadMenuWords = (): MenuWords => {
  const file = new URL('../data/menus.json', import.meta.url);
  const { languages } = menusSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    languages: Object.keys(languages),
    describe: (language, command) => languages[language]?.[command] ?? null,
  };
};
