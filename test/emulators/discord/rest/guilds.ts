import type { Fields } from '../../json.ts';
import { bits } from '../permissions.ts';
import { missingAccess, Refusal, unknown } from '../problem.ts';
import { rolesOf, showApplication, showChannel, showGuild, showMember, showUser } from '../show.ts';
import type { Guild } from '../world.ts';
import { type Call, type Handler, ok } from './call.ts';

const guildOf = ({ world, params }: Call): Guild => {
  const guild = world.guilds.get(params.guild_id ?? '');
  if (guild === undefined) throw unknown('Guild', 10004);
  if (guild.unavailable) throw missingAccess();
  return guild;
};

const channelsOf = (call: Call, isThread: boolean): Fields[] => {
  const guild = guildOf(call);
  const found = [...call.world.channels.values()].filter(
    channel => channel.guild === guild.id && (channel.type === 11) === isThread,
  );
  return found.map(channel => showChannel(call.world, channel));
};

const member: Handler = call => {
  const guild = guildOf(call);
  const { bot, person } = call.world;
  const user = [bot, person].find(({ id }) => id === call.params.user_id);
  if (user === undefined) throw new Refusal(404, 10007, 'Unknown Member');
  return ok(showMember(call.world, guild, user));
};

const GUILD = '/guilds/{guild_id}';

export const guildRoutes: readonly (readonly [string, Handler])[] = [
  ['GET /users/@me', ({ world }) => ok({ ...showUser(world.bot), mfa_enabled: false, locale: 'en-US' })],
  [
    'GET /users/@me/guilds',
    ({ world }) =>
      ok(
        [...world.guilds.values()].map(({ id, name, allowed }) => ({
          id,
          name,
          icon: null,
          banner: null,
          owner: false,
          permissions: bits(allowed),
          features: [],
        })),
      ),
  ],
  ['GET /applications/@me', ({ world }) => ok(showApplication(world))],
  ['GET /applications/{application_id}', ({ world }) => ok(showApplication(world))],
  [`GET ${GUILD}`, call => ok(showGuild(call.world, guildOf(call)))],
  [`GET ${GUILD}/channels`, call => ok(channelsOf(call, false))],
  [`GET ${GUILD}/roles`, call => ok(rolesOf(guildOf(call)))],
  [
    `GET ${GUILD}/threads/active`,
    call => ok({ threads: channelsOf(call, true), members: [], has_more: false }),
  ],
  [`GET ${GUILD}/members/{user_id}`, member],
];
