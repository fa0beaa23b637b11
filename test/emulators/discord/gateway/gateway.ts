import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { at, type Fields, type Json, listOf, numberOf, parseJson, textOf } from '../../json.ts';
import { showUser, showWholeGuild } from '../show.ts';
import type { Transcript } from '../transcript.ts';
import type { World } from '../world.ts';
import { type Behaviours, behaviours } from './behaviour.ts';

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;

const NAMES = new Map<number, string>(Object.entries(OP).map(([name, op]) => [op, name.toUpperCase()]));

const CLOSE = {
  opcode: 4001,
  decode: 4002,
  unknown: 4003,
  token: 4004,
  again: 4005,
  sequence: 4007,
  often: 4008,
  intents: 4013,
  disallowed: 4014,
} as const;

/** All intents that there are; asking for another closes with 4013. */
const INTENTS = 0x1_ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
const PRIVILEGED = { members: 1 << 1, presences: 1 << 8, content: 1 << 15 } as const;
const GUILDS = 1;

const MOST_A_MINUTE = 120;
const STARTS = 1000;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly sent: { readonly seq: number; readonly event: string; readonly data: Json }[];
  socket: WebSocket | null;
  /** Sequence of the last event that was put on a connection. */
  delivered: number;
}

export interface Gateway {
  readonly url: () => string;
  readonly behaviours: Behaviours;
  /** Sends an event to all sessions that asked for its intent; those without a connection get it when they resume. */
  readonly dispatch: (event: string, data: Fields, intent?: number) => void;
  /** Sends anything to all connections, as it is. */
  readonly raw: (text: string) => void;
  /** Asks all clients to connect again. */
  readonly reconnect: () => void;
  /** Tells all clients that their session is over, or may be resumed. */
  readonly invalidate: (resumable: boolean) => void;
  /** Closes all connections with a code. */
  readonly close: (code: number) => void;
  /** Cuts all connections without a word; sessions stay, and events are kept for them. */
  readonly cut: () => void;
  /** Keeps events back until `release`, or until a client resumes. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Sessions that are connected and ready. */
  readonly live: () => number;
  /** Intents of the sessions that live. */
  readonly intents: () => readonly number[];
  /** Identifies left today. */
  readonly starts: () => number;
  readonly stop: () => void;
}

export interface GatewayOptions {
  readonly server: Server;
  readonly world: World;
  readonly transcript: Transcript;
  readonly origin: () => string;
  /** Milliseconds between heartbeats that clients are told. */
  readonly heartbeat: number;
}

