import { describe, expect, test } from 'vitest';
import { ask, commands } from '../../../commands/index.ts';
import { loadMenuWords } from '../../../src/menu-words.ts';
import { commandBodies } from '../../../src/platform/discord/commands.ts';
import { commandProblems } from '../../emulators/discord/check-command.ts';
import { parseJson } from '../../emulators/json.ts';

const all = [...commands, ask];
const bodies = commandBodies(all, true, loadMenuWords());

describe('the words of commands in other languages', () => {
  test.for(bodies)('/$name keeps the limits of Discord, in every language', body => {
    expect(commandProblems(parseJson(JSON.stringify(body))?.value ?? null)).toEqual([]);
  });

  test.for(bodies)('/$name names no two options alike in one language', ({ options }) => {
    const locales = new Set(
      options.flatMap(({ name_localizations }) => Object.keys(name_localizations ?? {})),
    );
    for (const locale of locales) {
      const names = options.map(({ name, name_localizations }) => name_localizations?.[locale] ?? name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('reach both kinds of Spanish, and no language that Discord does not know', () => {
    const { description_localizations: words } = bodies[0] ?? {};
    expect(Object.keys(words ?? {}).toSorted()).toEqual(['ar', 'de', 'es-419', 'es-ES', 'fr', 'hi', 'ru']);
    expect(words?.['es-419']).toBe(words?.['es-ES']);
  });

  test('leave the names of commands as answers speak of them', () => {
    for (const body of bodies) expect(body).not.toHaveProperty('name_localizations');
  });
});
