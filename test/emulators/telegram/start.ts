import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fields, fieldsOf, type Json, textOf } from '../json.ts';
import { type EmulatorClock, runningClock } from './clock.ts';
import { control } from './control.ts';
import { type Fault, type Faults, makeFaults } from './faults.ts';
import { type FloodLimits, makeFlood, USUAL_LIMITS } from './flood.ts';
import { makePerson, type Person } from './person.ts';
import { ApiError } from './problem.ts';
import { makeRoom, type Room } from './room.ts';
import { apiServer, type Inside, perform } from './server.ts';
import { type Transcript, transcript } from './transcript.ts';
import { makeUpdates, type Updates } from './updates.ts';
import { makeWebhook, type Webhook } from './webhook.ts';
import { type Account, type Chat, makeChat, makeWorld, type Status, type World } from './world.ts';

export interface TelegramOptions {
  /** Time that passes as on the wall unless said. */
  readonly clock?: EmulatorClock;
  readonly token?: string;
  /** Telegram's usual ones unless said; null for none. */
  readonly flood?: Partial<FloodLimits> | null;
  /** Faults that are there from the first call on. */
  readonly faults?: readonly Fault[];
  /** Privacy mode in groups; on unless said. */
  readonly privacy?: boolean;
  /** Milliseconds that people wait for an answer; 10,000 unless said. */
  readonly patience?: number;
}

export interface RoomOptions {
  readonly type?: 'group' | 'supergroup' | 'channel';
  readonly forum?: boolean;
  readonly username?: string;
  /** What the bot is there; `member` unless said, in channels `administrator`. */
  readonly bot?: Status;
}

/** A Telegram of our own on this machine: one bot, one person at first, and rooms. */
export interface TelegramEmulator {
  /** `http://127.0.0.1:PORT`, for telegraf's `apiRoot`. */
  readonly apiRoot: string;
  readonly token: string;
  readonly me: Account;
  readonly world: World;
  readonly clock: EmulatorClock;
  readonly transcript: Transcript;
  readonly faults: Faults;
  readonly updates: Updates;
  readonly webhookInfo: () => Fields;
  readonly webhook: Pick<Webhook, 'front' | 'lose'>;
  /** The person who is there from the start; administrator of every room. */
  readonly user: Person;
  readonly person: (name: string, language?: string) => Person;
  readonly room: (title: string, options?: RoomOptions) => Room;
  /** Queries of pressed buttons that nobody answered. */
  readonly unanswered: () => readonly string[];
  /** Resolves when a bot polls or has set its webhook. */
  readonly ready: (deadline?: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const ME: Account = { id: 7_000_000_001, is_bot: true, first_name: 'Sitrep', username: 'sitrep_test_bot' };

const NO_LIMIT = { messages: Number.MAX_SAFE_INTEGER, within: 1 };
const NO_FLOOD: FloodLimits = { chat: NO_LIMIT, group: NO_LIMIT, overall: NO_LIMIT };

const isAddressInfo = (address: unknown): address is AddressInfo =>
  typeof address === 'object' && address !== null && 'port' in address;

/** Starts the emulator on a free port. */
export const startTelegram = async (options: TelegramOptions = {}): Promise<TelegramEmulator> => {
  const { clock = runningClock(), token = '7000000001:made-up-telegram-token', patience = 10_000 } = options;
  const said = transcript();
  const world = makeWorld(clock, said, ME);
  world.privacy = options.privacy ?? true;
  const updates = makeUpdates(world);
  const faults = makeFaults();
  faults.add(...(options.faults ?? []));
  const replied = (call: Json): void => {
    const { method, ...params } = fieldsOf(call);
    if (method === undefined) return;
    perform(inside, textOf(method), params, () => undefined).catch((error: unknown) => {
      if (!(error instanceof ApiError))
        said.violate({ by: 'emulator', what: textOf(method), problem: String(error) });
    });
  };
  const webhook = makeWebhook(world, updates, replied);
  const limits = options.flood === null ? NO_FLOOD : { ...USUAL_LIMITS, ...options.flood };
  const inside: Inside = { world, updates, webhook, faults, flood: makeFlood(clock, limits), token };
  const around = { world, updates };
  const person = (name: string, language = 'en'): Person => {
    const account: Account = {
      id: 500_000 + world.number(),
      is_bot: false,
      first_name: name,
      language_code: language,
    };
    const chat = makeChat({ id: account.id, type: 'private', title: name });
    world.users.set(account.id, account);
    world.chats.set(chat.id, chat);
    return makePerson(around, account, chat, patience);
  };
  const user = person('Reader');
  const room = (title: string, { type = 'group', forum, username, bot }: RoomOptions = {}): Room => {
    const number = world.number();
    const id = type === 'group' ? -4_000_000 - number : -1_001_000_000_000 - number;
    const chat: Chat = makeChat({ id, type, title, username, forum });
    chat.members.set(user.account.id, { status: 'creator', anonymous: false });
    chat.members.set(world.me.id, {
      status: bot ?? (type === 'channel' ? 'administrator' : 'member'),
      anonymous: false,
    });
    world.chats.set(id, chat);
    return makeRoom(around, chat, user.account);
  };
  const answer = apiServer(inside);
  const steer = control({ transcript: said, faults, user });
  const server = createServer((request, response) => {
    const handler = request.url?.startsWith('/_emulator') === true ? steer : answer;
    handler(request, response).catch((error: unknown) => {
      // A client that went away while it was speaking is no fault of anybody.
      if (!request.complete) return;
      said.violate({ by: 'emulator', what: String(request.url), problem: String(error) });
      response.destroy();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error('the emulator has no port');
  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    token,
    me: world.me,
    world,
    clock,
    transcript: said,
    faults,
    updates,
    webhookInfo: webhook.info,
    webhook,
    user,
    person,
    room,
    unanswered: () =>
      [...world.queries.values()]
        .filter(({ kind, answer: given }) => kind === 'callback' && given === null)
        .map(({ id }) => id),
    ready: async deadline => {
      await said.until(() => updates.polling() || webhook.set(), 'a bot that polls', deadline);
    },
    close: async () => {
      webhook.stop();
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
};
