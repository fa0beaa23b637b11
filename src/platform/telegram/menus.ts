import { z } from 'zod';
import { shortened } from '../../render/pieces.ts';
import type { Listed } from '../common/asking.ts';
import type { Api } from './api.ts';
import { WORDS } from './words.ts';

const DESCRIPTION_CHARACTERS = 256;
const NAME = /^[a-z0-9_]{1,32}$/;

const held = z.array(z.object({ command: z.string(), description: z.string() }));

type MenuCommand = z.infer<typeof held>[number];

interface Menu {
  readonly scope: { readonly type: string };
  readonly commands: readonly MenuCommand[];
}

/** The menus by who sees them. The answers are in one language, so one menu serves all. */
const menusOf = (commands: readonly Listed[]): readonly Menu[] => {
  const shown = (list: readonly Listed[]): readonly MenuCommand[] =>
    list
      // A plain question needs no command here.
      .filter(({ name }) => NAME.test(name) && name !== 'ask')
      .map(({ name, description }) => ({
        command: name,
        description: shortened(description, DESCRIPTION_CHARACTERS),
      }));
  const settings = { command: 'settings', description: WORDS.settingsDescription };
  const [all, open] = [shown(commands), shown(commands.filter(({ admin = false }) => !admin))];
  return [
    { scope: { type: 'default' }, commands: open },
    { scope: { type: 'all_private_chats' }, commands: [...all, settings] },
    { scope: { type: 'all_group_chats' }, commands: open },
    { scope: { type: 'all_chat_administrators' }, commands: [...all, settings] },
  ];
};

/**
 * Makes Telegram show these commands; what it shows already is fetched first, and only what differs is written.
 * @returns how many menus were written
 */
export const writeMenus = async (api: Api, commands: readonly Listed[]): Promise<number> => {
  let written = 0;
  for (const menu of menusOf(commands)) {
    const known = held.parse(await api.call('getMyCommands', { scope: menu.scope }));
    const isSame =
      known.length === menu.commands.length &&
      menu.commands.every(
        ({ command, description }, i) =>
          known[i]?.command === command && known[i]?.description === description,
      );
    if (isSame) continue;
    await api.call('setMyCommands', menu);
    written++;
  }
  return written;
};
