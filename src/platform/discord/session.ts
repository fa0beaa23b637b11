import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Status } from 'discord.js';
import type { Log } from '../common/log.ts';
import { Fatal } from '../common/supervise.ts';
import { isUnauthorized } from './api.ts';
import { WORDS } from './words.ts';

/** Of what a client without a session has to regain one, in milliseconds; then a new client is made. */
const REGAIN = 40_000;
/** The oldest a heartbeat may be that was answered: two are due in that time. */
const HEARTBEAT = 100_000;
const WATCH_EVERY = 1_000;
/** Connections lost in a row before a session: discord.js dials again after half a second, for ever. */
const MOST_REDIALS = 4;
const REQUEST_TIMEOUT = 15_000;

/** Where `/gateway/bot` and all else is asked; null is Discord itself. */
interface Address {
  readonly token: string;
  readonly api: string | null;
}

export const createClient = ({ api }: Address): Client =>
  new Client({
    // Text of messages that mention the bot or are written to it alone comes without the privileged intent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: member => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: user => user.id === user.client.user.id },
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
    // Attempts are repeated by our own hand, with pauses.
    rest: { retries: 0, timeout: REQUEST_TIMEOUT, ...(api === null ? {} : { api }) },
  });

const closedWords: ReadonlyMap<number, string> = new Map(
  Object.entries(WORDS.closed).map(([code, words]) => [Number(code), words]),
);

/** What cannot be mended by another attempt, as one line; anything else as it is. */
const asFatal = (error: unknown): unknown => {
  const isToken = error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
  return isToken || isUnauthorized(error) ? new Fatal(WORDS.tokenRefused) : error;
};

export interface Session {
  /** Ends with an error when the session is lost for good, without one when `signal` is aborted. */
  readonly ended: Promise<void>;
  readonly serves: () => boolean;
  /** What state the connection is in, in a word. */
  readonly detail: () => string;
  readonly refused: () => void;
  readonly close: () => Promise<void>;
}

/** Connects a client and watches over it. @param now milliseconds since any fixed moment */
export const openSession = (
  client: Client,
  { token }: Address,
  { log, now, signal }: { readonly log: Log; readonly now: () => number; readonly signal: AbortSignal },
): Session => {
  const ended = Promise.withResolvers<void>();
  const lose = (error: unknown): void => ended.reject(asFatal(error));
  let [lostAt, acknowledged, redials] = [now(), now(), 0];

  const status = (): Status => client.ws.shards.first()?.status ?? Status.Idle;
  const serves = (): boolean => status() === Status.Ready && now() - acknowledged < HEARTBEAT;
  const regained = (): void => {
    redials = 0;
    acknowledged = now();
  };
  const watch = setInterval(() => {
    const sent = client.ws.shards.first()?.lastPingTimestamp ?? -1;
    acknowledged = Math.max(acknowledged, sent);
    if (serves()) lostAt = now();
    else if (now() - lostAt > REGAIN) lose(new Error('there was no session for too long'));
  }, WATCH_EVERY);

  client.on(Events.ShardReady, regained);
  client.on(Events.ShardResume, regained);
  client.on(Events.ShardReconnecting, () => {
    redials += 1;
    log.info({ redials }, 'the gateway is dialled again');
    if (redials > MOST_REDIALS) lose(new Error('the gateway closed again and again'));
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    const words = closedWords.get(code);
    lose(words === undefined ? new Error(`the gateway closed with ${code}`) : new Fatal(words));
  });
  client.on(Events.ShardError, error => log.warn({ err: error }, 'the gateway failed'));
  client.on(Events.Error, error => log.warn({ err: error }, 'discord.js failed'));
  client.on(Events.Warn, words => log.warn({}, words));

  signal.addEventListener('abort', () => ended.resolve(), { once: true });
  client.login(token).catch(lose);
  return {
    ended: ended.promise,
    serves,
    detail: () => (serves() ? 'connected' : (Status[status()]?.toLowerCase() ?? 'unknown')),
    refused: () => lose(new Fatal(WORDS.tokenRefused)),
    close: async () => {
      clearInterval(watch);
      // A client that is destroyed while it dials throws; it is gone all the same.
      await client.destroy().catch((error: unknown) => log.debug({ err: error }, 'closing failed'));
    },
  };
};

/** Listens to what people do. Listeners are called before discord.js makes objects of it, which malformed events stop. */
export const listen = (
  client: Client,
  on: { readonly interaction: (data: unknown) => void; readonly message: (data: unknown) => void },
): void => {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, on.interaction);
  client.ws.on(GatewayDispatchEvents.MessageCreate, on.message);
};
