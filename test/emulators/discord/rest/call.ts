import { type Fields, fieldsOf, type Json } from '../../json.ts';
import { allowedIn } from '../allowed.ts';
import { isEmpty, mentionProblems, messageProblems, type Way } from '../check-message.ts';
import { written } from '../messages.ts';
import type { Permission } from '../permissions.ts';
import { Breach, missingAccess, missingPermissions, unknown } from '../problem.ts';
import type { Channel, Message, World } from '../world.ts';

/** Sends an event to every gateway session that asked for such. */
export type Emit = (event: string, data: Fields, intent?: number) => void;

/** A request that was found to be well-formed. */
export interface Call {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  readonly emit: Emit;
  /** Writes down what breaks a rule of the house while Discord would let it pass. */
  readonly note: (problems: readonly string[]) => void;
}

export interface Reply {
  readonly status: number;
  readonly body?: Json;
}

export type Handler = (call: Call) => Reply;

export const ok = (body: Json): Reply => ({ status: 200, body });
export const NOTHING: Reply = { status: 204 };

/** The bit of an intent, by which gateways ask for events. */
export const INTENT = {
  guilds: 1 << 0,
  members: 1 << 1,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
} as const;

export const messageIntent = (channel: Channel | undefined): number =>
  channel?.guild === null ? INTENT.directMessages : INTENT.guildMessages;

/** The channel that a path names, where the bot sees it. */
export const channelOf = ({ world, params }: Call): Channel => {
  const channel = world.channels.get(params.channel_id ?? '');
  if (channel === undefined) throw unknown('Channel', 10003);
  if (channel.guild !== null && !world.guilds.has(channel.guild)) throw missingAccess();
  if (!allowedIn(world, channel).includes('VIEW_CHANNEL')) throw missingAccess();
  return channel;
};

export const need = (world: World, channel: Channel, ...permissions: readonly Permission[]): void => {
  const allowed = allowedIn(world, channel);
  if (permissions.some(name => !allowed.includes(name))) throw missingPermissions();
};

/**
 * Ends the request where Discord would refuse the message that comes of it.
 *
 * @param before the message as it is; empty for a new one
 */
export const checkMessage = (call: Call, way: Way, before: Fields, body: Json | undefined): Fields => {
  const sent = fieldsOf(body);
  const message = written(before, sent);
  if (isEmpty(message)) throw new Breach(['the message is empty'], 50006);
  const problems = messageProblems(message, sent, way);
  if (problems.length > 0) throw new Breach(problems);
  call.note(mentionProblems(sent));
  return sent;
};

/** Tells the gateway of a message that is new or changed, where others than the person see it. */
export const announce = (
  { world, emit }: Call,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
): void => {
  const channel = world.channels.get(message.channel);
  if (channel === undefined || message.ephemeral) return;
  const guild = channel.guild === null ? {} : { guild_id: channel.guild };
  emit(event, { ...message.body, ...guild }, messageIntent(channel));
};
