import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { shortened } from '../../render/pieces.ts';
import type { Listed } from '../common/asking.ts';
import type { MenuWords } from '../common/menu-words.ts';
import { type Api, faultOf } from './api.ts';
import { WORDS } from './words.ts';

const DESCRIPTION_CHARACTERS = 256;
const NAME = /^[a-z0-9_]{1,32}$/;

const held = z.array(z.object({ command: z.string(), description: z.string() }));

type MenuCommand = z.infer<typeof held>[number];

interface Menu {
  readonly scope: { readonly type: string };
  /** Absent: for whoever has none of their own. */
  readonly language_code?: string;
  readonly commands: readonly MenuCommand[];
}

type Entry = Pick<Listed, 'name' | 'description' | 'admin'>;

const SETTINGS: Entry = { name: 'settings', description: WORDS.settingsDescription };

/** The menus by who sees them and in which language. */
const menusOf = (commands: readonly Listed[], words: MenuWords): readonly Menu[] => {
  // A plain question needs no command here.
  const all: readonly Entry[] = commands.filter(({ name }) => NAME.test(name) && name !== 'ask');
  const open = all.filter(({ admin = false }) => !admin);
  const described = ({ name, description }: Entry, language: string | null): MenuCommand => {
    const line = (language === null ? null : words.describe(language, name)) ?? description;
    return { command: name, description: shortened(line, DESCRIPTION_CHARACTERS) };
  };
  const menu = (type: string, list: readonly Entry[], language: string | null): Menu => ({
    scope: { type },
    ...(language === null ? {} : { language_code: language }),
    commands: list.map(each => described(each, language)),
  });
  const languages = [null, ...words.languages];
  return [
    // Shown where none of the others is.
    menu('default', open, null),
    ...languages.flatMap(language => [
      // Nobody manages a private chat, so what is for administrators would be refused there.
      menu('all_private_chats', [...open, SETTINGS], language),
      menu('all_group_chats', open, language),
      menu('all_chat_administrators', [...all, SETTINGS], language),
    ]),
  ];
};

const isSame = (known: readonly MenuCommand[], wanted: readonly MenuCommand[]): boolean =>
  known.length === wanted.length &&
  wanted.every(
    ({ command, description }, i) => known[i]?.command === command && known[i]?.description === description,
  );

/** Does a call, and does it again after each pause that Telegram wants. */
const patiently = async (
  api: Api,
  method: string,
  payload: object,
  signal: AbortSignal,
): Promise<unknown> => {
  for (;;) {
    try {
      return await api.call(method, payload);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind !== 'wait' || signal.aborted) throw error;
      await pause(fault.seconds * 1_000, undefined, { signal });
    }
  }
};

/**
 * Makes Telegram show these commands; what it shows already is fetched first, and only what differs is written.
 * @returns how many menus were written
 * @throws what `faultOf` explains
 */
export const writeMenus = async (
  api: Api,
  commands: readonly Listed[],
  words: MenuWords,
  signal: AbortSignal,
): Promise<number> => {
  let written = 0;
  for (const { scope, language_code, commands: wanted } of menusOf(commands, words)) {
    const place = { scope, ...(language_code === undefined ? {} : { language_code }) };
    const known = held.parse(await patiently(api, 'getMyCommands', place, signal));
    if (isSame(known, wanted)) continue;
    await patiently(api, 'setMyCommands', { ...place, commands: wanted }, signal);
    written++;
  }
  return written;
};
