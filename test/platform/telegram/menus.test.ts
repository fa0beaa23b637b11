import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import menus from '../../../data/menus.json' with { type: 'json' };
import { loadMenuWords } from '../../../src/menu-words.ts';
import { type Api, createApi } from '../../../src/platform/telegram/api.ts';
import { writeMenus } from '../../../src/platform/telegram/menus.ts';
import { startTelegram, type TelegramEmulator } from '../../emulators/telegram/start.ts';

let telegram: TelegramEmulator;
let ending: AbortController;
let api: Api;

const write = () => writeMenus(api, commands, loadMenuWords(), ending.signal);

beforeEach(async () => {
  telegram = await startTelegram();
  ending = new AbortController();
  api = createApi(telegram.token, telegram.apiRoot, ending.signal);
});

afterEach(async () => {
  ending.abort();
  await telegram.close();
  expect(telegram.transcript.takeViolations()).toEqual([]);
});

const LANGUAGES = Object.keys(menus.languages);

describe('menus', () => {
  test('are written once, and again where something differs alone', async () => {
    expect(await write()).toBe(4 + 3 * LANGUAGES.length);
    telegram.transcript.clear();
    expect(await write()).toBe(0);
    expect(telegram.transcript.calls('setMyCommands')).toEqual([]);
    await api.call('deleteMyCommands', { scope: { type: 'all_group_chats' }, language_code: 'ur' });
    expect(await write()).toBe(1);
  });

  test('are read in the language of the person, in English where there is none', async () => {
    await write();
    const search = (language: string) =>
      telegram
        .person('Reader', language)
        .menu()
        .find(({ command }) => command === 'search')?.description;
    expect(search('ur')).toBe(menus.languages.ur.search);
    expect(search('de')).toBe(menus.languages.de.search);
    expect(search('xx')).toBe(commands.find(({ name }) => name === 'search')?.description);
  });

  test('offer what is for administrators to those of a group alone', async () => {
    await write();
    const room = telegram.room('Desk');
    const guest = telegram.person('Guest');
    room.join(guest);
    const names = (menu: readonly { readonly [key: string]: unknown }[]) =>
      menu.map(({ command }) => command);
    expect(names(telegram.user.menu(room))).toEqual(expect.arrayContaining(['feed', 'settings']));
    for (const menu of [guest.menu(room), telegram.user.menu()]) expect(names(menu)).not.toContain('feed');
    expect(names(telegram.user.menu())).toContain('settings');
    expect(names(guest.menu(room))).not.toContain('settings');
  });

  test('wait when Telegram wants a pause', async () => {
    telegram.faults.add({ wrong: { status: 429, parameters: { retry_after: 1 } }, method: 'setMyCommands' });
    expect(await write()).toBe(4 + 3 * LANGUAGES.length);
  });
});

describe('data/menus.json', () => {
  test.for(Object.entries(menus.languages))('%s says what each command does, in one short line', ([
    ,
    words,
  ]) => {
    const shown = commands.map(({ name }) => name).filter(name => name !== 'ask');
    expect(Object.keys(words).toSorted()).toEqual([...shown, 'settings'].toSorted());
    for (const line of Object.values(words)) {
      expect(line.length).toBeLessThanOrEqual(100);
      expect(line.trim()).toBe(line);
    }
  });
});
