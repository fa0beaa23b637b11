import { type Fields, fieldsOf, isFields, type Json, numberOf, textOf } from '../../json.ts';
import { CAPTION, compose, EDITED, entityFields, TEXT } from '../compose.ts';
import { readUpload } from '../facts.ts';
import { keyboardOf } from '../keyboard.ts';
import { bad } from '../problem.ts';
import { richOf } from '../rich.ts';
import { chatOf, memberOf, needs, placeOf } from '../target.ts';
import { type Chat, put, type Right, showChat, showUser, type World } from '../world.ts';
import type { Call, Methods } from './call.ts';

/** Tells the test of entities that Telegram would drop in silence. */
export const dropped =
  ({ world, method }: Call) =>
  (count: number): void =>
    world.transcript.violate({
      by: 'client',
      what: method,
      problem: `${count} entities are over the 100 that Telegram keeps`,
    });

const sender = (world: World, chat: Chat): Fields =>
  chat.type === 'channel' ? { sender_chat: showChat(chat) } : { from: showUser(world.me) };

const send = (
  call: Call,
  right: Right,
  content: (chat: Chat) => Readonly<Record<string, Json | undefined>>,
): Json => {
  const { world, params } = call;
  const chat = memberOf(world, params.chat_id);
  needs(world, chat, right);
  const place = placeOf(chat, params);
  const made = put(world, chat, {
    ...sender(world, chat),
    ...place,
    ...content(chat),
    reply_markup: keyboardOf(params.reply_markup),
    has_protected_content: params.protect_content === true ? true : undefined,
  });
  world.transcript.changed();
  return made;
};

const textFields = (call: Call, limit = TEXT): Readonly<Record<string, Json | undefined>> => {
  const { text, parse_mode: mode, entities, link_preview_options: preview } = call.params;
  const composed = compose(text, { mode, entities, limit, dropped: dropped(call) });
  return { text: composed.text, entities: entityFields(composed.entities), link_preview_options: preview };
};

const captionFields = (call: Call): Readonly<Record<string, Json | undefined>> => {
  const { caption, parse_mode: mode, caption_entities: entities } = call.params;
  if (caption === undefined) return {};
  const composed = compose(caption, { mode, entities, limit: CAPTION, dropped: dropped(call) });
  return { caption: composed.text, caption_entities: entityFields(composed.entities) };
};

/** A message of the bot itself, by its chat and number. */
const own = ({ world, params }: Call, what: string): { readonly chat: Chat; readonly message: Fields } => {
  const chat = memberOf(world, params.chat_id);
  const message = chat.messages.get(numberOf(params.message_id));
  if (message === undefined) throw bad(`message to ${what} not found`);
  const mine = fieldsOf(message.from).id === world.me.id || chat.type === 'channel';
  if (!mine && what === 'edit') throw bad("message can't be edited");
  return { chat, message };
};

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const UNMODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

const edit = (call: Call, change: () => Readonly<Record<string, Json | undefined>>): Json => {
  const { world, params } = call;
  const inline = params.inline_message_id;
  const message = inline === undefined ? own(call, 'edit').message : world.inline.get(textOf(inline));
  if (message === undefined) throw bad('MESSAGE_ID_INVALID');
  const next: Record<string, Json | undefined> = {
    ...change(),
    reply_markup: keyboardOf(params.reply_markup),
  };
  const differs = Object.entries(next).some(
    ([name, value]) => name !== 'link_preview_options' && !same(message[name], value),
  );
  if (!differs) throw bad(UNMODIFIED);
  for (const [name, value] of Object.entries(next)) {
    delete message[name];
    if (value !== undefined) message[name] = value;
  }
  message.edit_date = world.seconds();
  world.transcript.changed();
  return inline === undefined ? message : true;
};

const PHOTO = { file_id: 'photo', file_unique_id: 'photo', width: 640, height: 480 };
const FILE = { file_id: 'document', file_unique_id: 'document' };

const document = (call: Call): Json => {
  const upload = readUpload(call.params.document);
  if (upload?.text === '') throw bad('file must be non-empty');
  const file =
    upload === null
      ? FILE
      : { ...FILE, file_name: upload.name, mime_type: upload.type, file_size: upload.text.length };
  const made = send(call, 'send_documents', () => ({ document: file, ...captionFields(call) }));
  if (upload !== null)
    chatOf(call.world, call.params.chat_id).files.set(numberOf(fieldsOf(made).message_id), upload);
  call.world.transcript.changed();
  return made;
};

const ACTIONS = ['typing', 'upload_photo', 'upload_document', 'choose_sticker', 'find_location'];

/** What the bot says. */
export const sending: Methods = {
  sendMessage: call => send(call, 'send_text', () => textFields(call)),
  sendRichMessage: call =>
    send(call, 'send_text', () => ({ rich_message: richOf(call.params.rich_message) })),
  sendPhoto: call => send(call, 'send_photos', () => ({ photo: [PHOTO], ...captionFields(call) })),
  sendDocument: document,
  sendChatAction: ({ world, params }) => {
    const chat = memberOf(world, params.chat_id);
    if (!ACTIONS.includes(textOf(params.action))) throw bad('wrong parameter action in request');
    placeOf(chat, params);
    return true;
  },
  editMessageText: call =>
    edit(call, () =>
      isFields(call.params.rich_message)
        ? { text: undefined, entities: undefined, rich_message: richOf(call.params.rich_message) }
        : { ...textFields(call, EDITED), rich_message: undefined },
    ),
  editMessageReplyMarkup: call => edit(call, () => ({})),
  deleteMessage: call => {
    const { chat, message } = own(call, 'delete');
    if (fieldsOf(message.from).id !== call.world.me.id && chat.type !== 'private')
      needs(call.world, chat, 'delete_messages');
    chat.messages.delete(numberOf(message.message_id));
    call.world.transcript.changed();
    return true;
  },
  pinChatMessage: call => {
    const { chat, message } = own(call, 'pin');
    needs(call.world, chat, 'pin_messages');
    chat.pinned = numberOf(message.message_id);
    return true;
  },
  unpinChatMessage: ({ world, params }) => {
    const chat = memberOf(world, params.chat_id);
    needs(world, chat, 'pin_messages');
    chat.pinned = null;
    return true;
  },
};
