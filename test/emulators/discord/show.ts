import { type Fields, given } from '../json.ts';
import { allowedIn } from './allowed.ts';
import { bits, type Permission } from './permissions.ts';
import type { Channel, Guild, User, World } from './world.ts';

const ROLE: Fields = {
  position: 0,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
};

const EVERYBODY: readonly Permission[] = ['USE_APPLICATION_COMMANDS'];

export const showUser = ({ id, name, bot }: User): Fields =>
  given({
    id,
    username: name,
    avatar: null,
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    global_name: null,
    primary_guild: null,
    bot: bot ? true : undefined,
  });

/** The bot's own role in a guild; an id that is nobody else's. */
const botRole = (guild: Guild): string => (BigInt(guild.id) + 1n).toString();

const showRoles = (guild: Guild): Fields[] => [
  { ...ROLE, id: guild.id, name: '@everyone', permissions: bits(EVERYBODY) },
  {
    ...ROLE,
    id: botRole(guild),
    name: 'sitrep',
    permissions: bits(guild.allowed),
    position: 1,
    managed: true,
  },
];

export const rolesOf = showRoles;

export const showMember = (world: World, guild: Guild, user: User): Fields => ({
  user: showUser(user),
  avatar: null,
  banner: null,
  communication_disabled_until: null,
  flags: 0,
  joined_at: new Date(world.clock.now()).toISOString(),
  nick: null,
  pending: false,
  premium_since: null,
  roles: user.bot ? [botRole(guild)] : [],
  mute: false,
  deaf: false,
});

export const showChannel = (world: World, channel: Channel): Fields => {
  const { id, type, name, guild, parent, denied } = channel;
  if (guild === null)
    return { id, type, flags: 0, last_message_id: null, recipients: [showUser(world.person)] };
  const shared = { id, type, name, flags: 0, guild_id: guild, last_message_id: null, rate_limit_per_user: 0 };
  if (type === 11)
    return {
      ...shared,
      parent_id: parent,
      owner_id: world.bot.id,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: new Date(world.clock.now()).toISOString(),
        locked: false,
      },
    };
  const home = world.guilds.get(guild);
  const overwrites =
    home === undefined || denied.length === 0
      ? []
      : [{ id: botRole(home), type: 0, allow: '0', deny: bits(denied) }];
  return {
    ...shared,
    position: 0,
    nsfw: false,
    topic: null,
    parent_id: null,
    permission_overwrites: overwrites,
  };
};

export const showGuild = (world: World, { id, name, locale, ...guild }: Guild): Fields => ({
  id,
  name,
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  owner_id: world.person.id,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  roles: showRoles({ id, name, locale, ...guild }),
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 0,
  max_video_channel_users: 0,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: locale,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
});

/** What GUILD_CREATE carries besides the guild itself. */
export const showWholeGuild = (world: World, guild: Guild): Fields => {
  const channels = [...world.channels.values()].filter(channel => channel.guild === guild.id);
  const seen = channels.filter(
    channel => allowedIn(world, channel).includes('VIEW_CHANNEL') || channel.type !== 11,
  );
  return {
    ...showGuild(world, guild),
    joined_at: new Date(world.clock.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [showMember(world, guild, world.bot)],
    channels: seen.filter(({ type }) => type !== 11).map(channel => showChannel(world, channel)),
    threads: seen.filter(({ type }) => type === 11).map(channel => showChannel(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
};

/** The application with its flags: without the content intent, `limited`. */
export const showApplication = (world: World): Fields => {
  const flags = world.privileged.includes('content') ? 1 << 19 : 0;
  return {
    id: world.bot.id,
    name: world.bot.name,
    icon: null,
    description: '',
    type: null,
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: showUser(world.person),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
};
