import type { Whereabouts } from '../../core/command.ts';

/** What an interaction says of where it happens. */
interface Scene {
  readonly channel?:
    | { readonly id: string; readonly type: number; readonly parent_id?: string | null | undefined }
    | undefined;
  /** Absent where only two talk. */
  readonly member?: object | undefined;
  /** Bits of what the bot itself may do there. */
  readonly app_permissions?: string | undefined;
  /** Key 0 stands for a server that has the bot as a member. */
  readonly authorizing_integration_owners?: Readonly<Record<string, string>> | undefined;
}

/** Types of channels. */
const ANNOUNCEMENTS = 5;
const THREADS: readonly number[] = [10, 11, 12];

const ADMINISTRATOR = 1n << 3n;
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;

/** What posting takes, by the names that the settings of a server show in English. */
const needs = (isThread: boolean): readonly (readonly [bit: bigint, name: string])[] => [
  [VIEW_CHANNEL, 'View Channel'],
  isThread ? [SEND_MESSAGES_IN_THREADS, 'Send Messages in Threads'] : [SEND_MESSAGES, 'Send Messages'],
];

const missingIn = ({ app_permissions, authorizing_integration_owners: owners }: Scene, isThread: boolean) => {
  // A command that somebody installed for themselves works where the bot itself is not.
  if (owners !== undefined && owners['0'] === undefined) return ['membership of this server (invite it)'];
  const has = BigInt(app_permissions ?? '0');
  if ((has & ADMINISTRATOR) !== 0n) return [];
  return needs(isThread).flatMap(([bit, name]) => ((has & bit) === 0n ? [name] : []));
};

/** Where an interaction happens, for what is posted there later; null where only the two of them talk. */
export const whereaboutsOf = (event: Scene): Whereabouts | null => {
  const { channel, member } = event;
  if (channel === undefined || member === undefined) return null;
  const isThread = THREADS.includes(channel.type);
  return {
    platform: 'discord',
    channel: isThread ? (channel.parent_id ?? channel.id) : channel.id,
    thread: isThread ? channel.id : null,
    announces: channel.type === ANNOUNCEMENTS,
    missing: async () => missingIn(event, isThread),
  };
};
