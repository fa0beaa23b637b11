const BITS = {
  CREATE_INSTANT_INVITE: 0,
  ADMINISTRATOR: 3,
  MANAGE_CHANNELS: 4,
  MANAGE_GUILD: 5,
  ADD_REACTIONS: 6,
  VIEW_CHANNEL: 10,
  SEND_MESSAGES: 11,
  MANAGE_MESSAGES: 13,
  EMBED_LINKS: 14,
  ATTACH_FILES: 15,
  READ_MESSAGE_HISTORY: 16,
  MENTION_EVERYONE: 17,
  USE_APPLICATION_COMMANDS: 31,
  MANAGE_THREADS: 34,
  CREATE_PUBLIC_THREADS: 35,
  SEND_MESSAGES_IN_THREADS: 38,
} as const;

export type Permission = keyof typeof BITS;

/** As Discord writes them: a number as a string. */
export const bits = (permissions: readonly Permission[]): string =>
  permissions.reduce((sum, name) => sum | (1n << BigInt(BITS[name])), 0n).toString();
