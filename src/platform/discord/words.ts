/** What the Discord adapter says to people and to who runs it. */
export const WORDS = {
  earlier: 'Earlier',
  later: 'Next',
  sources: 'Sources',
  why: 'Why',
  whyOther: 'Why another figure',
  offers: 'Ask next',
  private: 'private',
  privateDescription: 'Show the answer to you alone',
  yes: 'Yes',
  forgotten: 'This button is too old for me to know what it asked. Ask again with the command.',
  nothingCited: 'This answer cites nothing.',
  tokenRefused: 'Discord refused the token; check DISCORD_TOKEN.',
  closed: {
    4004: 'Discord refused the token; check DISCORD_TOKEN.',
    4010: 'Discord refused the shard (4010); this program runs one shard alone.',
    4011: 'Discord wants the bot in more shards than one (4011): it is in too many servers for this program.',
    4012: 'Discord no longer speaks the version of its gateway that this program does (4012); update it.',
    4013: 'Discord refused the intents (4013); update this program.',
    4014: 'Discord refused the intents (4014); this program needs none that are privileged, so check the application.',
  },
} as const;
