import { at, type Fields, fieldsOf, given, isFields, type Json, listOf, numberOf, textOf } from '../json.ts';
import { FLAGS } from './check-message.ts';
import { showUser } from './show.ts';
import type { Message, World } from './world.ts';

const media = (world: World, value: Json): Fields => {
  const url = textOf(at(value, 'url'));
  return { id: world.id(), url, proxy_url: url };
};

/** What Discord adds to a component: its number and what was left unsaid. */
const DEFAULTS: Readonly<Record<number, Fields>> = {
  3: { min_values: 1, max_values: 1 },
  14: { divider: true, spacing: 1 },
  11: { description: null, spoiler: false },
  13: { name: null, size: null, spoiler: false },
  17: { accent_color: null, spoiler: false },
};

const completed = (world: World, components: Json | undefined): Fields[] => {
  let last = 0;
  const complete = (component: Json): Fields => {
    const { components: inner, accessory, media: source, file, items, ...own } = fieldsOf(component);
    const kept = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
    last += 1;
    return given({
      ...DEFAULTS[numberOf(own.type)],
      ...kept,
      id: numberOf(own.id) || last,
      components: Array.isArray(inner) ? inner.map(complete) : undefined,
      accessory: isFields(accessory) ? complete(accessory) : undefined,
      media: isFields(source) ? media(world, source) : undefined,
      file: isFields(file) ? media(world, file) : undefined,
      items: Array.isArray(items)
        ? items.map(item => ({
            description: null,
            spoiler: false,
            ...fieldsOf(item),
            media: media(world, at(item, 'media')),
          }))
        : undefined,
    });
  };
  return listOf(components).map(complete);
};

const shownEmbed = (embed: Json): Fields => {
  const { fields, ...own } = fieldsOf(embed);
  const kept = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
  const shown = listOf(fields).map(field => ({ inline: false, ...fieldsOf(field) }));
  return { ...kept, type: 'rich', ...(shown.length > 0 ? { fields: shown } : {}) };
};

const WRITTEN = ['content', 'embeds', 'components', 'flags'];

/** The parts of a message that a request may write, over those that are there. Null empties. */
export const written = (before: Fields, sent: Fields): Fields => {
  const made: Fields = { ...before };
  for (const key of [...WRITTEN, 'attachments', 'sticker_ids', 'poll']) {
    const value = sent[key];
    if (value === undefined) continue;
    made[key] = value ?? (key === 'content' ? '' : key === 'flags' ? 0 : []);
  }
  const kept = numberOf(before.flags) & ~FLAGS.suppressEmbeds & ~FLAGS.loading;
  made.flags = kept | numberOf(sent.flags);
  return made;
};

/** Files that came along, and those of before that an edit keeps. */
const shownAttachments = (world: World, before: Fields, message: Fields): Json[] => {
  const known = new Map(listOf(before.attachments).map(each => [textOf(at(each, 'id')), each]));
  return listOf(message.attachments).map(attachment => {
    const kept = known.get(textOf(at(attachment, 'id')));
    if (kept !== undefined) return kept;
    const id = world.id();
    const filename = textOf(at(attachment, 'filename'));
    const url = `https://cdn.discordapp.com/attachments/1/${id}/${filename}`;
    return { id, filename, size: numberOf(at(attachment, 'size')), url, proxy_url: url };
  });
};

const shownParts = (world: World, before: Fields, message: Fields): Fields => ({
  attachments: shownAttachments(world, before, message),
  content: textOf(message.content),
  embeds: listOf(message.embeds).map(shownEmbed),
  components: completed(world, message.components),
  flags: numberOf(message.flags),
});

export interface NewMessage {
  readonly channel: string;
  readonly sent: Fields;
  readonly flags?: number;
  readonly interaction?: string | null;
  /** Set where a person wrote it. */
  readonly byPerson?: boolean;
  readonly mentions?: readonly Fields[];
  readonly extra?: Fields;
}

/** Puts a message into a channel, as the API would show it. */
export const postMessage = (world: World, made: NewMessage): Message => {
  const { channel, sent, flags = 0, interaction = null, byPerson = false, mentions = [], extra = {} } = made;
  const id = world.id();
  const now = world.clock.now();
  const reference = textOf(at(sent, 'message_reference', 'message_id'));
  const body: Fields = given({
    id,
    channel_id: channel,
    type: reference === '' ? 0 : 19,
    ...shownParts(world, {}, { ...written({}, sent), flags: numberOf(sent.flags) | flags }),
    mentions: [...mentions],
    mention_roles: [],
    timestamp: new Date(now).toISOString(),
    edited_timestamp: null,
    author: showUser(byPerson ? world.person : world.bot),
    pinned: false,
    mention_everyone: false,
    tts: false,
    nonce: sent.nonce ?? undefined,
    message_reference: reference === '' ? undefined : { type: 0, channel_id: channel, message_id: reference },
    application_id: interaction === null ? undefined : world.bot.id,
    webhook_id: interaction === null ? undefined : world.bot.id,
    ...extra,
  });
  const ephemeral = (numberOf(body.flags) & FLAGS.ephemeral) !== 0;
  const message = {
    id,
    channel,
    body,
    ephemeral,
    deleted: false,
    lateEdits: [],
    createdAt: now,
    interaction,
  };
  world.messages.set(id, message);
  return message;
};

/** Writes over a message what a request sent. */
export const editMessage = (world: World, message: Message, sent: Fields): void => {
  message.body = {
    ...message.body,
    ...shownParts(world, message.body, written(message.body, sent)),
    edited_timestamp: new Date(world.clock.now()).toISOString(),
  };
};
