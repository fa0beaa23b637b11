import type { Fields } from '../json.ts';
import { type EmulatorClock, snowflakes } from './clock.ts';
import type { Permission } from './permissions.ts';

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** An outage: the guild is there and cannot be reached. */
  unavailable: boolean;
  /** What the bot's role may do everywhere in the guild. */
  allowed: Permission[];
  /** Words in which the guild speaks, as `en-US`. */
  readonly locale: string;
}

export interface Channel {
  readonly id: string;
  /** 0 text, 1 direct, 5 announcements, 11 thread */
  readonly type: number;
  readonly name: string;
  readonly guild: string | null;
  readonly parent: string | null;
  /** What is taken from the bot in this channel alone. */
  denied: Permission[];
}

/** A message as the API shows it, and what it does not show. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  /** The message as in a reply; replaced whole by an edit. */
  body: Fields;
  readonly ephemeral: boolean;
  deleted: boolean;
  /** Moments of edits made an hour or more after it was posted. */
  lateEdits: readonly number[];
  readonly createdAt: number;
  /** The interaction that it answers. */
  readonly interaction: string | null;
}

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal';

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly createdAt: number;
  readonly channel: string;
  readonly guild: string | null;
  /** What was sent, to be sent again. */
  readonly body: Fields;
  /** The message whose component was used. */
  readonly source: string | null;
  /** Type of the first response; null until there is one. */
  responded: number | null;
  ephemeral: boolean;
  /** The message that `@original` means. */
  original: string | null;
  /** Messages shown or changed because of it, in order. */
  shown: string[];
  choices: readonly Fields[] | null;
  modal: Fields | null;
}

export interface CommandWrites {
  get: number;
  put: number;
  post: number;
  patch: number;
  delete: number;
  /** Commands that were not there before: 200 a day. */
  creates: number;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
}

/** All that Discord would remember. */
export interface World {
  readonly clock: EmulatorClock;
  readonly id: () => string;
  readonly token: string;
  readonly bot: User;
  readonly person: User;
  /** Switched on in the developer portal; a gateway that is asked for more closes with 4014. */
  readonly privileged: readonly ('members' | 'presences' | 'content')[];
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  /** By scope, `global` or a guild's id, and by the id of the command. */
  readonly commands: Map<string, Map<string, Fields>>;
  readonly writes: CommandWrites;
  readonly createdAt: Map<string, number[]>;
  readonly crosspostedAt: Map<string, number[]>;
  readonly interactions: Map<string, Interaction>;
  /** Id of the message that a nonce stands for, by channel. */
  readonly nonces: Map<string, { readonly message: string; readonly at: number }>;
}

export interface WorldOptions {
  readonly clock: EmulatorClock;
  readonly token: string;
  readonly privileged: readonly ('members' | 'presences' | 'content')[];
}

/** What a bot of this kind is usually granted, and no more. */
export const GRANTED: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_APPLICATION_COMMANDS',
];

export const makeWorld = ({ clock, token, privileged }: WorldOptions): World => {
  const id = snowflakes(clock);
  return {
    clock,
    id,
    token,
    privileged,
    bot: { id: id(), name: 'sitrep', bot: true },
    person: { id: id(), name: 'reader', bot: false },
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    writes: { get: 0, put: 0, post: 0, patch: 0, delete: 0, creates: 0 },
    createdAt: new Map(),
    crosspostedAt: new Map(),
    interactions: new Map(),
    nonces: new Map(),
  };
};

export const addGuild = (world: World, name: string, allowed: readonly Permission[] = GRANTED): Guild => {
  const guild = { id: world.id(), name, unavailable: false, allowed: [...allowed], locale: 'en-US' };
  world.guilds.set(guild.id, guild);
  return guild;
};

export interface NewChannel {
  readonly name: string;
  readonly guild: string | null;
  readonly type?: number;
  readonly parent?: string;
}

export const addChannel = (world: World, { name, guild, type = 0, parent }: NewChannel): Channel => {
  const channel = { id: world.id(), type, name, guild, parent: parent ?? null, denied: [] };
  world.channels.set(channel.id, channel);
  return channel;
};

/** The channel between the bot and the person; made when it is first needed. */
export const directChannel = (world: World): Channel =>
  [...world.channels.values()].find(({ type }) => type === 1) ??
  addChannel(world, { name: 'direct', guild: null, type: 1 });
