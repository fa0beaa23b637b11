import type { Permission } from './permissions.ts';
import type { Channel, World } from './world.ts';

/** What the bot may do in a channel; in a direct one, everything that can be done there. */
export const allowedIn = (world: World, channel: Channel): readonly Permission[] => {
  const guild = channel.guild === null ? null : world.guilds.get(channel.guild);
  if (guild === null)
    return ['VIEW_CHANNEL', 'SEND_MESSAGES', 'EMBED_LINKS', 'ATTACH_FILES', 'READ_MESSAGE_HISTORY'];
  if (guild === undefined) return [];
  const parent = channel.parent === null ? undefined : world.channels.get(channel.parent);
  const denied = [...channel.denied, ...(parent?.denied ?? [])];
  return guild.allowed.filter(name => !denied.includes(name));
};
