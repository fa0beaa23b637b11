import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Writes the table of facts that the Telegram emulator checks by: fields, types, what is required, limits.
 * `npx node scripts/telegram-facts.ts telegram-bot-api.json`, then `npx biome format --write` on what it wrote.
 */
const METHODS =
  `getUpdates setWebhook deleteWebhook getWebhookInfo getMe sendMessage sendRichMessage sendPhoto
  sendDocument sendChatAction editMessageText editMessageReplyMarkup deleteMessage pinChatMessage unpinChatMessage
  answerCallbackQuery answerInlineQuery setMyCommands getMyCommands deleteMyCommands getChat getChatMember
  getChatAdministrators leaveChat setMyDescription getMyDescription setMyShortDescription getMyShortDescription
  close logOut`.split(/\s+/);

/** What these methods and their updates are made of, as far as a bot for text goes. */
const TYPES = `User Chat ChatFullInfo ChatPermissions AcceptedGiftTypes Message MaybeInaccessibleMessage
  InaccessibleMessage MessageEntity LinkPreviewOptions ReplyParameters InlineKeyboardMarkup InlineKeyboardButton
  SwitchInlineQueryChosenChat CopyTextButton ReplyKeyboardMarkup KeyboardButton ReplyKeyboardRemove ForceReply
  CallbackQuery InlineQuery ChosenInlineResult InlineQueryResult InlineQueryResultArticle InputMessageContent
  InputTextMessageContent InputRichMessageContent InlineQueryResultsButton BotCommand BotCommandScope
  BotCommandScopeDefault BotCommandScopeAllPrivateChats BotCommandScopeAllGroupChats
  BotCommandScopeAllChatAdministrators BotCommandScopeChat BotCommandScopeChatAdministrators
  BotCommandScopeChatMember ChatMember ChatMemberOwner ChatMemberAdministrator ChatMemberMember ChatMemberRestricted
  ChatMemberLeft ChatMemberBanned ChatMemberUpdated Update WebhookInfo ResponseParameters PhotoSize Document
  InputRichMessage RichMessage RichBlock RichBlockParagraph RichText ForumTopicCreated BotDescription BotShortDescription`.split(
  /\s+/,
);

const Field = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  description: z.string(),
});

const Described = z.object({
  returns: z.array(z.string()).optional(),
  subtypes: z.array(z.string()).optional(),
  fields: z.array(Field).optional(),
});

const Description = z.object({
  version: z.string(),
  methods: z.record(z.string(), Described),
  types: z.record(z.string(), Described),
});

const constant = (text: string): string | null =>
  /(?:, always |, must be )["“]?([a-z_]+)["”]?/.exec(text)?.[1] ?? null;

/** Limits in characters or bytes; those that hold after entities are parsed are the emulator's own business, `message_text` too. */
const limit = (
  text: string,
): { readonly characters: [number, number] } | { readonly bytes: [number, number] } | null => {
  if (/after (?:entities|entity) parsing/.test(text)) return null;
  const found = /(\d+)(?:-(\d+))? (characters|[Bb]ytes)/.exec(text);
  if (found === null) return null;
  const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])];
  const range: [number, number] = found[2] === undefined ? [0, high] : [low, high];
  return found[3] !== 'characters' ? { bytes: range } : { characters: range };
};

const between = (text: string): [number, number] | null => {
  const found = /[Vv]alues between (\d+)\s*[-–]\s*(\d+)|(?:^|\s)(\d+)-(\d+)(?:, defaults|\. Defaults)/.exec(
    text,
  );
  return found === null ? null : [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
};

const fieldsOf = (fields: readonly z.infer<typeof Field>[]) =>
  Object.fromEntries(
    fields.map(({ name, types, required, description }) => {
      const is = name === 'type' || name === 'status' ? constant(description) : null;
      const range = types.includes('Integer') ? between(description) : null;
      const size = types.includes('String') && name !== 'message_text' ? limit(description) : null;
      return [
        name,
        {
          types,
          ...(required ? { required } : {}),
          ...(is === null ? {} : { is }),
          ...(range === null ? {} : { between: range }),
          ...size,
        },
      ];
    }),
  );

const picked = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): [string, T][] =>
  names.map(name => {
    const found = from[name];
    if (found === undefined) throw new Error(`The description has no ${name}`);
    return [name, found];
  });

const file = process.argv[2];
if (file === undefined)
  throw new Error('Say which file: npx node scripts/telegram-facts.ts telegram-bot-api.json');
const { version, methods, types } = Description.parse(JSON.parse(readFileSync(file, 'utf8')));
const facts = {
  version,
  methods: Object.fromEntries(
    picked(methods, METHODS).map(([name, { returns = [], fields = [] }]) => [
      name,
      { returns, fields: fieldsOf(fields) },
    ]),
  ),
  types: Object.fromEntries(
    picked(types, TYPES).map(([name, { subtypes, fields = [] }]) => [
      name,
      subtypes === undefined || subtypes.length === 0 ? { fields: fieldsOf(fields) } : { subtypes },
    ]),
  ),
};
writeFileSync(
  new URL('../test/emulators/telegram/facts.json', import.meta.url),
  `${JSON.stringify(facts, null, 2)}\n`,
);
