import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { persist } from './api.ts';
import { type CommandBody, commandChanges } from './commands.ts';

const heldCommands = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/** Discord leaves them out unless they are asked for. */
const WITH_TRANSLATIONS = new URLSearchParams({ with_localizations: 'true' });

/** Where commands are registered: for all servers, or for one. */
export interface Scope {
  readonly application: string;
  readonly guild: string | null;
}

/**
 * Makes Discord hold these commands. What it holds already is fetched first, and only what differs is written: Discord
 * allows 200 new ones a day.
 * @returns how many were written
 * @throws what Discord refuses
 */
export const registerCommands = async (
  rest: REST,
  { application, guild }: Scope,
  wanted: readonly CommandBody[],
  signal: AbortSignal,
): Promise<number> => {
  const all =
    guild === null
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guild);
  const one = (id: string): `/${string}` =>
    guild === null
      ? Routes.applicationCommand(application, id)
      : Routes.applicationGuildCommand(application, guild, id);
  const held = heldCommands.parse(
    await persist(() => rest.get(all, { query: WITH_TRANSLATIONS, signal }), signal),
  );
  const { create, change, remove } = commandChanges(held, wanted);
  // Each of these has the same end when it is done twice: a second one of a name replaces the first.
  for (const { id } of remove) await persist(() => rest.delete(one(id), { signal }), signal);
  for (const body of create) await persist(() => rest.post(all, { body, signal }), signal);
  for (const { id, body } of change) await persist(() => rest.patch(one(id), { body, signal }), signal);
  return create.length + change.length + remove.length;
};
