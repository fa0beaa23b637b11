import { type Fields, fieldsOf, type Json, listOf, numberOf, textOf } from '../../json.ts';
import { bad } from '../problem.ts';
import { chatOf } from '../target.ts';
import type { Account, Chat, World } from '../world.ts';
import type { Methods } from './call.ts';

const MOST_COMMANDS = 100;

const SCOPES = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
];

const languageOf = (value: Json | undefined): string => {
  const language = textOf(value);
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw bad('invalid language code specified');
  return language;
};

const keyOf = (world: World, params: Fields): string => {
  const scope = params.scope === undefined ? { type: 'default' } : fieldsOf(params.scope);
  const type = textOf(scope.type);
  if (!SCOPES.includes(type)) throw bad("can't parse BotCommandScope: Unsupported type specified");
  const chat = type.startsWith('chat') ? chatOf(world, scope.chat_id).id : '';
  const user = type === 'chat_member' ? numberOf(scope.user_id) : '';
  return [type, chat, user, languageOf(params.language_code)].join('|');
};

const check = (command: Fields): Fields => {
  const [name, description] = [textOf(command.command), textOf(command.description)];
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw bad('BOT_COMMAND_INVALID');
  if (description.length < 1 || description.length > 256) throw bad('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command: name, description };
};

/** The bot's menus, and its descriptions. */
export const menus: Methods = {
  setMyCommands: ({ world, params }) => {
    const commands = listOf(params.commands).map(fieldsOf).map(check);
    if (commands.length > MOST_COMMANDS) throw bad('BOT_COMMANDS_TOO_MUCH');
    world.commands.set(keyOf(world, params), commands);
    return true;
  },
  getMyCommands: ({ world, params }) => world.commands.get(keyOf(world, params)) ?? [],
  deleteMyCommands: ({ world, params }) => {
    world.commands.delete(keyOf(world, params));
    return true;
  },
  setMyDescription: ({ world, params }) => {
    world.commands.set(`description|${languageOf(params.language_code)}`, textOf(params.description));
    return true;
  },
  getMyDescription: ({ world, params }) => ({
    description: world.commands.get(`description|${languageOf(params.language_code)}`) ?? '',
  }),
  setMyShortDescription: ({ world, params }) => {
    world.commands.set(`short|${languageOf(params.language_code)}`, textOf(params.short_description));
    return true;
  },
  getMyShortDescription: ({ world, params }) => ({
    short_description: world.commands.get(`short|${languageOf(params.language_code)}`) ?? '',
  }),
};

/** The menu that a person sees in a chat: the narrowest scope that has one, in their language first. */
export const menuFor = (world: World, chat: Chat, user: Account): readonly Fields[] => {
  const admin = ['creator', 'administrator'].includes(chat.members.get(user.id)?.status ?? '');
  const inPrivate = chat.type === 'private';
  const scopes = [
    ...(inPrivate ? [] : [`chat_member|${chat.id}|${user.id}`]),
    ...(admin ? [`chat_administrators|${chat.id}|`] : []),
    `chat|${chat.id}|`,
    ...(admin ? ['all_chat_administrators||'] : []),
    inPrivate ? 'all_private_chats||' : 'all_group_chats||',
    'default||',
  ];
  for (const scope of scopes)
    for (const language of [user.language_code ?? '', '']) {
      const found = world.commands.get(`${scope}|${language}`);
      if (found !== undefined) return listOf(found).map(fieldsOf);
    }
  return [];
};
