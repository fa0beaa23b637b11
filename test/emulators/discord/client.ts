import {
  ActivityType,
  Client,
  GatewayIntentBits,
  Partials,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { DiscordEmulator } from './start.ts';

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** A bare discord.js client for the emulator's own tests; it holds nothing of the product. */
export const bareClient = (
  discord: DiscordEmulator,
  intents: readonly GatewayIntentBits[] = INTENTS,
): Client =>
  new Client({
    intents: [...intents],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: discord.api, version: '10', retries: 0 },
    // discord.js leaves five seconds between two identifies, which a test need not wait for.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    presence: { activities: [{ name: 'made up', type: ActivityType.Custom, state: 'made up' }] },
  });

/** Resolves when the client says that it is ready. */
export const login = async (client: Client, token: string): Promise<void> => {
  const ready = new Promise<void>(resolve => client.once('clientReady', () => resolve()));
  await client.login(token);
  await ready;
};

export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'casualties',
    description: 'How many were killed and hurt',
    options: [
      { type: 3, name: 'place', description: 'Where', autocomplete: true },
      { type: 3, name: 'period', description: 'When', required: false },
    ],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  { name: 'feed', description: 'Feeds', default_member_permissions: '32', contexts: [0] },
];