/** The gateway, on the server that also answers requests. */
export const startGateway = ({ server, world, transcript, origin, heartbeat }: GatewayOptions): Gateway => {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const plans = behaviours();
  let held = false;
  let starts = STARTS;
  const url = (): string => `${origin().replace('http', 'ws')}/gateway`;

  const record = (kind: 'received' | 'sent' | 'gateway', what: string, body: Json = null): void =>
    transcript.record({ at: world.clock.now(), kind, what, body });
  const violate = (what: string, problem: string): void =>
    transcript.violate({ by: 'client', what, problem });

  const say = (socket: WebSocket, op: number, d: Json, more: Fields = {}): void => {
    if (op !== OP.dispatch) record('sent', NAMES.get(op) ?? String(op), d);
    socket.send(JSON.stringify({ op, d, s: null, t: null, ...more }));
  };
  const close = (socket: WebSocket, code: number): void => {
    record('gateway', `close ${code}`);
    socket.close(code);
  };
  const deliver = (session: Session, { seq, event, data }: Session['sent'][number]): void => {
    if (session.socket !== null && session.socket.readyState === session.socket.OPEN) {
      record('sent', event, data);
      session.delivered = Math.max(session.delivered, seq);
      say(session.socket, OP.dispatch, data, { s: seq, t: event });
    }
  };
  const tell = (session: Session, event: string, data: Json): void => {
    const made = { seq: session.sent.length + 1, event, data };
    session.sent.push(made);
    if (!held) deliver(session, made);
  };

  const ready = (session: Session, shard: Json): void => {
    const guilds = [...world.guilds.values()];
    tell(session, 'READY', {
      v: 10,
      user: { ...showUser(world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      application: { id: world.bot.id, flags: world.privileged.includes('content') ? 1 << 19 : 0 },
      shard: listOf(shard).length === 2 ? shard : [0, 1],
      user_settings: {},
      private_channels: [],
      relationships: [],
    });
    if ((session.intents & GUILDS) === 0) return;
    for (const guild of guilds)
      if (!guild.unavailable) tell(session, 'GUILD_CREATE', showWholeGuild(world, guild));
  };

  const identify = (socket: WebSocket, d: Json): Session | null => {
    starts -= 1;
    const plan = plans.identify();
    const intents = numberOf(at(d, 'intents'));
    const asked = Object.entries(PRIVILEGED).filter(([, bit]) => (intents & bit) !== 0);
    if (typeof plan === 'number') close(socket, plan);
    else if (textOf(at(d, 'token')) !== world.token) close(socket, CLOSE.token);
    else if (typeof at(d, 'intents') !== 'number' || (intents & ~INTENTS) !== 0) close(socket, CLOSE.intents);
    else if (asked.some(([name]) => !world.privileged.some(allowed => allowed === name)))
      close(socket, CLOSE.disallowed);
    else if (plan === 'invalid') say(socket, OP.invalid, false);
    else if (plan === 'accept') {
      if (at(d, 'properties', 'os') === null) violate('IDENTIFY', 'has no properties');
      if (at(d, 'compress') === true) violate('IDENTIFY', 'asks for compression, which is to be off');
      const session: Session = { id: randomUUID(), intents, sent: [], socket, delivered: 0 };
      sessions.set(session.id, session);
      ready(session, at(d, 'shard'));
      return session;
    }
    return null;
  };

  const resume = (socket: WebSocket, d: Json): Session | null => {
    const plan = plans.resume();
    const session = sessions.get(textOf(at(d, 'session_id')));
    const seq = numberOf(at(d, 'seq'));
    if (typeof plan === 'number') close(socket, plan);
    else if (textOf(at(d, 'token')) !== world.token) close(socket, CLOSE.token);
    else if (plan === 'again') say(socket, OP.invalid, true);
    else if (plan === 'refuse' || (plan === 'accept' && session === undefined)) {
      if (session !== undefined) sessions.delete(session.id);
      say(socket, OP.invalid, false);
    } else if (plan === 'accept' && session !== undefined) {
      if (seq > session.sent.length) {
        close(socket, CLOSE.sequence);
        return null;
      }
      session.socket = socket;
      held = false;
      for (const missed of session.sent.filter(each => each.seq > seq)) deliver(session, missed);
      tell(session, 'RESUMED', {});
      return session;
    }
    return null;
  };

  const connected = (socket: WebSocket, query: URLSearchParams): void => {
    let session: Session | null = null;
    const since = performance.now();
    let count = 0;
    record('gateway', 'connect');
    if (query.get('v') !== '10' || query.get('encoding') !== 'json')
      violate('connect', 'the gateway is asked for version 10 in JSON');
    if (query.has('compress')) violate('connect', 'asks for compression, which is to be off');
    socket.on('error', () => {});
    socket.on('close', code => {
      record('gateway', `closed ${code}`);
      if (session?.socket !== socket) return;
      session.socket = null;
      // Who leaves with 1000 or 1001 has ended the session for good.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    socket.on('message', bytes => {
      count += 1;
      if (count > MOST_A_MINUTE && performance.now() - since < 60_000) return close(socket, CLOSE.often);
      const parsed = parseJson(String(bytes));
      if (parsed === null) return close(socket, CLOSE.decode);
      const op = numberOf(at(parsed.value, 'op'));
      const d = at(parsed.value, 'd');
      record('received', NAMES.get(op) ?? String(op), d);
      if (op === OP.heartbeat) {
        if (numberOf(d) > (session?.sent.length ?? numberOf(d)))
          violate('HEARTBEAT', `sequence ${d} was never sent`);
        if (plans.heartbeat() === 'answer') say(socket, OP.ack, null);
        return;
      }
      if (op === OP.identify || op === OP.resume) {
        if (session !== null) return close(socket, CLOSE.again);
        session = op === OP.identify ? identify(socket, d) : resume(socket, d);
        return;
      }
      if (session === null) return close(socket, CLOSE.unknown);
      if (op !== OP.presence && op !== OP.members) close(socket, CLOSE.opcode);
    });
    if (plans.hello() === 'say') say(socket, OP.hello, { heartbeat_interval: heartbeat });
  };

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname.replace(/\/$/, '') !== '/gateway' || plans.connect() === 'refuse') {
      record('gateway', 'refused');
      stream.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, socket => connected(socket, searchParams));
  });

  const open = (): readonly WebSocket[] =>
    [...sockets.clients].filter(socket => socket.readyState === socket.OPEN);
  const living = (): readonly Session[] =>
    [...sessions.values()].filter(({ socket }) => socket !== null && socket.readyState === socket.OPEN);
  return {
    url,
    behaviours: plans,
    dispatch: (event, data, intent = 0) => {
      for (const session of sessions.values())
        if (intent === 0 || (session.intents & intent) !== 0) tell(session, event, data);
    },
    raw: text => {
      for (const socket of open()) socket.send(text);
    },
    reconnect: () => {
      for (const socket of open()) say(socket, OP.reconnect, null);
    },
    invalidate: resumable => {
      for (const socket of open()) say(socket, OP.invalid, resumable);
      if (!resumable) sessions.clear();
    },
    close: code => {
      for (const socket of open()) close(socket, code);
    },
    cut: () => {
      record('gateway', 'cut');
      for (const session of sessions.values()) session.socket = null;
      for (const socket of sockets.clients) socket.terminate();
    },
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const session of sessions.values()) {
        for (const each of session.sent.filter(({ seq }) => seq > session.delivered)) deliver(session, each);
      }
    },
    live: () => living().length,
    intents: () => living().map(({ intents }) => intents),
    starts: () => starts,
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
};
