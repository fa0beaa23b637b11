import { randomBytes } from 'node:crypto';
import { type Fields, given } from '../json.ts';
import { allowedIn } from './allowed.ts';
import { bits, type Permission } from './permissions.ts';
import { showChannel, showMember, showUser } from './show.ts';
import {
  type Channel,
  directChannel,
  type Guild,
  type Interaction,
  type InteractionKind,
  type World,
} from './world.ts';

/** Where a person acts, and as whom. */
export interface Place {
  /** Id of a channel; the first text channel unless said. */
  readonly channel?: string;
  /** In the direct channel with the bot. */
  readonly direct?: boolean;
  /** In a guild where the bot is not, by a command that the person installed for themselves. */
  readonly elsewhere?: boolean;
  /** What the person may do; everything unless said. */
  readonly permissions?: readonly Permission[];
  /** `en-US` unless said. */
  readonly locale?: string;
}

const KIND = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

const EVERYTHING: readonly Permission[] = [
  'ADMINISTRATOR',
  'MANAGE_CHANNELS',
  'MANAGE_GUILD',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'USE_APPLICATION_COMMANDS',
];

export const permissionsOf = ({ permissions }: Place): readonly Permission[] => permissions ?? EVERYTHING;

export interface Spot {
  readonly channel: Channel;
  readonly guild: Guild | null;
  /** The bot is a member there. */
  readonly isMember: boolean;
}

/** The channel that a place means. */
export const spotOf = (world: World, place: Place): Spot => {
  if (place.direct === true) return { channel: directChannel(world), guild: null, isMember: true };
  if (place.elsewhere === true) {
    const id = place.channel ?? world.id();
    const home = (BigInt(id) + 1n).toString();
    const guild = { id: home, name: 'elsewhere', unavailable: false, allowed: [], locale: 'en-US' };
    const channel = { id, type: 0, name: 'general', guild: home, parent: null, denied: [] };
    return { channel, guild, isMember: false };
  }
  const channels = [...world.channels.values()].filter(({ type }) => type !== 1);
  const channel = channels.find(({ id }) => place.channel === undefined || id === place.channel);
  const guild = world.guilds.get(channel?.guild ?? '');
  if (channel === undefined || guild === undefined)
    throw new Error(`there is no channel ${place.channel ?? ''}`);
  return { channel, guild, isMember: true };
};

export interface Use {
  readonly kind: InteractionKind;
  readonly data: Fields;
  readonly spot: Spot;
  readonly place: Place;
  /** The message whose component is used, and its id. */
  readonly message?: { readonly id: string; readonly body: Fields };
}

/** Makes an interaction as Discord would send it, and remembers it. */
export const makeInteraction = (world: World, { kind, data, spot, place, message }: Use): Interaction => {
  const { channel, guild, isMember } = spot;
  const id = world.id();
  const token = randomBytes(48).toString('base64url');
  const permissions = bits(permissionsOf(place));
  const owners: Fields = isMember ? { '0': guild?.id ?? '0' } : { '1': world.person.id };
  const body = given({
    id,
    application_id: world.bot.id,
    type: KIND[kind],
    data,
    guild_id: guild?.id,
    guild: guild === null ? undefined : { id: guild.id, locale: guild.locale, features: [] },
    channel_id: channel.id,
    channel: { ...showChannel(world, channel), ...(guild === null ? {} : { permissions }) },
    member: guild === null ? undefined : { ...showMember(world, guild, world.person), permissions },
    user: guild === null ? showUser(world.person) : undefined,
    token,
    version: 1,
    message: message?.body,
    app_permissions: bits(isMember ? allowedIn(world, channel) : ['EMBED_LINKS', 'ATTACH_FILES']),
    locale: place.locale ?? 'en-US',
    guild_locale: guild?.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: guild === null ? 1 : 0,
    attachment_size_limit: 10_485_760,
  });
  const made: Interaction = {
    id,
    token,
    kind,
    createdAt: world.clock.now(),
    channel: channel.id,
    guild: guild?.id ?? null,
    body,
    source: message?.id ?? null,
    responded: null,
    ephemeral: false,
    original: null,
    shown: [],
    choices: null,
    modal: null,
  };
  world.interactions.set(id, made);
  return made;
};
