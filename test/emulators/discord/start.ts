import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { at, type Fields } from '../json.ts';
import { type EmulatorClock, runningClock } from './clock.ts';
import { CONTROL, control } from './control.ts';
import { type Gateway, startGateway } from './gateway/gateway.ts';
import type { Permission } from './permissions.ts';
import { INTENT } from './rest/call.ts';
import { type Fault, type Faults, makeFaults } from './rest/faults.ts';
import { type Limits, makeLimiter, USUAL_LIMITS } from './rest/limits.ts';
import { restServer } from './rest/server.ts';
import { showChannel, showWholeGuild } from './show.ts';
import { type Transcript, transcript } from './transcript.ts';
import { makePerson, type Person } from './user.ts';
import {
  addChannel,
  addGuild,
  type Channel,
  type CommandWrites,
  GRANTED,
  type Guild,
  makeWorld,
  type World,
} from './world.ts';

export interface DiscordOptions {
  /** Time that passes by itself unless said. */
  readonly clock?: EmulatorClock;
  readonly token?: string;
  readonly privileged?: World['privileged'];
  readonly limits?: Partial<Limits>;
  /** Faults that are there from the first request on. */
  readonly faults?: readonly Fault[];
  /** Milliseconds between heartbeats; 41,250 unless said. */
  readonly heartbeat?: number;
  /** Milliseconds that the person waits for an answer; 10,000 unless said. */
  readonly patience?: number;
  /** What the bot may do in its first guild. */
  readonly permissions?: readonly Permission[];
}

/** A Discord of our own on this machine: one bot, one person, a guild with a channel. */
export interface DiscordEmulator {
  /** `http://127.0.0.1:PORT/api`, for `rest: { api, version: '10' }` */
  readonly api: string;
  readonly token: string;
  readonly world: World;
  readonly transcript: Transcript;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly user: Person;
  readonly clock: EmulatorClock;
  /** How often commands were read and written. */
  readonly writes: CommandWrites;
  /** Answers of 401, 403 and 429 that count towards the ban of the address. */
  readonly invalidRequests: () => number;
  /** The guild and the channel that are there from the start. */
  readonly guild: Guild;
  readonly channel: Channel;
  readonly addGuild: (name: string, permissions?: readonly Permission[]) => Guild;
  /** 0 text, 5 announcements, 11 thread */
  readonly addChannel: (guild: Guild, name: string, type?: number) => Channel;
  /** Takes permissions from the bot in a channel, or gives them back: all that are not named. */
  readonly deny: (channel: Channel, ...permissions: readonly Permission[]) => void;
  /** The bot is thrown out. */
  readonly removeGuild: (guild: Guild) => void;
  /** The guild cannot be reached for a while, until `restoreGuild`. */
  readonly outage: (guild: Guild) => void;
  /** The guild is back, after an outage or since the bot was invited again. */
  readonly restoreGuild: (guild: Guild) => void;
  /** What the bot wrote into a channel, oldest first, as it looks now; private answers as well. */
  readonly messagesIn: (channel: Channel) => readonly Fields[];
  /** Resolves when a client is connected and was told of its guilds. */
  readonly ready: (deadline?: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const isAddressInfo = (address: unknown): address is AddressInfo =>
  typeof address === 'object' && address !== null && 'port' in address;

/** Starts the emulator on a free port. */
export const startDiscord = async (options: DiscordOptions = {}): Promise<DiscordEmulator> => {
  const {
    clock = runningClock(),
    token = 'made-up.discord.token',
    privileged = [],
    heartbeat = 41_250,
  } = options;
  const world = makeWorld({ clock, token, privileged });
  const guild = addGuild(world, 'newsroom', options.permissions);
  const channel = addChannel(world, { name: 'general', guild: guild.id });
  const said = transcript();
  const faults = makeFaults();
  faults.add(...(options.faults ?? []));
  const limiter = makeLimiter({ ...USUAL_LIMITS, ...options.limits });
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error('the emulator has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const gateway = startGateway({ server, world, transcript: said, origin: () => origin, heartbeat });
  const answer = restServer({
    world,
    transcript: said,
    faults,
    limiter,
    emit: gateway.dispatch,
    gatewayUrl: gateway.url,
    starts: gateway.starts,
  });
  const user = makePerson({
    world,
    transcript: said,
    dispatch: gateway.dispatch,
    intents: gateway.intents,
    patience: options.patience ?? 10_000,
  });
  server.on('request', (request, response) => {
    if (request.url?.startsWith(CONTROL)) {
      void control({ world, transcript: said, faults, gateway, user, clock }, request, response);
      return;
    }
    answer(request, response).catch((error: unknown) => {
      // A client that went away while it was speaking is no fault of anybody.
      if (!request.complete) return;
      said.violate({ by: 'emulator', what: String(request.url), problem: String(error) });
      response.destroy();
    });
  });
  return {
    api: `${origin}/api`,
    token,
    world,
    transcript: said,
    faults,
    gateway,
    user,
    clock,
    writes: world.writes,
    invalidRequests: limiter.invalidCount,
    guild,
    channel,
    addGuild: (name, permissions) => {
      const made = addGuild(world, name, permissions ?? GRANTED);
      gateway.dispatch('GUILD_CREATE', showWholeGuild(world, made), INTENT.guilds);
      return made;
    },
    addChannel: (home, name, type = 0) => {
      const parent = type === 11 ? { parent: channel.id } : {};
      const made = addChannel(world, { name, guild: home.id, type, ...parent });
      gateway.dispatch(
        type === 11 ? 'THREAD_CREATE' : 'CHANNEL_CREATE',
        showChannel(world, made),
        INTENT.guilds,
      );
      return made;
    },
    deny: (where, ...permissions) => {
      where.denied = [...permissions];
      gateway.dispatch('CHANNEL_UPDATE', showChannel(world, where), INTENT.guilds);
    },
    removeGuild: left => {
      world.guilds.delete(left.id);
      gateway.dispatch('GUILD_DELETE', { id: left.id }, INTENT.guilds);
    },
    outage: left => {
      left.unavailable = true;
      gateway.dispatch('GUILD_DELETE', { id: left.id, unavailable: true }, INTENT.guilds);
    },
    restoreGuild: back => {
      back.unavailable = false;
      world.guilds.set(back.id, back);
      gateway.dispatch('GUILD_CREATE', showWholeGuild(world, back), INTENT.guilds);
    },
    messagesIn: where =>
      [...world.messages.values()]
        .filter(
          ({ channel: id, deleted, body }) =>
            id === where.id && !deleted && at(body, 'author', 'bot') === true,
        )
        .map(({ body }) => body),
    ready: async deadline => {
      await said.until(() => gateway.live() > 0, 'a client that is ready', deadline);
    },
    close: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
};
